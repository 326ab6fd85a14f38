package import DocumentKit
package import WorkflowModel

/// A server's own opinion of manifests, which it checks against everything it stores.
package protocol LintService: Sendable {
    /// What the server has against a manifest, nil if nothing.
    /// - Parameter kind: nil for a workflow.
    func problem(with manifest: ValueTree, kind: ResourceKind?, namespace: String) async throws -> String?
}
