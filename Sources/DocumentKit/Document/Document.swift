/// A whole parsed document: its bytes and a flat tape of values. Immutable and cheap to pass (three references).
package struct Document: Sendable {
    /// The source text, then any text that had to be made.
    var bytes: [UInt8]
    /// `TapeEntry` bits; never empty, with unused entries behind the root's last one.
    var tape: [UInt64]
    /// What else a YAML text says; nil for other sources, of which the entries themselves say all.
    var yaml: YAMLNotes?

    /// Whether it was read from YAML, where a number or a boolean may have been meant as text.
    package var isYAML: Bool { yaml != nil }

    package var root: DocumentValue { DocumentValue(document: self, index: 0) }

    func entry(_ index: Int) -> TapeEntry { TapeEntry(bits: tape[index]) }
}
