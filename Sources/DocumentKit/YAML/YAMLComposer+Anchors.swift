// Anchors and the aliases that repeat them.

extension YAMLComposer {
    /// What an alias repeats.
    struct Anchor {
        /// Where the entries of a collection stand.
        enum Place {
            case tape(Int)
            /// Among those that were kept, since they are not where they were.
            case kept(Int)
        }

        var event: YAMLEvent
        var tag: String?
        var place: Place
    }

    mutating func repeatAnchor(_ alias: YAMLEvent, _ made: inout [UInt8]) throws(YAMLFault) {
        guard let anchor = anchors[Array(source[alias.text])] else {
            let name = String(decoding: source[alias.text], as: UTF8.self)
            throw YAMLFault("no anchor '&\(name)' stands before this alias", at: alias.origin)
        }
        var event = anchor.event
        event.origin = alias.origin
        guard event.kind != .scalar else {
            try countRepeated(entries: 0, text: event.text.count, at: alias.origin)
            return try add(event, anchor.tag, &made)
        }
        if case .tape(let index) = anchor.place, isOpen(index) {
            throw YAMLFault("an alias cannot stand inside what it names", at: alias.origin)
        }
        if takesKey() { throw complexKey(at: alias.origin) }
        tape.origins.append(alias.origin, of: tape.count)
        switch anchor.place {
        case .tape(let index): try repeatEntries(index..<index + tape[index].extent, at: alias.origin)
        case .kept(let index):
            let range = index..<index + kept[index].extent
            try countRepeated(entries: range.count, text: 0, at: alias.origin)
            try countRepeated(entries: 0, text: tape.append(copyOf: range, in: kept), at: alias.origin)
        }
    }

    /// Appends entries that stand on the tape already.
    mutating func repeatEntries(_ range: Range<Int>, at origin: Int) throws(YAMLFault) {
        try countRepeated(entries: range.count, text: 0, at: origin)
        try countRepeated(entries: 0, text: tape.append(copyOf: range), at: origin)
    }

    /// Keeps the anchored collections from an index on, which are about to move or to go.
    mutating func keepAnchors(from first: Int) throws(YAMLFault) {
        while let (index, name) = anchored.last, index >= first {
            anchored.removeLast()
            // Another node may have taken the name since.
            guard case .tape(let place)? = anchors[name]?.place, place == index else { continue }
            let range = index..<index + tape[index].extent
            try countMoved(range.count, at: index)
            anchors[name]?.place = .kept(kept.count)
            kept.append(copyOf: range, in: tape)
        }
    }

    private mutating func countRepeated(entries: Int, text: Int, at origin: Int) throws(YAMLFault) {
        repeatedEntries += entries
        repeatedText += text
        guard repeatedEntries <= Self.aliasLimit else {
            throw YAMLFault("aliases repeat more than \(Self.aliasLimit) values", at: origin)
        }
        guard repeatedText <= Self.aliasTextLimit else {
            throw YAMLFault("aliases repeat more than \(Self.aliasTextLimit >> 20) MiB of text", at: origin)
        }
    }

    /// Members of mappings with merge keys move, those of mappings around them again.
    mutating func countMoved(_ entries: Int, at index: Int) throws(YAMLFault) {
        moved += entries
        guard moved <= Self.aliasLimit + 4 * source.count else {
            throw YAMLFault("too many merge keys stand around each other", at: origin(of: index))
        }
    }

    func origin(of index: Int) -> Int { tape.origins[index] ?? tape[index].origin(in: source) }
}
