/// Where writers put bytes.
package protocol ByteOutput {
    mutating func write(_ bytes: borrowing Span<UInt8>) throws
}

extension [UInt8]: ByteOutput {
    package mutating func write(_ bytes: borrowing Span<UInt8>) {
        append(copying: bytes)
    }
}
