/// The elements of an array; none for every other kind.
package struct DocumentElements: Sequence, IteratorProtocol, Sendable {
    private let document: Document
    private var child: Int
    private let end: Int

    init(_ value: DocumentValue) {
        document = value.document
        child = value.index + 1
        end = value.entry.kind == .array ? value.index + value.entry.extent : child
    }

    package mutating func next() -> DocumentValue? {
        guard child < end else { return nil }
        defer { child += document.entry(child).span }
        return DocumentValue(document: document, index: child)
    }
}

extension DocumentValue {
    /// An array's elements; empty for other kinds.
    package var elements: DocumentElements { DocumentElements(self) }
}
