/// Something that only the server itself can tell, by how it answers.
enum ServerQuestion: Hashable, Sendable {
    /// Whether a workflow is asked for by `…/status`.
    case workflowRoute
    /// Whether logs are called `…/logs`.
    case logRoute
    /// Whether there is no watch.
    case watchRoute
    /// Whether conditions on names are not to be left to it.
    case nameFilter
    /// Whether lists are not to be asked for in pages.
    case paging
    /// Whether a dashboard knows no words for a status.
    case statusFilter
    /// Which definition an execution belongs to.
    case definition(of: String)

    var key: String {
        switch self {
        case .workflowRoute: "workflow-route"
        case .logRoute: "log-route"
        case .watchRoute: "watch-route"
        case .nameFilter: "name-filter"
        case .paging: "paging"
        case .statusFilter: "status-filter"
        case .definition(let execution): "definition-of " + execution
        }
    }
}
