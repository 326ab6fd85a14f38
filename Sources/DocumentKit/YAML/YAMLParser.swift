/// Reads YAML 1.2 and tells a handler what stands there, one document after the other.
///
/// The structure follows the productions of the specification's chapters 6 to 9, without recursion: open collections stand
/// on a stack, and `run` either reads the next node or goes on with the innermost collection. A node is told where it
/// stands by a `Place`. Text that has to be made (folded lines, escapes) is gathered in `made`.
struct YAMLParser<Handler: YAMLHandler> {
    /// The text, then a newline and a zero byte, so that every look ahead ends.
    private(set) var source: [UInt8]
    /// The length of the text itself.
    let end: Int
    let depthLimit: Int

    /// The next byte to read.
    var at: Int
    /// Where the current line starts.
    var lineStart: Int
    /// Spaces at the start of the current line.
    var indent = 0
    /// The first byte of the current line that is neither space, tab nor comment.
    var content = 0

    var handler: Handler
    var made: [UInt8] = []
    /// The tags of the current document; the first one means none.
    var tags = [""]
    var open: [YAMLCollection] = []
    /// What the innermost block node wants to know once its flow collection has ended.
    var flowRoot = YAMLFlowRoot()
    /// Whether the node before the cursor ends in a quote or a bracket, so that a `:` may follow at once.
    var endsLikeJSON = false
    /// `%TAG` handles of the current document: `!e!` and what it stands for.
    var tagHandles: [(handle: String, prefix: String)] = []
    /// Whether the current document has a `%YAML` directive.
    var hasVersion = false

    init(_ bytes: consuming [UInt8], depthLimit: Int, handler: (_ source: [UInt8]) -> Handler) {
        end = bytes.count
        at = ByteOrderMark.length(bytes.span)
        lineStart = at
        // Said outright, since the text is copied else.
        source = consume bytes
        source.append(.newline)
        source.append(0)
        // Most texts need less; memory that is not needed is not touched.
        made.reserveCapacity(end / 4)
        self.handler = handler(source)
        self.depthLimit = depthLimit
    }

    /// The text and, behind it, all that was made; the parser is empty then.
    mutating func releaseText() -> [UInt8] {
        var text: [UInt8] = []
        swap(&text, &source)
        text += made
        return text
    }

    /// What to do next.
    enum Step {
        case node(YAMLPlace)
        case flowNode
        /// Go on with the innermost open collection.
        case resume
    }

    /// Reads one root node and everything in it.
    mutating func run(_ root: YAMLPlace) throws(YAMLFault) {
        var step = Step.node(root)
        while true {
            switch step {
            case .node(let place): step = try readNode(place)
            case .flowNode: step = try readFlowNode()
            case .resume:
                guard let collection = open.last else { return }
                switch collection.kind {
                case .blockSequence: step = try resumeBlockSequence(collection)
                case .blockMapping: step = try resumeBlockMapping(collection)
                case .flowSequence: step = try resumeFlowSequence(collection)
                case .flowMapping: step = try resumeFlowMapping(collection)
                case .flowPair: step = try resumeFlowPair(collection)
                }
            }
        }
    }

    mutating func push(_ collection: YAMLCollection, at offset: Int) throws(YAMLFault) {
        guard open.count < depthLimit else {
            throw YAMLFault("more than \(depthLimit) levels of nesting", at: offset)
        }
        open.append(collection)
    }

    mutating func emit(_ event: YAMLEvent, _ own: YAMLProperties = YAMLProperties()) throws(YAMLFault) {
        guard !own.isEmpty else { return try handler.take(event, anchor: 0..<0, tag: nil, made: &made) }
        var event = event
        event.origin = min(event.origin, own.origin)
        try handler.take(event, anchor: own.anchor, tag: tag(own), made: &made)
    }

    /// A node without text.
    mutating func emitEmpty(_ own: YAMLProperties = YAMLProperties(), at offset: Int) throws(YAMLFault) {
        try emit(YAMLEvent(.scalar, text: offset..<offset, at: offset), own)
    }

    @inline(__always)
    func tag(_ own: YAMLProperties) -> String? { own.tag == 0 ? nil : tags[own.tag] }
}

/// Where a block node stands, which decides what it may be.
struct YAMLPlace {
    /// The column of the collection around it, which the node's lines must exceed; -1 at the root.
    var indent: Int
    /// Whether a block collection may start on the line the cursor is on: `- - a` has one, `a: - b` has none.
    var takesCollection: Bool
    /// Whether a sequence may stand in the very column of the mapping around it, as under `key:`.
    var takesAlignedSequence: Bool
}

/// A collection whose end has not come.
struct YAMLCollection {
    enum Kind {
        case blockSequence, blockMapping, flowSequence, flowMapping
        /// `[a: b]`: a mapping of one pair without braces.
        case flowPair
    }

    /// What comes next in it.
    enum Phase {
        /// An entry, a key, or the end.
        case entry
        /// The value of a key that is there.
        case value
        /// A comma or the end.
        case separator
    }

    var kind: Kind
    var phase = Phase.entry
    /// The column of its entries; of block collections only.
    var indent = 0
    /// Where it starts.
    var origin: Int
    /// The event it starts with and the line it stands in; of flow collections, which may turn out to be keys.
    var event = 0
    var line = 0
}

/// The outermost flow collection of a block node: `[a]: b` shows only at its end that it was a key.
struct YAMLFlowRoot {
    enum Role { case node, key }

    var role = Role.node
    var place = YAMLPlace(indent: -1, takesCollection: false, takesAlignedSequence: false)
    /// Properties on the lines before, which belong to a mapping if one starts here.
    var outer = YAMLProperties()
    var inner = YAMLProperties()
    var event = 0
    var origin = 0
    var lineStart = 0
}
