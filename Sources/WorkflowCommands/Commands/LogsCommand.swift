import ArgumentKit
import TerminalKit
import WorkflowAPI
import WorkflowModel

/// `wfctl logs`: the lines of a workflow's pods.
struct LogsCommand: WorkflowCommand {
    enum Prefix: String, CaseIterable, ArgumentValue { case auto, always, never }

    var globals = GlobalOptions()
    var name = ""
    var step: String?
    var container = "main"
    var follow = false
    var previous = false
    var since: Duration?
    var sinceTime: Timestamp?
    var tail: Int?
    var grep: String?
    var selector: String?
    var timestamps = false
    var prefix = Prefix.auto
    var raw = false
    var exitStatus = false

    init() {}

    static let info = CommandInfo(
        name: "logs",
        abstract: "Print the logs of a workflow, or of one of its steps",
        discussion: """
            Lines start with the name of their pod unless one step is asked for. Control characters are made visible \
            on a terminal and pass unchanged into a pipe.
            """,
        examples: [
            .init("Everything a workflow wrote", "wfctl logs my-wf"),
            .init("Follow one step by its name", "wfctl logs my-wf build -f"),
            .init("The last lines that mention an error", "wfctl logs @latest --tail 100 --grep '(?i)error'"),
        ])

    static var arguments: [Argument<Self>] {
        positional(\.name, "workflow", completion: .dynamic("workflows"), help: "Name of the workflow, or @latest")
        positional(\.step, "step", help: "A step by display name or node id, or a pod by name")
        flag(\.follow, "follow", "f", help: "Go on until the workflow is over")
        option(\.container, "container", "c", value: "name", help: "Container to read")
        flag(\.previous, "previous", "p", help: "The instance before the last restart")
        option(\.since, "since", value: "duration", help: "Lines written within this time")
        option(\.sinceTime, "since-time", value: "time", help: "Lines written after this RFC 3339 time")
        option(\.tail, "tail", value: "n", help: "Lines from the end of each pod's log").within(0...Int(Int32.max))
        option(\.grep, "grep", value: "regex", help: "Lines that match an RE2 expression")
        option(\.selector, "selector", "l", value: "query", help: "Label selector for pods")
        flag(\.timestamps, "timestamps", help: "Start each line with its time")
        option(\.prefix, "prefix", value: "when", help: "When to start lines with the pod's name")
        flag(\.raw, "raw", help: "Pass control characters to the terminal")
        flag(\.exitStatus, "exit-status", help: "With --follow: end with the run's own status, 0 or 3")
        group(\.globals, "Connection")
    }

    func validate() throws(ArgumentError) {
        if since != nil && sinceTime != nil { throw .conflict("--since and --since-time exclude each other") }
        if exitStatus && !follow { throw .conflict("--exit-status needs --follow: only then the run is over") }
        if let sinceTime, sinceTime.seconds < 0 { throw .conflict("--since-time lies before 1970") }
    }

    func query(_ reference: WorkflowReference, pod: String?, now: Timestamp) -> LogQuery {
        var query = LogQuery(workflow: reference)
        query.pod = pod
        query.container = container
        query.follows = follow
        query.previous = previous
        query.tail = tail
        // A fraction of a second counts as a whole one: better a line too many than one lost.
        let age = since ?? sinceTime.map { now - $0 }
        query.sinceSeconds = age.map { max(1, Int($0.components.seconds) + ($0.components.attoseconds > 0 ? 1 : 0)) }
        query.grep = grep
        query.selector = selector
        query.timestamps = timestamps
        return query
    }

    func perform(in context: CommandContext) async throws {
        let connection = try globals.connect(in: context)
        let service = connection.backend.workflows
        var reference = WorkflowReference(namespace: connection.namespace, name: name)
        var pod: String?
        if step != nil || reference.isLatest || exitStatus {
            let workflow = try await service.get(reference)
            reference.name = workflow.name
            pod = try step.map { try PodFinder(workflow: workflow).pod(of: $0) }
        }
        var printer = LogPrinter(
            prefixesPods: prefix == .always || prefix == .auto && pod == nil, isRaw: raw, flushes: follow,
            terminal: context.terminal)
        try await service.logs(query(reference, pod: pod, now: context.now())) { try printer.print($0) }
        try context.terminal.out.flush()
        if printer.lines == 0 { context.note("no log lines of workflow '\(reference.name)' to show") }
        if exitStatus {
            let status = ExitStatus(ofRun: try await service.get(reference, fields: .status))
            if status != .success { throw status }
        }
    }
}
