/// A tape that grows, and what a YAML text says of its entries beyond their bits.
struct YAMLTape {
    private(set) var entries: [UInt64] = []
    /// Where values stand that do not stand where their entries say.
    var origins = TapeNotes<Int>()
    var tags = TapeNotes<String>()
    /// The entries of the last two merge keys of mappings that have several.
    var repeatedMerges = TapeNotes<(first: UInt64, second: UInt64)>()

    var count: Int { entries.count }

    subscript(index: Int) -> TapeEntry {
        get { TapeEntry(bits: entries[index]) }
        set { entries[index] = newValue.bits }
    }

    mutating func reserveCapacity(_ capacity: Int) { entries.reserveCapacity(capacity) }

    @inline(__always)
    mutating func append(_ entry: TapeEntry) { entries.append(entry.bits) }

    /// Repeats entries of this tape at its end.
    /// - Returns: the bytes of text in them.
    @discardableResult
    mutating func append(copyOf range: Range<Int>) -> Int {
        origins.repeatNotes(of: range, at: count)
        tags.repeatNotes(of: range, at: count)
        repeatedMerges.repeatNotes(of: range, at: count)
        var text = 0
        // One by one: a slice would share the memory, and all of it would be copied for each append.
        for index in range { text += appendCopy(of: self[index]) }
        return text
    }

    /// Repeats entries of another tape at the end of this one.
    /// - Returns: the bytes of text in them.
    @discardableResult
    mutating func append(copyOf range: Range<Int>, in other: YAMLTape) -> Int {
        origins.repeatNotes(of: range, in: other.origins, at: count)
        tags.repeatNotes(of: range, in: other.tags, at: count)
        repeatedMerges.repeatNotes(of: range, in: other.repeatedMerges, at: count)
        var text = 0
        for index in range { text += appendCopy(of: other[index]) }
        return text
    }

    @inline(__always)
    private mutating func appendCopy(of entry: TapeEntry) -> Int {
        append(entry)
        return entry.isContainer ? 0 : entry.extent
    }

    /// Takes entries out; those behind them move up.
    mutating func remove(_ range: Range<Int>) {
        entries.removeSubrange(range)
        origins.remove(range)
        tags.remove(range)
        repeatedMerges.remove(range)
    }

    /// The document of a whole tape, still without its bytes.
    func document(sourceCount: Int) -> Document {
        var tape = entries
        // Merge keys are no values any more; they stand behind the root, where they can be pointed at.
        let merges = repeatedMerges.map { merge in
            tape.append(merge.first)
            tape.append(merge.second)
            return tape.count - 2
        }
        return Document(
            bytes: [], tape: tape,
            yaml: YAMLNotes(origins: origins, sourceCount: sourceCount, tags: tags, repeatedMerges: merges))
    }
}
