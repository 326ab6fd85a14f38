/// Turns events into tapes: resolves scalars, aliases, tags and merge keys.
///
/// An alias repeats the entries of what it names, whose text is shared; how many entries aliases may add is limited, so that
/// a few lines cannot ask for gigabytes.
struct YAMLComposer {
    struct Open {
        var index: Int
        var isMapping: Bool
        var expectsKey: Bool
        /// Tape indices of `<<` keys.
        var merges: [Int] = []
    }

    private struct Anchor {
        var event: YAMLEvent
        /// Where a collection starts on the tape.
        var index: Int
    }

    /// Entries that aliases and merge keys may add to one stream.
    static let aliasLimit = 1_000_000

    /// The text and what is behind it; then comes what is made.
    let source: [UInt8]
    /// Text that had to be made, by the parser and here.
    var made: [UInt8] = []
    var tape: [UInt64] = []
    var origins: [UInt32] = []
    var tags: [TagNote] = []
    var open: [Open] = []
    /// Entries that were added so far.
    var added = 0
    private var anchors: [[UInt8]: Anchor] = [:]

    init(source: [UInt8]) {
        self.source = source
    }

    /// Composes the events of one document.
    mutating func compose(_ events: [YAMLEvent], _ properties: [YAMLProperties]) throws(YAMLFault) {
        tape = []
        origins = []
        tags = []
        tape.reserveCapacity(events.count)
        origins.reserveCapacity(events.count)
        anchors.removeAll(keepingCapacity: true)
        for event in events {
            let own = properties[event.properties]
            switch event.kind {
            case .scalar:
                remember(own, event)
                try add(event, own.tag)
            case .sequenceStart, .mappingStart:
                remember(own, event)
                try openCollection(event, own.tag)
            case .sequenceEnd, .mappingEnd: try closeCollection()
            case .alias: try repeatAnchor(event)
            }
        }
    }

    private mutating func remember(_ own: YAMLProperties, _ event: YAMLEvent) {
        if let anchor = own.anchor { anchors[Array(source[anchor])] = Anchor(event: event, index: tape.count) }
    }

    // MARK: Scalars

    private mutating func add(_ event: YAMLEvent, _ tag: String?) throws(YAMLFault) {
        let isKey = takesKey(event, tag)
        let entry = try isKey ? keyEntry(event, tag) : valueEntry(event, tag)
        append(entry, at: event.origin)
    }

    /// Notes that a scalar or a collection comes next.
    /// - Returns: whether it is a key.
    private mutating func takesKey(_ event: YAMLEvent, _ tag: String?) -> Bool {
        guard let last = open.indices.last, open[last].isMapping else { return false }
        let isKey = open[last].expectsKey
        open[last].expectsKey = !isKey
        if isKey, tag == nil, event.style == .plain, event.text.count == 2, hasText(event, "<<") {
            open[last].merges.append(tape.count)
        }
        return isKey
    }

    private func hasText(_ event: YAMLEvent, _ text: StaticString) -> Bool {
        let bytes = event.isMade ? made[event.text] : source[event.text]
        return text.withUTF8Buffer { bytes.elementsEqual($0) }
    }

    mutating func append(_ entry: TapeEntry, at origin: Int) {
        tape.append(entry.bits)
        origins.append(UInt32(truncatingIfNeeded: origin))
    }

    private func keyEntry(_ event: YAMLEvent, _ tag: String?) throws(YAMLFault) -> TapeEntry {
        if try scalar(event, tag) == .null {
            throw YAMLFault("a key must be a text; an empty one is written as \"\"", at: event.origin)
        }
        return textEntry(event)
    }

    private mutating func valueEntry(_ event: YAMLEvent, _ tag: String?) throws(YAMLFault) -> TapeEntry {
        if let tag, !tag.hasPrefix(YAMLTag.corePrefix), tag != "!" {
            tags.append(TagNote(index: tape.count, tag: tag))
        }
        switch try scalar(event, tag) {
        case .null: return literal(event, .null, "null")
        case .bool(let value): return literal(event, value ? .true : .false, value ? "true" : "false")
        case .number: return TapeEntry(.number, start: start(event), extent: event.text.count)
        case .respelled(let number): return madeEntry(.number, number)
        case .text: return textEntry(event)
        }
    }

    private func scalar(_ event: YAMLEvent, _ tag: String?) throws(YAMLFault) -> YAMLScalar {
        guard let tag else {
            guard event.style == .plain else { return .text }
            return event.isMade
                ? YAMLScalar(plain: made.span.extracting(event.text))
                : YAMLScalar(plain: source.span.extracting(event.text))
        }
        guard tag.hasPrefix(YAMLTag.corePrefix) else { return .text }
        let plain = try scalar(
            YAMLEvent(.scalar, text: event.text, isMade: event.isMade, at: event.origin), nil)
        let name = tag.dropFirst(YAMLTag.corePrefix.count)
        switch (name, plain) {
        case ("int", .number), ("int", .respelled), ("float", .number), ("float", .respelled), ("bool", .bool),
            ("null", .null):
            return plain
        case ("int", _), ("float", _), ("bool", _), ("null", _):
            throw YAMLFault("this is not what its tag '!!\(name)' says", at: event.origin)
        case ("map", _), ("seq", _):
            throw YAMLFault("this is not what its tag '!!\(name)' says", at: event.origin)
        default: return .text
        }
    }

    private func start(_ event: YAMLEvent) -> Int { event.text.lowerBound + (event.isMade ? source.count : 0) }

    private func textEntry(_ event: YAMLEvent) -> TapeEntry {
        // Between double quotes in the source plain ASCII is a JSON string as it stands.
        var kind = TapeEntry.Kind.text
        if event.style == .doubleQuoted, !event.isMade, source[event.text].allSatisfy(\.isPlain) { kind = .quoted }
        return TapeEntry(kind, start: start(event), extent: event.text.count)
    }

    private mutating func literal(_ event: YAMLEvent, _ kind: TapeEntry.Kind, _ word: StaticString) -> TapeEntry {
        if hasText(event, word) { return TapeEntry(kind, start: start(event), extent: event.text.count) }
        return madeEntry(kind, word.description)
    }

    private mutating func madeEntry(_ kind: TapeEntry.Kind, _ text: String) -> TapeEntry {
        let start = source.count + made.count
        made.append(contentsOf: text.utf8)
        return TapeEntry(kind, start: start, extent: text.utf8.count)
    }

    // MARK: Collections

    private mutating func openCollection(_ event: YAMLEvent, _ tag: String?) throws(YAMLFault) {
        let isMapping = event.kind == .mappingStart
        if takesKey(event, tag) { throw complexKey(event) }
        if let tag, tag != "!" {
            if !tag.hasPrefix(YAMLTag.corePrefix) {
                tags.append(TagNote(index: tape.count, tag: tag))
            } else if ["str", "int", "float", "bool", "null", isMapping ? "seq" : "map"].contains(
                tag.dropFirst(YAMLTag.corePrefix.count))
            {
                let name = tag.dropFirst(YAMLTag.corePrefix.count)
                throw YAMLFault("this is not what its tag '!!\(name)' says", at: event.origin)
            }
        }
        open.append(Open(index: tape.count, isMapping: isMapping, expectsKey: isMapping))
        append(TapeEntry(isMapping ? .object : .array, start: event.origin, extent: 1), at: event.origin)
    }

    private func complexKey(_ event: YAMLEvent) -> YAMLFault {
        let at = event.origin
        if event.kind == .mappingStart, at > 0, source[at] == .openBrace, source[at - 1] == .openBrace {
            return YAMLTemplateMark.fault(at: at - 1)
        }
        return YAMLFault("a key must be a text, not a list or a mapping", at: at)
    }

    private mutating func closeCollection() throws(YAMLFault) {
        guard let closed = open.popLast() else { return }
        if !closed.merges.isEmpty { try merge(closed) }
        let start = TapeEntry(bits: tape[closed.index]).start
        guard tape.count <= TapeEntry.maximumExtent else {
            throw YAMLFault("more than \(TapeEntry.maximumExtent) values", at: start)
        }
        tape[closed.index] =
            TapeEntry(closed.isMapping ? .object : .array, start: start, extent: tape.count - closed.index).bits
    }

    private mutating func repeatAnchor(_ alias: YAMLEvent) throws(YAMLFault) {
        guard let anchor = anchors[Array(source[alias.text])] else {
            let name = String(decoding: source[alias.text], as: UTF8.self)
            throw YAMLFault("no anchor '&\(name)' stands before this alias", at: alias.origin)
        }
        var event = anchor.event
        event.origin = alias.origin
        guard event.kind != .scalar else { return try add(event, nil) }
        guard !open.contains(where: { $0.index == anchor.index }) else {
            throw YAMLFault("an alias cannot stand inside what it names", at: alias.origin)
        }
        if takesKey(event, "!") { throw complexKey(event) }
        let copy = tape.count
        try repeatEntries(anchor.index..<anchor.index + TapeEntry(bits: tape[anchor.index]).extent, at: alias.origin)
        origins[copy] = UInt32(truncatingIfNeeded: alias.origin)
    }

    /// Appends entries that stand on the tape already.
    mutating func repeatEntries(_ range: Range<Int>, at origin: Int) throws(YAMLFault) {
        added += range.count
        guard added <= Self.aliasLimit else {
            throw YAMLFault("aliases repeat more than \(Self.aliasLimit) values", at: origin)
        }
        tape.append(contentsOf: tape[range])
        origins.append(contentsOf: origins[range])
    }
}

/// `{{name}}`, which is a placeholder to Argo and a mapping in a mapping to YAML.
enum YAMLTemplateMark {
    static func fault(at offset: Int) -> YAMLFault {
        YAMLFault("'{{' starts a mapping in YAML; put the whole value in quotes: \"{{…}}\"", at: offset)
    }
}
