/// A whole parsed document: its bytes and a flat tape of values. Immutable and cheap to pass (a few arrays, copy-on-write).
package struct Document: Sendable {
    /// The source text, then any text that had to be made.
    var bytes: [UInt8]
    /// `TapeEntry` bits; never empty, with unused entries behind the root's last one.
    var tape: [UInt64]
    /// Where the value of each entry stands in the source; empty where the entries themselves say so.
    var origins: [UInt32] = []
    /// How many of the bytes are the source text; nil where all are.
    var sourceCount: Int?
    /// Tags that mean something to an application only, by tape index.
    var tags: [TagNote] = []

    /// Whether it was read from YAML, where a number or a boolean may have been meant as text.
    package var isYAML: Bool { !origins.isEmpty }

    package var root: DocumentValue { DocumentValue(document: self, index: 0) }

    func entry(_ index: Int) -> TapeEntry { TapeEntry(bits: tape[index]) }
}

/// A tag beside a value: `!secret`, or a whole one such as `tag:example.com,2000:app/item`.
struct TagNote: Sendable, Equatable {
    var index: Int
    var tag: String
}
