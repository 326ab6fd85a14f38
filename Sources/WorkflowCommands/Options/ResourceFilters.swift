import ArgumentKit
import WorkflowAPI

/// What the list of one kind of stored object can be narrowed down by.
protocol ResourceFilters: ArgumentGroup {
    /// Writes the filters into a query, or throws where the backend has no such thing.
    func apply(to query: inout ResourceQuery, on backend: any Backend) throws(BackendError)
}

/// Labels alone.
struct LabelFilters: ResourceFilters {
    var labelSelector = ""

    init() {}

    static var arguments: [Argument<Self>] {
        option(\.labelSelector, "selector", "l", value: "query", help: "Label selector")
    }

    func apply(to query: inout ResourceQuery, on backend: any Backend) { query.labelSelector = labelSelector }
}
