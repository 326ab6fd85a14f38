/// Lays events out on tapes: resolves scalars, aliases, tags and merge keys.
///
/// An alias repeats the entries of what it names, whose text is shared; how many entries aliases may add is limited, so that
/// a few lines cannot ask for gigabytes.
struct YAMLComposer: YAMLHandler {
    struct Open {
        var index = 0
        var isMapping = false
        var expectsKey = false
    }

    /// Entries that aliases and merge keys may add to one stream.
    static let aliasLimit = 1_000_000
    /// Bytes of text in them: what is made of a document later has them all.
    static let aliasTextLimit = 64 << 20

    /// The text and what is behind it; then comes what is made.
    private(set) var source: [UInt8]
    private(set) var count = 0
    var tape = YAMLTape()
    /// The innermost open collection; the ones around it, and below them all one that stands for none.
    private var inner = Open()
    private var outers: [Open] = []
    /// The `<<` keys of open mappings, by tape index.
    private var mergeKeys: [(mapping: Int, key: Int)] = []
    var anchors: [[UInt8]: Anchor] = [:]
    /// The anchored collections on the tape, in its order.
    var anchored: [(index: Int, name: [UInt8])] = []
    /// The ones that were taken off it.
    var kept = YAMLTape()
    /// What aliases and merge keys have added so far, and how often merge keys have moved an entry.
    var repeatedEntries = 0
    var repeatedText = 0
    var moved = 0

    init(source: [UInt8]) {
        self.source = source
        // One value in ten bytes is usual.
        tape.reserveCapacity(source.count / 10)
    }

    /// The document that was read, still without its bytes.
    mutating func finishDocument() -> Document {
        let document = tape.document(sourceCount: source.count)
        tape = YAMLTape()
        if !anchors.isEmpty {
            anchors = [:]
            anchored = []
            kept = YAMLTape()
        }
        count = 0
        return document
    }

    /// Lets go of the text, so that what was made can be put behind it without a copy.
    mutating func releaseSource() { source = [] }

    mutating func take(
        _ event: YAMLEvent, anchor: Range<Int>, tag: String?, made: inout [UInt8]
    ) throws(YAMLFault) {
        count += 1
        if !anchor.isEmpty { name(Array(source[anchor]), event, tag) }
        switch event.kind {
        case .scalar: try add(event, tag, &made)
        case .sequenceStart, .mappingStart: try openCollection(event, tag)
        case .sequenceEnd, .mappingEnd: try closeCollection(made)
        case .alias: try repeatAnchor(event, &made)
        }
    }

    private mutating func name(_ name: [UInt8], _ event: YAMLEvent, _ tag: String?) {
        anchors[name] = Anchor(event: event, tag: tag, place: .tape(tape.count))
        if event.kind != .scalar { anchored.append((tape.count, name)) }
    }

    mutating func openMapping(
        before event: Int, at origin: Int, style: YAMLEvent.Style, anchor: Range<Int>, tag: String?
    ) throws(YAMLFault) {
        throw complexKey(at: origin)
    }

    @inline(__always)
    mutating func append(_ entry: TapeEntry, at origin: Int) {
        // Most stand at their text; one that is quoted stands a byte before it.
        if entry.start != origin, entry.start - 1 != origin || entry.origin(in: source) != origin {
            tape.origins.append(origin, of: tape.count)
        }
        tape.append(entry)
    }

    // MARK: Scalars

    mutating func add(_ event: YAMLEvent, _ tag: String?, _ made: inout [UInt8]) throws(YAMLFault) {
        let isKey = takesKey()
        if tag == nil, event.style != .plain || isPlainText(event) {
            return append(entry(.text, event), at: event.origin)
        }
        if let tag, !YAMLTag.isResolved(tag) {
            tape.tags.append(tag, of: tape.count)
        }
        let scalar = try YAMLScalar(event, tag, source, made)
        guard isKey else { return append(entry(event, scalar, &made), at: event.origin) }
        if scalar == .null {
            throw YAMLFault("a key must be a text; an empty one is written as \"\"", at: event.origin)
        }
        if tag == nil, event.style == .plain, event.text.count == 2, hasText(event, "<<", made) {
            mergeKeys.append((inner.index, tape.count))
        }
        append(entry(.text, event), at: event.origin)
    }

    /// Whether a plain scalar can mean nothing but text, which its first byte tells of most.
    @inline(__always)
    private func isPlainText(_ event: YAMLEvent) -> Bool {
        !event.isMade && !event.text.isEmpty && !YAMLScalar.mayMeanMore(source[event.text.lowerBound])
    }

    /// Notes that a node comes next.
    /// - Returns: whether it is a key.
    mutating func takesKey() -> Bool {
        guard inner.isMapping else { return false }
        inner.expectsKey.toggle()
        return !inner.expectsKey
    }

    private func entry(_ event: YAMLEvent, _ scalar: YAMLScalar, _ made: inout [UInt8]) -> TapeEntry {
        switch scalar {
        case .null: return literal(event, .null, "null", &made)
        case .bool(let value): return literal(event, value ? .true : .false, value ? "true" : "false", &made)
        case .number: return entry(.number, event)
        case .respelled(let number): return entry(.number, number, &made)
        case .text: return entry(.text, event)
        }
    }

    private func literal(
        _ event: YAMLEvent, _ kind: TapeEntry.Kind, _ word: StaticString, _ made: inout [UInt8]
    ) -> TapeEntry {
        hasText(event, word, made) ? entry(kind, event) : entry(kind, word.description, &made)
    }

    @inline(__always)
    private func entry(_ kind: TapeEntry.Kind, _ event: YAMLEvent) -> TapeEntry {
        let start = event.text.lowerBound + (event.isMade ? source.count : 0)
        return TapeEntry(kind, start: start, extent: event.text.count)
    }

    private func entry(_ kind: TapeEntry.Kind, _ text: String, _ made: inout [UInt8]) -> TapeEntry {
        let start = source.count + made.count
        made.append(contentsOf: text.utf8)
        return TapeEntry(kind, start: start, extent: text.utf8.count)
    }

    private func hasText(_ event: YAMLEvent, _ text: StaticString, _ made: [UInt8]) -> Bool {
        let bytes = event.isMade ? made[event.text] : source[event.text]
        return text.withUTF8Buffer { bytes.elementsEqual($0) }
    }

    // MARK: Collections

    private mutating func openCollection(_ event: YAMLEvent, _ tag: String?) throws(YAMLFault) {
        let isMapping = event.kind == .mappingStart
        if takesKey() { throw complexKey(at: event.origin) }
        if let tag, tag != "!" {
            if !YAMLTag.isResolved(tag) {
                tape.tags.append(tag, of: tape.count)
            } else if tag != YAMLTag.corePrefix + (isMapping ? "map" : "seq") {
                throw YAMLTag.mismatch(tag, at: event.origin)
            }
        }
        outers.append(inner)
        inner = Open(index: tape.count, isMapping: isMapping, expectsKey: isMapping)
        append(TapeEntry(isMapping ? .object : .array, start: event.origin, extent: 1), at: event.origin)
    }

    func complexKey(at offset: Int) -> YAMLFault {
        if source[offset] == .openBrace, offset > 0, source[offset - 1] == .openBrace {
            return .placeholder(at: offset - 1)
        }
        return YAMLFault("a key must be a text, not a list or a mapping", at: offset)
    }

    private mutating func closeCollection(_ made: [UInt8]) throws(YAMLFault) {
        let closed = inner
        inner = outers.removeLast()
        if let last = mergeKeys.last, last.mapping == closed.index {
            // Those of the mapping that was opened last stand last.
            let own = mergeKeys.lastIndex { $0.mapping != closed.index }.map { $0 + 1 } ?? 0
            let keys = mergeKeys[own...].map(\.key)
            mergeKeys.removeSubrange(own...)
            try merge(keys[...], into: closed.index, made)
        }
        let start = tape[closed.index].start
        guard tape.count <= TapeEntry.maximumExtent else {
            throw YAMLFault("more than \(TapeEntry.maximumExtent) values", at: start)
        }
        tape[closed.index] =
            TapeEntry(closed.isMapping ? .object : .array, start: start, extent: tape.count - closed.index)
    }

    func isOpen(_ index: Int) -> Bool {
        !outers.isEmpty && (inner.index == index || outers.dropFirst().contains { $0.index == index })
    }
}
