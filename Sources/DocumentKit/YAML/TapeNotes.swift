/// What is known of some entries of a tape beyond their bits, by tape index: where they stand, how they are tagged.
struct TapeNotes<Value: Sendable>: Sendable {
    private struct Note {
        var index: Int
        var value: Value
    }

    /// In the order of the tape.
    private var notes: [Note] = []

    var isEmpty: Bool { notes.isEmpty }

    /// What is noted of an entry.
    subscript(index: Int) -> Value? {
        let place = place(of: index)
        return place < notes.endIndex && notes[place].index == index ? notes[place].value : nil
    }

    /// Notes something of an entry behind all others that have notes.
    mutating func append(_ value: Value, of index: Int) {
        notes.append(Note(index: index, value: value))
    }

    /// Notes something of an entry, whatever stands behind it.
    mutating func insert(_ value: Value, of index: Int) {
        notes.insert(Note(index: index, value: value), at: place(of: index))
    }

    /// Entries are repeated from an index behind all others on.
    mutating func repeatNotes(of entries: Range<Int>, at copy: Int) {
        for place in place(of: entries.lowerBound)..<place(of: entries.upperBound) {
            append(notes[place].value, of: notes[place].index - entries.lowerBound + copy)
        }
    }

    /// Entries are taken out, and those behind them move up.
    mutating func remove(_ entries: Range<Int>) {
        notes.removeSubrange(place(of: entries.lowerBound)..<place(of: entries.upperBound))
        for place in place(of: entries.lowerBound)..<notes.endIndex { notes[place].index -= entries.count }
    }

    /// Entries of another tape are repeated from an index behind all entries of this one on.
    mutating func repeatNotes(of entries: Range<Int>, in other: TapeNotes, at copy: Int) {
        for place in other.place(of: entries.lowerBound)..<other.place(of: entries.upperBound) {
            append(other.notes[place].value, of: other.notes[place].index - entries.lowerBound + copy)
        }
    }

    func map<Other>(_ change: (Value) -> Other) -> TapeNotes<Other> {
        var mapped = TapeNotes<Other>()
        for note in notes { mapped.append(change(note.value), of: note.index) }
        return mapped
    }

    /// The first note of an entry or of one behind it.
    private func place(of index: Int) -> Int {
        var (low, high) = (0, notes.count)
        while low < high {
            let middle = (low + high) / 2
            if notes[middle].index < index { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
