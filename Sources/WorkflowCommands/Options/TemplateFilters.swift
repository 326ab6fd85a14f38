import ArgumentKit
import WorkflowAPI

/// Labels, and what a dashboard knows of its workflows in their place.
struct TemplateFilters: ResourceFilters {
    enum Status: String, CaseIterable, ArgumentValue { case active, inactive }
    enum Priority: String, CaseIterable, ArgumentValue { case low, medium, high, critical }

    var labels = LabelFilters()
    var status: Status?
    var priority: Priority?
    var search: String?

    init() {}

    static var arguments: [Argument<Self>] {
        group(\.labels, "Filters")
        option(\.status, "status", value: "status", help: "On a Nightcrawler dashboard: workflows that are so")
        option(
            \.priority, "priority", value: "priority", help: "On a Nightcrawler dashboard: workflows of this priority")
        option(
            \.search, "search", value: "text",
            help: "On a Nightcrawler dashboard: workflows with this in their name or description")
    }

    func apply(to query: inout ResourceQuery, on backend: any Backend) throws(BackendError) {
        let given = [("--status", status != nil), ("--priority", priority != nil), ("--search", search != nil)]
        for case (let option, true) in given { try backend.require(.definitions, for: option) }
        labels.apply(to: &query, on: backend)
        query.status = status?.rawValue
        query.priority = priority?.rawValue
        query.search = search
    }
}
