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
    var phases: [WorkflowPhase] = []
    var completed = false
    var resubmitted = false
    var labelSelector = ""
    var fieldSelector = ""
    var prefix: String?
    var older: Duration?
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
        option(\.phases, "status", value: "phase", commaSeparated: true, help: "Delete workflows in these phases")
        flag(\.completed, "completed", help: "Delete workflows that have finished")
        flag(\.resubmitted, "resubmitted", help: "Delete workflows made by resubmitting another")
        option(\.prefix, "prefix", value: "text", help: "Delete workflows whose names start so")
        option(\.older, "older", value: "duration", help: "Delete workflows finished before this time")
        option(\.labelSelector, "selector", "l", value: "query", help: "Label selector")
        option(\.fieldSelector, "field-selector", value: "query", help: "Field selector, as the server takes it")
        option(\.pageSize, "query-chunk-size", value: "n", help: "Workflows per list request; 0 asks for all at once")
            .within(0...100_000)
        flag(\.force, "force", help: "Drop finalizers that keep a workflow from going")
        flag(\.dryRun, "dry-run", help: "Print what would be deleted and delete nothing")
        flag(\.yes, "yes", "y", help: "Do not ask")
        group(\.globals, "Connection")
    }

    /// Whether the command line names workflows by anything but their names.
    var hasFilter: Bool {
        all || !phases.isEmpty || completed || resubmitted || !labelSelector.isEmpty || !fieldSelector.isEmpty
            || prefix != nil || older != nil
    }

    func validate() throws(ArgumentError) {
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

    func query(namespace: String, now: Timestamp) -> WorkflowQuery {
        var query = WorkflowQuery(namespace: allNamespaces ? nil : namespace)
        query.phases = phases
        query.isCompleted = completed ? true : nil
        query.isResubmitted = resubmitted
        query.labelSelector = labelSelector
        query.fieldSelector = fieldSelector
        query.namePrefix = prefix
        query.finishedBefore = older.map { now - $0 }
        query.pageSize = pageSize
        query.fields = .names
        return query
    }

    func perform(in context: CommandContext) async throws {
        let connection = try globals.connect(in: context)
        let service = connection.backend.workflows
        let named = names.map { WorkflowReference(namespace: connection.namespace, name: $0) }
        var targets = named
        if hasFilter {
            // The whole list before the first deletion: deleting while paging would skip some.
            try await service.list(query(namespace: connection.namespace, now: context.now())) { workflow in
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
