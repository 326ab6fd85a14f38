/// The checksum of gzip, over the polynomial 0xEDB88320.
struct CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }

    private var sum: UInt32 = 0xFFFF_FFFF

    /// Of all bytes so far.
    var checksum: UInt32 { ~sum }

    mutating func append(_ bytes: ArraySlice<UInt8>) {
        let table = Self.table
        for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
    }
}
