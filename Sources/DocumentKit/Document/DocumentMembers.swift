/// The members of an object in source order, duplicates kept; none for every other kind.
package struct DocumentMembers: Sequence, IteratorProtocol, Sendable {
    private let document: Document
    private var child: Int
    private let end: Int

    init(_ value: DocumentValue) {
        document = value.document
        child = value.index + 1
        end = value.entry.kind == .object ? value.index + value.entry.extent : child
    }

    package mutating func next() -> (key: String, value: DocumentValue)? {
        guard child < end else { return nil }
        let key = DocumentValue(document: document, index: child).string ?? ""
        let value = DocumentValue(document: document, index: child + 1)
        child += 1 + value.entry.span
        return (key, value)
    }
}

extension DocumentValue {
    /// An object's members, in order; empty for other kinds.
    package var members: DocumentMembers { DocumentMembers(self) }
}
