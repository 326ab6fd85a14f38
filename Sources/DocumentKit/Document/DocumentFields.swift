/// The members of an object with their keys as values, which know their place; none for every other kind.
package struct DocumentFields: Sequence, IteratorProtocol, Sendable {
    private let document: Document
    private var child: Int
    private let end: Int

    init(_ value: DocumentValue) {
        document = value.document
        child = value.index + 1
        end = value.entry.kind == .object ? value.index + value.entry.extent : child
    }

    package mutating func next() -> (key: DocumentValue, value: DocumentValue)? {
        guard child < end else { return nil }
        let key = DocumentValue(document: document, index: child)
        let value = DocumentValue(document: document, index: child + 1)
        child += 1 + value.entry.span
        return (key, value)
    }
}

extension DocumentValue {
    /// An object's members with their keys' places, in order; empty for other kinds.
    package var fields: DocumentFields { DocumentFields(self) }
}
