/// One step of a YAML document as the specification's serialisation tree has it:
/// ```
/// # a list              sequenceStart
/// - &x one              scalar "one", anchor x
/// - {two: *x}           mappingStart (flow), scalar "two", alias x, mappingEnd
///                       sequenceEnd
/// ```
struct YAMLEvent {
    enum Kind: UInt8 {
        case scalar, alias, sequenceStart, sequenceEnd, mappingStart, mappingEnd
    }

    /// How a node is written; block collections and plain scalars are `plain`.
    enum Style: UInt8 {
        case plain, singleQuoted, doubleQuoted, literal, folded, flow
    }

    var kind: Kind
    var style = Style.plain
    /// Whether the text lies in what the parser had to make, not in the source.
    var isMade = false
    /// The text of a scalar, or the name an alias means.
    var text = 0..<0
    /// Where the node stands in the source, its tag and anchor included.
    var origin: Int

    init(_ kind: Kind, style: Style = .plain, text: Range<Int> = 0..<0, isMade: Bool = false, at origin: Int) {
        self.kind = kind
        self.style = style
        self.text = text
        self.isMade = isMade
        self.origin = origin
    }
}

/// What may stand before a node: `&anchor` and `!tag`.
struct YAMLProperties {
    /// The anchor's name in the source, without `&`; empty for none.
    var anchor = 0..<0
    /// The place of the tag among those of the document; 0 for none.
    var tag = 0
    /// Where the first of them stands.
    var origin = 0

    var isEmpty: Bool { anchor.isEmpty && tag == 0 }
}

/// Takes what a parser reads, in order.
protocol YAMLHandler {
    /// Events taken so far in this document.
    var count: Int { get }

    /// - Parameters:
    ///   - anchor: the name in the source; empty for none.
    ///   - tag: the whole tag, its handle replaced: `tag:yaml.org,2002:str`, `!local`, or `!` alone.
    ///   - made: text that is not in the source; more may be put behind it.
    mutating func take(
        _ event: YAMLEvent, anchor: Range<Int>, tag: String?, made: inout [UInt8]
    ) throws(YAMLFault)

    /// The flow collection that began with an event has turned out to be the first key of a mapping.
    mutating func openMapping(
        before event: Int, at origin: Int, style: YAMLEvent.Style, anchor: Range<Int>, tag: String?
    ) throws(YAMLFault)
}
