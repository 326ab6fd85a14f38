import Testing
import WorkflowAPI
import WorkflowModel

/// The backends that keep the contract. A new one adds a case, its site, and the kinds it stores.
enum BackendUnderTest: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case argo, kubernetes, local

    var testDescription: String { rawValue }

    /// What errors of this backend call it.
    var kind: BackendKind {
        switch self {
        case .argo: .argo
        case .kubernetes: .kubernetes
        case .local: .local
        }
    }

    var resourceKinds: [ResourceKind] {
        switch self {
        case .argo, .kubernetes: ResourceKind.allCases
        case .local: [.workflowTemplate, .clusterWorkflowTemplate]
        }
    }

    /// Every backend with every kind it stores.
    static let resources = allCases.flatMap { backend in backend.resourceKinds.map { (backend, $0) } }

    /// Hands a fresh world to `body` and leaves nothing behind, whatever happens in it.
    func withSite<Result>(_ body: (any ContractSite) async throws -> Result) async throws -> Result {
        let site: any ContractSite =
            switch self {
            case .argo: try ArgoSite()
            case .kubernetes: try KubernetesSite()
            case .local: try LocalSite()
            }
        let result: Swift.Result<Result, any Error>
        do {
            result = .success(try await body(site))
        } catch {
            result = .failure(error)
        }
        // A run that goes on would outlive its folder.
        for workflow in try await site.list(WorkflowQuery(namespace: nil)) {
            try await site.workflows.delete(
                WorkflowReference(namespace: workflow.namespace, name: workflow.name), force: false)
        }
        return try result.get()
    }
}
