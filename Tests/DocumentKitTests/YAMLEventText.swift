@testable import DocumentKit

/// Events as the `test.event` files of the YAML test suite spell them: `=VAL &anchor <tag> :text`.
struct YAMLEventText: YAMLHandler {
    /// The kind with its style, the properties, the text.
    private typealias Line = (head: String, properties: String, text: String)

    private let source: [UInt8]
    private var document: [Line] = []

    static func lines(of bytes: [UInt8]) throws(YAMLFault) -> [String] {
        var parser = YAMLParser(bytes, depthLimit: 1_000) { YAMLEventText(source: $0) }
        var lines = ["+STR"]
        while let markers = try parser.nextDocument() {
            lines.append(markers.hasStart ? "+DOC ---" : "+DOC")
            lines += parser.handler.document.map { $0.head + $0.properties + $0.text }
            lines.append(markers.hasEnd ? "-DOC ..." : "-DOC")
            parser.handler.document = []
        }
        return lines + ["-STR"]
    }

    var count: Int { document.count }

    mutating func take(
        _ event: YAMLEvent, anchor: Range<Int>, tag: String?, made: inout [UInt8]
    ) throws(YAMLFault) {
        let own = properties(anchor, tag)
        switch event.kind {
        case .sequenceStart: document.append((event.style == .flow ? "+SEQ []" : "+SEQ", own, ""))
        case .mappingStart: document.append((event.style == .flow ? "+MAP {}" : "+MAP", own, ""))
        case .sequenceEnd: document.append(("-SEQ", "", ""))
        case .mappingEnd: document.append(("-MAP", "", ""))
        case .alias: document.append(("=ALI", "", " *" + Self.text(source[event.text])))
        case .scalar:
            let bytes = event.isMade ? made[event.text] : source[event.text]
            document.append(("=VAL", own, " " + Self.mark(event.style) + Self.text(bytes).map(Self.escaped).joined()))
        }
    }

    mutating func openMapping(
        before event: Int, at origin: Int, style: YAMLEvent.Style, anchor: Range<Int>, tag: String?
    ) throws(YAMLFault) {
        let own = properties(anchor, tag)
        document.insert((style == .flow ? "+MAP {}" : "+MAP", own, ""), at: event)
        // What was said of the collection before it was known to be a key may belong to the mapping.
        document[event + 1].properties.replace(own, with: "")
    }

    private init(source: [UInt8]) { self.source = source }

    private func properties(_ anchor: Range<Int>, _ tag: String?) -> String {
        (anchor.isEmpty ? "" : " &" + Self.text(source[anchor])) + (tag.map { " <\($0)>" } ?? "")
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func mark(_ style: YAMLEvent.Style) -> String {
        switch style {
        case .plain, .flow: ":"
        case .singleQuoted: "'"
        case .doubleQuoted: "\""
        case .literal: "|"
        case .folded: ">"
        }
    }

    private static func escaped(_ character: Character) -> String {
        switch character {
        case "\n": "\\n"
        case "\r\n": "\\r\\n"
        case "\t": "\\t"
        case "\r": "\\r"
        case "\u{8}": "\\b"
        case "\\": "\\\\"
        default: String(character)
        }
    }
}
