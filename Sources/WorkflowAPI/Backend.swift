package import DocumentKit
package import WorkflowModel

/// The places a workflow can live.
package enum BackendKind: String, Sendable, CaseIterable {
    case argo, kubernetes, nightcrawler, local
}

/// One place where workflows live, as a set of small services.
///
/// A backend that lacks a service keeps the throwing default; nobody writes stubs.
package protocol Backend: Sendable {
    var kind: BackendKind { get }
    /// What messages call this backend: `argo-server:2746`, `this machine`.
    var address: String { get }
    var workflows: any WorkflowService { get }
    /// Templates, cluster templates or cron workflows.
    func resources(_ kind: ResourceKind) throws(BackendError) -> any ResourceService
    /// The server's opinion of manifests.
    func linter() throws(BackendError) -> any LintService
    func has(_ feature: BackendFeature) -> Bool
    /// What the server says of itself, as `{"version": …}` or `{"gitVersion": …}`; nil where it has no version to tell.
    func serverVersion() async throws -> DocumentValue?
    /// Whom the server takes us for; nil where it does not say.
    func identity() async throws -> DocumentValue?
}

extension Backend {
    package func resources(_ kind: ResourceKind) throws(BackendError) -> any ResourceService {
        throw .unsupported(kind.plural, by: self.kind)
    }

    package func linter() throws(BackendError) -> any LintService {
        throw .unsupported("lint", by: kind)
    }

    package func has(_ feature: BackendFeature) -> Bool {
        switch feature {
        case .namespaces, .deletion: true
        case .definitions, .environments: false
        }
    }

    package func serverVersion() async throws -> DocumentValue? { nil }

    package func identity() async throws -> DocumentValue? { nil }
}
