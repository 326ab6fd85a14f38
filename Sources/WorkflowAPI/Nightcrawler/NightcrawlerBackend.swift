package import WorkflowModel

/// A Nightcrawler dashboard: its definitions are templates, its executions workflows.
package struct NightcrawlerBackend: ServedBackend {
    package let kind = BackendKind.nightcrawler
    package let client: APIClient

    package init(client: APIClient) {
        var client = client
        client.dialect = .dashboard
        client.proof = NightcrawlerEndpoints.proof
        self.client = client
    }

    package var workflows: any WorkflowService { NightcrawlerWorkflows(client: client) }

    package func resources(_ kind: ResourceKind) throws(BackendError) -> any ResourceService {
        guard kind == .workflowTemplate else { throw .unsupported(kind.plural, by: .nightcrawler) }
        return NightcrawlerDefinitions(client: client)
    }

    package func has(_ feature: BackendFeature) -> Bool {
        switch feature {
        case .namespaces, .deletion: false
        case .definitions, .environments: true
        }
    }
}
