/// Reads gzip files (RFC 1952): a header, data in the deflate format, a checksum and a length.
/// ```
/// 1F 8B  08  00  00 00 00 00  00  03    4B 04 00           43 BE B7 E8   01 00 00 00
/// magic  deflate                        deflated "a"       CRC-32        length
///            flags time       extra, OS
/// ```
package enum Gzip {
    /// - Parameter limit: the bytes that may come out; what is larger is refused.
    package static func decompressed(_ bytes: [UInt8], limit: Int) throws(GzipError) -> [UInt8] {
        guard isGzip(bytes) else { throw .notGzip }
        var inflate = Inflate(bytes, at: try headerEnd(bytes), limit: limit)
        try inflate.run()
        let trailer = inflate.position
        guard trailer + 8 <= bytes.count else { throw .cutOff }
        guard word(bytes, at: trailer) == CRC32.checksum(inflate.output),
            word(bytes, at: trailer + 4) == UInt32(truncatingIfNeeded: inflate.output.count)
        else { throw .corrupt }
        return inflate.output
    }

    package static func isGzip(_ bytes: [UInt8]) -> Bool {
        bytes.count > 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
    }

    private static func headerEnd(_ bytes: [UInt8]) throws(GzipError) -> Int {
        guard bytes.count >= 18 else { throw .cutOff }
        guard bytes[2] == 8 else { throw .notGzip }
        let flags = bytes[3]
        var at = 10
        // An extra field with its length, a name, a comment, a checksum of the header.
        if flags & 0x04 != 0 { at += 2 + Int(bytes[at]) + Int(bytes[at + 1]) << 8 }
        for flag: UInt8 in [0x08, 0x10] where flags & flag != 0 {
            while at < bytes.count, bytes[at] != 0 { at += 1 }
            at += 1
        }
        if flags & 0x02 != 0 { at += 2 }
        guard at < bytes.count else { throw .cutOff }
        return at
    }

    private static func word(_ bytes: [UInt8], at offset: Int) -> UInt32 {
        UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16
            | UInt32(bytes[offset + 3]) << 24
    }
}
