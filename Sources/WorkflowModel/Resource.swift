package import DocumentKit

/// A stored template, cluster template or cron workflow as a view of its document.
package struct Resource: Sendable {
    package let kind: ResourceKind
    package let document: DocumentValue

    package init(_ kind: ResourceKind, _ document: DocumentValue) {
        self.kind = kind
        self.document = document
    }
}
