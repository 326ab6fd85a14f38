import ArgumentKit
import WorkflowAPI
import WorkflowModel

/// `wfctl list`: one query, filtered by the server, printed once.
struct ListCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var format = ListFormat.table
    var hidesHeader = false
    var allNamespaces = false
    var phases: [WorkflowPhase] = []
    var completed = false
    var running = false
    var resubmitted = false
    var labelSelector = ""
    var fieldSelector = ""
    var prefix: String?
    var since: Duration?
    var older: Duration?
    var pageSize = 500

    init() {}

    static let info = CommandInfo(
        name: "list",
        aliases: ["ls"],
        abstract: "List workflows",
        discussion: """
            Unfinished workflows come first, the youngest on top; then the finished ones by the time they finished. \
            The server does the filtering where it can.
            """,
        examples: [
            .init("Workflows that failed, in every namespace", "wfctl list -A --status Failed,Error"),
            .init("What ran in the last hour", "wfctl list --since 1h"),
            .init("Names only, for scripts", "wfctl list --running -o name"),
        ])

    static var arguments: [Argument<Self>] {
        flag(\.allNamespaces, "all-namespaces", "A", help: "Look in every namespace")
        option(\.phases, "status", value: "phase", commaSeparated: true, help: "Keep workflows in these phases")
        flag(\.completed, "completed", help: "Keep workflows that have finished")
        flag(\.running, "running", help: "Keep workflows that have not finished")
        flag(\.resubmitted, "resubmitted", help: "Keep workflows made by resubmitting another")
        option(\.prefix, "prefix", value: "text", help: "Keep workflows whose names start so")
        option(\.since, "since", value: "duration", help: "Keep workflows created within this time")
        option(\.older, "older", value: "duration", help: "Keep workflows finished before this time")
        option(\.labelSelector, "selector", "l", value: "query", help: "Label selector")
        option(\.fieldSelector, "field-selector", value: "query", help: "Field selector, as the server takes it")
        option(\.pageSize, "chunk-size", value: "n", help: "Workflows per request; 0 asks for all at once").within(
            0...100_000)
        option(\.format, "output", "o", value: "format", help: "Output format")
        flag(\.hidesHeader, "no-headers", help: "Leave the header row out")
        group(\.globals, "Connection")
    }

    func validate() throws(ArgumentError) {
        if completed && running { throw .conflict("--completed and --running exclude each other") }
    }

    /// The request this command line stands for.
    func query(namespace: String, now: Timestamp) -> WorkflowQuery {
        var query = WorkflowQuery(namespace: allNamespaces ? nil : namespace)
        query.phases = phases
        query.isCompleted = completed ? true : running ? false : nil
        query.isResubmitted = resubmitted
        query.labelSelector = labelSelector
        query.fieldSelector = fieldSelector
        query.namePrefix = prefix
        query.createdAfter = since.map { now - $0 }
        query.finishedBefore = older.map { now - $0 }
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
        let query = query(namespace: connection.namespace, now: context.now())
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
