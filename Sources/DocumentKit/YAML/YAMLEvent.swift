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
    private var textStart: UInt32 = 0
    private var textCount: UInt32 = 0
    /// Where the node stands in the source.
    private var place: UInt32
    /// Its anchor and tag: an index into the parser's properties, 0 for none.
    private var propertyIndex: UInt32 = 0

    init(_ kind: Kind, style: Style = .plain, text: Range<Int> = 0..<0, isMade: Bool = false, at origin: Int) {
        self.kind = kind
        self.style = style
        self.isMade = isMade
        textStart = UInt32(truncatingIfNeeded: text.lowerBound)
        textCount = UInt32(truncatingIfNeeded: text.count)
        place = UInt32(truncatingIfNeeded: origin)
    }

    var text: Range<Int> { Int(textStart)..<Int(textStart) + Int(textCount) }

    var origin: Int {
        get { Int(place) }
        set { place = UInt32(truncatingIfNeeded: newValue) }
    }

    var properties: Int {
        get { Int(propertyIndex) }
        set { propertyIndex = UInt32(truncatingIfNeeded: newValue) }
    }
}

/// What may stand before a node: `&anchor` and `!tag`.
struct YAMLProperties {
    /// The anchor's name in the source, without `&`.
    var anchor: Range<Int>?
    /// The whole tag, its handle replaced: `tag:yaml.org,2002:str`, `!local`, or `!` alone.
    var tag: String?
    /// Where the first of them stands.
    var origin = 0

    var isEmpty: Bool { anchor == nil && tag == nil }
}
