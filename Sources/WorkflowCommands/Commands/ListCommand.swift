import ArgumentKit
import WorkflowAPI
import WorkflowModel

/// `wfctl list`: one query, filtered by the server, printed once.
struct ListCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var format = ListFormat.table
    var hidesHeader = false
    var allNamespaces = false
    var filters = FilterOptions()
    var running = false
    var pageSize = 500

    init() {}

    static let info = CommandInfo(
        name: "list",
        aliases: ["ls"],
        abstract: "List workflows",
        discussion: """
            Unfinished workflows come first, the youngest on top; then the finished ones by the time they finished. \
            The server does the filtering where it can. Times are durations before now, dates or RFC 3339 times.
            """,
        examples: [
            .init("Workflows that failed, in every namespace", "wfctl list -A --status Failed,Error"),
            .init("What ran in the last hour", "wfctl list --since 1h"),
            .init("What failed on one day", "wfctl list --status Failed --since 2026-01-02 --until 2026-01-03"),
            .init("Names only, for scripts", "wfctl list --running -o name"),
        ])

    static var arguments: [Argument<Self>] {
        flag(\.allNamespaces, "all-namespaces", "A", help: "Look in every namespace")
        group(\.filters, "Filters")
        flag(\.running, "running", help: "Workflows that have not finished")
        option(\.pageSize, "chunk-size", value: "n", help: "Workflows per request; 0 asks for all at once").within(
            0...100_000)
        option(\.format, "output", "o", value: "format", help: "Output format")
        flag(\.hidesHeader, "no-headers", help: "Leave the header row out")
        group(\.globals, "Connection")
    }

    func validate() throws(ArgumentError) {
        if filters.completed && running { throw .conflict("--completed and --running exclude each other") }
    }

    /// The request this command line stands for.
    func query(
        namespace: String, now: Timestamp, zoneOffset: (Timestamp) -> Int = { _ in 0 }
    ) -> WorkflowQuery {
        var query = filters.query(namespace: allNamespaces ? nil : namespace, now: now, zoneOffset: zoneOffset)
        if running { query.isCompleted = false }
        query.pageSize = pageSize
        switch format {
        case .table: query.fields = .row
        case .wide: query.fields = .wideRow
        case .name: query.fields = .names
        case .json, .jsonl, .yaml: query.fields = .everything
        }
        return query
    }

    func perform(in context: CommandContext) async throws {
        let connection = try globals.connect(in: context)
        try filters.check(on: connection.backend, allNamespaces: allNamespaces)
        let query = query(namespace: connection.namespace, now: context.now(), zoneOffset: context.zoneOffset)
        try FilterOptions.check(query)
        var listing = format.listing(showsNamespace: allNamespaces, hidesHeader: hidesHeader, in: context)
        var isEmpty = true
        try await connection.backend.workflows.list(query) { workflow in
            isEmpty = false
            try listing.append(workflow)
        }
        try listing.finish()
        if isEmpty { context.note("no workflows found") }
    }
}
