/// Takes the one file out of a tar archive (POSIX ustar), piece by piece.
///
/// ```
/// 000  main.log␀…        name          a header of 512 bytes, numbers in octal digits
/// 124  00000000006␀      size
/// 156  0                 kind: 0 or ␀ is a file, 5 a folder, x, g, L tell more of the one that follows
/// 257  ustar␀            magic
/// 512  hello⏎␀…          content, filled up to the next 512
/// ```
struct TarFile {
    enum Problem: Error, Equatable { case corrupt, severalFiles }

    private static let block = 512

    private var header: [UInt8] = []
    /// Bytes of the file that are yet to come.
    private var wanted = 0
    /// Bytes that are passed over: what fills up a block, and what is no file.
    private var unwanted = 0
    private var hasFile = false

    /// Whether these are the first bytes of an archive.
    static func isStart(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.dropFirst(257).starts(with: "ustar".utf8)
    }

    /// What a piece of the archive has of the file.
    mutating func content(of piece: ArraySlice<UInt8>) throws(Problem) -> ArraySlice<UInt8> {
        var content = piece.prefix(0)
        var rest = piece
        while !rest.isEmpty {
            if wanted > 0 {
                content = rest.prefix(wanted)
                wanted -= content.count
                rest = rest.dropFirst(content.count)
            } else if unwanted > 0 {
                let count = min(unwanted, rest.count)
                unwanted -= count
                rest = rest.dropFirst(count)
            } else {
                let part = rest.prefix(Self.block - header.count)
                header += part
                rest = rest.dropFirst(part.count)
                if header.count == Self.block { try readHeader() }
            }
        }
        return content
    }

    /// Whether the archive has had its file, and all of it.
    var isComplete: Bool { hasFile && wanted == 0 }

    private mutating func readHeader() throws(Problem) {
        defer { header.removeAll(keepingCapacity: true) }
        // Two blocks of zeros end an archive.
        guard header.contains(where: { $0 != 0 }) else { return }
        let digits = header[124..<136].prefix { $0 != 0 && $0 != 0x20 }
        guard Self.isStart(header[...]), let size = Int(String(decoding: digits, as: UTF8.self), radix: 8), size >= 0
        else { throw .corrupt }
        let filling = (Self.block - size % Self.block) % Self.block
        guard header[156] == UInt8(ascii: "0") || header[156] == 0 else {
            unwanted = size + filling
            return
        }
        guard !hasFile else { throw .severalFiles }
        (hasFile, wanted, unwanted) = (true, size, filling)
    }
}
