/// Reads gzip files (RFC 1952): a header, data in the deflate format, a checksum and a length; or several of them in a row.
/// ```
/// 1F 8B  08  00  00 00 00 00  00  03    4B 04 00           43 BE B7 E8   01 00 00 00
/// magic  deflate                        deflated "a"       CRC-32        length
///            flags time       extra, OS
/// ```
package struct Gzip {
    private let bytes: [UInt8]
    private let limit: Int
    private var inflate: Inflate
    private var checksum = CRC32()
    /// What came out of this part of the file, and of those before it.
    private var count = 0
    private var countBefore = 0

    /// - Parameter limit: the bytes that may come out; what is larger is refused.
    package init(_ bytes: [UInt8], limit: Int) throws(GzipError) {
        self.bytes = bytes
        self.limit = limit
        inflate = Inflate(bytes, at: try Self.dataStart(bytes, at: 0))
    }

    /// The next bytes of the content, some ten thousands; nil when all have come and are right.
    package mutating func next() throws(GzipError) -> ArraySlice<UInt8>? {
        while true {
            if let piece = try inflate.next() {
                count += piece.count
                guard countBefore + count <= limit else { throw .tooLarge(limit: limit) }
                checksum.append(piece)
                return piece
            }
            let end = inflate.position + 8
            guard end <= bytes.count else { throw .cutOff }
            guard word(at: end - 8) == checksum.checksum, word(at: end - 4) == UInt32(truncatingIfNeeded: count) else {
                throw .corrupt
            }
            guard Self.isGzip(bytes[end...]) else { return nil }
            countBefore += count
            (count, checksum) = (0, CRC32())
            inflate = Inflate(bytes, at: try Self.dataStart(bytes, at: end))
        }
    }

    package static func decompressed(_ bytes: [UInt8], limit: Int) throws(GzipError) -> [UInt8] {
        var gzip = try Gzip(bytes, limit: limit)
        var content: [UInt8] = []
        while let piece = try gzip.next() { content += piece }
        return content
    }

    package static func isGzip(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.count > 2 && bytes.starts(with: [0x1F, 0x8B])
    }

    private static func dataStart(_ bytes: [UInt8], at start: Int) throws(GzipError) -> Int {
        guard isGzip(bytes[start...]) else { throw .notGzip }
        guard bytes.count - start >= 18 else { throw .cutOff }
        guard bytes[start + 2] == 8 else { throw .notGzip }
        let flags = bytes[start + 3]
        var at = start + 10
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

    private func word(at offset: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32(8 * $1) }
    }
}
