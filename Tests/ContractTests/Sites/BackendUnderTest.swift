import Testing
import WorkflowAPI
import WorkflowModel

/// The backends that keep the contract. A new one adds a case, its site, and the kinds it stores.
enum BackendUnderTest: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case argo, kubernetes, local, nightcrawler

    var testDescription: String { rawValue }

    /// What errors of this backend call it.
    var kind: BackendKind {
        switch self {
        case .argo: .argo
        case .kubernetes: .kubernetes
        case .local: .local
        case .nightcrawler: .nightcrawler
        }
    }

    /// Those whose workflows are made from manifests: with names and labels of their own, stored until they are deleted.
    static let takingManifests: [BackendUnderTest] = [.argo, .kubernetes, .local]
    /// Those that talk to a server.
    static let network: [BackendUnderTest] = [.argo, .kubernetes, .nightcrawler]
    /// Those that tell of changes by themselves.
    static let watching: [BackendUnderTest] = [.argo, .kubernetes, .local]

    var resourceKinds: [ResourceKind] {
        switch self {
        case .argo, .kubernetes: ResourceKind.allCases
        case .local: [.workflowTemplate, .clusterWorkflowTemplate]
        case .nightcrawler: [.workflowTemplate]
        }
    }

    /// Every backend that takes manifests, with every kind it stores.
    static let resources = takingManifests.flatMap { backend in backend.resourceKinds.map { (backend, $0) } }

    /// Hands a fresh world to `body` and leaves nothing behind, whatever happens in it.
    func withSite<Result>(_ body: (any ContractSite) async throws -> Result) async throws -> Result {
        let site: any ContractSite =
            switch self {
            case .argo: try ArgoSite()
            case .kubernetes: try KubernetesSite()
            case .local: try LocalSite()
            case .nightcrawler: try NightcrawlerSite()
            }
        let result: Swift.Result<Result, any Error>
        do {
            result = .success(try await body(site))
        } catch {
            result = .failure(error)
        }
        guard site is LocalSite else { return try result.get() }
        // A run that goes on would outlive its folder.
        for workflow in try await site.list(WorkflowQuery(namespace: nil)) {
            try await site.workflows.delete(
                WorkflowReference(namespace: workflow.namespace, name: workflow.name), force: false)
        }
        return try result.get()
    }

    /// The same for backends that talk to a server.
    func withNetworkSite<Result>(_ body: (any NetworkSite) async throws -> Result) async throws -> Result {
        try await withSite { site in try await body(try #require(site as? any NetworkSite)) }
    }
}
