/// The members of an object in source order, duplicates kept; none for every other kind.
package struct DocumentMembers: Sequence, IteratorProtocol, Sendable {
    private var fields: DocumentFields

    init(_ value: DocumentValue) { fields = DocumentFields(value) }

    package mutating func next() -> (key: String, value: DocumentValue)? {
        fields.next().map { ($0.key.string ?? "", $0.value) }
    }
}

extension DocumentValue {
    /// An object's members, in order; empty for other kinds.
    package var members: DocumentMembers { DocumentMembers(self) }
}
