/// Keeps what a process prints as its `outputs.result`: the last 256 kB, without the newline at the end.
struct ResultCapture: Sendable {
    static let limit = 256 * 1024

    private var bytes: [UInt8] = []

    mutating func append(_ chunk: [UInt8]) {
        bytes += chunk
        if bytes.count > 4 * Self.limit { bytes.removeFirst(bytes.count - Self.limit - 1) }
    }

    var text: String {
        var kept = bytes[...]
        if kept.last == UInt8(ascii: "\n") { kept = kept.dropLast() }
        kept = kept.suffix(Self.limit)
        // A cut may fall into the middle of a character.
        if kept.startIndex > 0 { kept = kept.drop { $0 & 0xC0 == 0x80 } }
        return String(decoding: kept, as: UTF8.self)
    }
}
