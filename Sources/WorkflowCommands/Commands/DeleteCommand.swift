import ArgumentKit
import TerminalKit
import WorkflowAPI
import WorkflowModel

/// `wfctl delete`: by name or by filter, never by prefix of a name.
struct DeleteCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var names: [String] = []
    var all = false
    var allNamespaces = false
    var filters = FilterOptions()
    var force = false
    var dryRun = false
    var yes = false
    var pageSize = 500

    init() {}

    static let info = CommandInfo(
        name: "delete",
        aliases: ["rm"],
        abstract: "Delete workflows",
        discussion: """
            Takes names, filters, or both. On a terminal the plan is shown and confirmed when more than one workflow \
            would go; scripts are not asked, except that --all -A needs --yes. A name that does not exist is said and \
            passed over.
            """,
        examples: [
            .init("Delete one workflow", "wfctl delete my-wf"),
            .init("See what would go", "wfctl delete --completed --older 7d --dry-run"),
            .init("Delete every failed run of a namespace", "wfctl delete -n ci --status Failed,Error --yes"),
        ])

    static var arguments: [Argument<Self>] {
        positional(\.names, "workflow", completion: .dynamic("workflows"), help: "Names of workflows, or @latest")
        flag(\.all, "all", help: "Delete every workflow of the namespace")
        flag(\.allNamespaces, "all-namespaces", "A", help: "Apply the filters in every namespace; is no filter itself")
        group(\.filters, "Filters")
        option(\.pageSize, "query-chunk-size", value: "n", help: "Workflows per list request; 0 asks for all at once")
            .within(0...100_000)
        flag(\.force, "force", help: "Drop finalizers that keep a workflow from going")
        flag(\.dryRun, "dry-run", help: "Print what would be deleted and delete nothing")
        flag(\.yes, "yes", "y", help: "Do not ask")
        group(\.globals, "Connection")
    }

    /// Whether the command line names workflows by anything but their names.
    var hasFilter: Bool { all || !filters.isEmpty }

    func validate() throws(ArgumentError) {
        if let option = filters.pointless {
            throw .conflict("\(option) leaves nothing out; say --all if everything is meant")
        }
        if names.isEmpty && !hasFilter {
            throw .conflict(
                allNamespaces
                    ? "-A alone would delete everything everywhere; add a filter, or --all"
                    : "name a workflow, or give a filter such as --completed or --all")
        }
        if !names.isEmpty && allNamespaces { throw .conflict("-A goes with filters; a name lives in one namespace") }
        if all && allNamespaces && !yes && !dryRun {
            throw .conflict("--all -A deletes every workflow of the cluster; add --yes if that is meant")
        }
    }

    func query(
        namespace: String, now: Timestamp, zoneOffset: (Timestamp) -> Int = { _ in 0 }
    ) -> WorkflowQuery {
        var query = filters.query(namespace: allNamespaces ? nil : namespace, now: now, zoneOffset: zoneOffset)
        query.pageSize = pageSize
        query.fields = .names
        return query
    }

    func perform(in context: CommandContext) async throws {
        let connection = try globals.connect(in: context)
        try connection.backend.require(.deletion)
        try filters.check(on: connection.backend, allNamespaces: allNamespaces)
        let service = connection.backend.workflows
        var named = names.map { WorkflowReference(namespace: connection.namespace, name: $0) }
        for place in named.indices where named[place].isLatest {
            // Whoever reads the plan has to know which it is.
            do {
                named[place].name = try await service.get(named[place], fields: .names).name
            } catch BackendError.notFound {
                // Said and passed over below, as every name that is not there.
            }
        }
        var targets = named
        if hasFilter {
            // The whole list before the first deletion: deleting while paging would skip some.
            let query = query(namespace: connection.namespace, now: context.now(), zoneOffset: context.zoneOffset)
            try FilterOptions.check(query)
            try await service.list(query) { workflow in
                targets.append(WorkflowReference(namespace: workflow.namespace, name: workflow.name))
            }
        }
        var seen: Set<WorkflowReference> = []
        targets = targets.filter { seen.insert($0).inserted }
        if targets.isEmpty { return context.note("no workflows found") }
        let deletion = Deletion(
            what: "Workflow", showsNamespace: allNamespaces, isRehearsal: dryRun, context: context)
        try deletion.confirm(targets, isSettled: yes)
        try await deletion.run(targets) { target in
            if !dryRun {
                try await service.delete(target, force: force)
            } else if named.contains(target) {
                _ = try await service.get(target, fields: .names)
            }
        }
    }
}
