/// A whole parsed document: its bytes and a flat tape of values. Immutable and cheap to pass (two arrays, copy-on-write).
package struct Document: Sendable {
    /// The source text, then any text that had to be made.
    var bytes: [UInt8]
    /// `TapeEntry` bits; never empty, with unused entries behind the root's last one.
    var tape: [UInt64]

    package var root: DocumentValue { DocumentValue(document: self, index: 0) }

    func entry(_ index: Int) -> TapeEntry { TapeEntry(bits: tape[index]) }
}
