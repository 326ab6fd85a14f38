extension Gzip {
    /// The bytes as a gzip file that tells neither a name nor a time.
    package static func compressed(_ bytes: [UInt8]) -> [UInt8] {
        let unknownSystem: UInt8 = 0xFF
        var file = Deflate.deflated(bytes, after: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, unknownSystem])
        var sum = CRC32()
        sum.append(bytes[...])
        for word in [sum.checksum, UInt32(truncatingIfNeeded: bytes.count)] {
            for shift in stride(from: 0, through: 24, by: 8) { file.append(UInt8(truncatingIfNeeded: word >> shift)) }
        }
        return file
    }
}
