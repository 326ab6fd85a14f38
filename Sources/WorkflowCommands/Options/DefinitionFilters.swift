import ArgumentKit
import WorkflowAPI

/// Which definitions of a dashboard to list.
struct DefinitionFilters: ArgumentGroup {
    enum Status: String, CaseIterable, ArgumentValue { case active, inactive }
    enum Priority: String, CaseIterable, ArgumentValue { case low, medium, high, critical }

    var status: Status?
    var priority: Priority?
    var search: String?

    init() {}

    static var arguments: [Argument<Self>] {
        option(\.status, "status", value: "status", help: "Workflows that may run, or may not")
        option(\.priority, "priority", value: "priority", help: "Workflows of this priority")
        option(\.search, "search", value: "text", help: "Workflows with this in their name or description")
    }

    func apply(to query: inout ResourceQuery, on backend: any Backend) throws(BackendError) {
        if self != DefinitionFilters() { try backend.require(.definitions) }
        query.status = status?.rawValue
        query.priority = priority?.rawValue
        query.search = search
    }
}
