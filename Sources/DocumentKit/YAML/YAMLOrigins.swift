/// Where values stand in a YAML text, as far as their tape entries do not tell.
///
/// Most text is used where it stands, so its entry starts at the value, or behind its quote. Noted are the others: values
/// that were made, have a tag or an anchor before them, or repeat another through an alias.
struct YAMLOrigins: Sendable {
    private struct Note {
        var index: Int
        var offset: Int
    }

    /// In the order of the tape.
    private var notes: [Note] = []

    /// The place of an entry whose value stands somewhere else than the entry says.
    subscript(index: Int) -> Int? {
        let place = place(of: index)
        return place < notes.endIndex && notes[place].index == index ? notes[place].offset : nil
    }

    /// Notes the place of an entry behind all others.
    mutating func append(_ offset: Int, of index: Int) {
        notes.append(Note(index: index, offset: offset))
    }

    /// Entries are repeated from an index behind all others on.
    mutating func repeatNotes(of entries: Range<Int>, at copy: Int) {
        for place in place(of: entries.lowerBound)..<place(of: entries.upperBound) {
            append(notes[place].offset, of: notes[place].index - entries.lowerBound + copy)
        }
    }

    /// Entries are taken out, and those behind them move up.
    mutating func remove(_ entries: Range<Int>) {
        notes.removeSubrange(place(of: entries.lowerBound)..<place(of: entries.upperBound))
        for place in place(of: entries.lowerBound)..<notes.endIndex { notes[place].index -= entries.count }
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
