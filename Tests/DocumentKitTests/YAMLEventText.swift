@testable import DocumentKit

/// Events as the `test.event` files of the YAML test suite spell them: `=VAL &anchor <tag> :text`.
enum YAMLEventText {
    static func lines(of bytes: [UInt8]) throws(YAMLFault) -> [String] {
        var parser = YAMLParser(bytes, depthLimit: 1_000)
        var lines = ["+STR"]
        while let markers = try parser.nextDocument() {
            lines.append(markers.hasStart ? "+DOC ---" : "+DOC")
            lines += parser.events.map { line(of: $0, parser) }
            lines.append(markers.hasEnd ? "-DOC ..." : "-DOC")
        }
        return lines + ["-STR"]
    }

    private static func line(of event: YAMLEvent, _ parser: YAMLParser) -> String {
        let own = parser.properties[event.properties]
        var properties = ""
        if let anchor = own.anchor { properties += " &" + text(parser.source[anchor]) }
        if let tag = own.tag { properties += " <\(tag)>" }
        switch event.kind {
        case .sequenceStart: return "+SEQ" + (event.style == .flow ? " []" : "") + properties
        case .mappingStart: return "+MAP" + (event.style == .flow ? " {}" : "") + properties
        case .sequenceEnd: return "-SEQ"
        case .mappingEnd: return "-MAP"
        case .alias: return "=ALI *" + text(parser.source[event.text])
        case .scalar:
            let bytes = event.isMade ? parser.made[event.text] : parser.source[event.text]
            return "=VAL\(properties) \(mark(event.style))" + text(bytes).map(escaped).joined()
        }
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
