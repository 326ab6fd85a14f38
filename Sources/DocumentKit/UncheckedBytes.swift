// The module's only unsafe code: block loads and bulk copies, each behind its own bounds check.

extension Array where Element == UInt8 {
    /// Appends all bytes of a span in one copy.
    mutating func append(copying bytes: borrowing Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
