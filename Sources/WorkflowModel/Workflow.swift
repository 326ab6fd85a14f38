package import DocumentKit

/// A workflow as a view of its document: nothing is copied, nothing is lost.
package struct Workflow: Sendable {
    package let document: DocumentValue

    package init(_ document: DocumentValue) { self.document = document }
}
