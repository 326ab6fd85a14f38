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
    var nodes: [String] = []
    var failed = false
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
    var format = LogFormat.text
    var raw = false
    var exitStatus = false
    var timeout: Duration?
    var stopOnInterrupt = false

    init() {}

    static let info = CommandInfo(
        name: "logs",
        abstract: "Print the logs of a workflow, or of some of its steps",
        discussion: """
            Lines start with the name of their pod unless one step is asked for. Those of a whole workflow come in the \
            order of their times; of several chosen steps one log comes after the other, unless they are followed. \
            Control characters are made visible \
            on a terminal and pass unchanged into a pipe. A log that breaks off is taken up where it ended, every line \
            comes once. A container that was started again is named on standard error. The logs of pods that are gone \
            are read from where the workflow keeps them.
            """,
        examples: [
            .init("Everything a workflow wrote", "wfctl logs my-wf"),
            .init("Follow one step by its name", "wfctl logs my-wf build -f"),
            .init("What the failed steps wrote", "wfctl logs my-wf --failed"),
            .init("The same of a run that goes on, of each step when it fails", "wfctl logs my-wf --failed -f"),
            .init("All containers of all pods, as they write", "wfctl logs my-wf -c all -f"),
            .init("Follow a run and end with its status, 0 or 3", "wfctl logs my-wf -f --exit-status"),
            .init("The last lines that mention an error", "wfctl logs @latest --tail 100 --grep '(?i)error'"),
            .init("Lines with their times, for a program", "wfctl logs my-wf -o jsonl"),
        ])

    static var arguments: [Argument<Self>] {
        positional(\.name, "workflow", completion: .dynamic("workflows"), help: "Name of the workflow, or @latest")
        positional(
            \.step, "step", help: "A step by display name or node id, or a pod by name; others with --node")
        flag(\.follow, "follow", "f", help: "Go on until the workflow is over")
        option(
            \.nodes, "node", value: "step", commaSeparated: true, help: "Steps to read, each named as <step> is")
        flag(\.failed, "failed", help: "Only steps that have failed; with --follow, each step's log once it has")
        option(\.container, "container", "c", value: "name", help: "Container to read, or all")
        flag(\.previous, "previous", "p", help: "The instance before the last restart")
        option(\.since, "since", value: "duration", help: "Lines written within this time")
        option(\.sinceTime, "since-time", value: "time", help: "Lines written after this RFC 3339 time")
        option(\.tail, "tail", value: "n", help: "Lines from the end of each pod's log; -1 for all")
            .within(-1...Int(Int32.max))
        option(\.grep, "grep", value: "regex", help: "Lines that match a regular expression, in the syntax of RE2")
        option(\.selector, "selector", "l", value: "query", help: "Label selector for pods")
        flag(\.timestamps, "timestamps", help: "Start each line with its time")
        option(\.prefix, "prefix", value: "when", help: "When to start lines with the pod's name")
        option(\.format, "output", "o", value: "format", help: "Lines as they are, or each as an object")
        flag(\.raw, "raw", help: "Pass control characters to the terminal")
        flag(\.exitStatus, "exit-status", help: "With --follow: end with the run's own status, 0 or 3")
        option(\.timeout, "timeout", value: "duration", help: "Give up after this time, with exit status 124")
        flag(\.stopOnInterrupt, "stop-on-interrupt", help: "Ctrl-C stops the workflow too")
        group(\.globals, "Connection")
    }

    func validate() throws(ArgumentError) {
        if since != nil && sinceTime != nil { throw .conflict("--since and --since-time exclude each other") }
        if exitStatus && !follow { throw .conflict("--exit-status needs --follow: only then the run is over") }
        if timeout != nil && !follow { throw .conflict("--timeout needs --follow") }
        if stopOnInterrupt && !follow { throw .conflict("--stop-on-interrupt needs --follow") }
        if let sinceTime, sinceTime.seconds < 0 { throw .conflict("--since-time lies before 1970") }
        if format != .text && timestamps { throw .conflict("-o \(format.rawValue) has the times of all lines") }
    }

    /// - Parameter sharesClock: times of lines are of the same clock as `now`.
    func query(_ reference: WorkflowReference, now: Timestamp, sharesClock: Bool = false) -> LogQuery {
        var query = LogQuery(workflow: reference)
        query.container = targets.container
        query.follows = follow
        query.previous = previous
        query.tail = tail == -1 ? nil : tail
        // A fraction of a second counts as a whole one: better a line too many than one lost. What is too much before a
        // moment that is known can be told here, so that a clock that is ahead need not cost lines.
        query.sinceTime = sinceTime ?? (sharesClock ? since.map { now - $0 } : nil)
        let age = query.sinceTime.map { now - $0 + LogPatience.clockError } ?? since
        query.sinceSeconds = age.map { max(1, Int($0.components.seconds) + ($0.components.attoseconds > 0 ? 1 : 0)) }
        query.grep = grep
        query.selector = selector
        return query
    }

    func perform(in context: CommandContext) async throws {
        let deadline = Deadline(after: timeout, context.time)
        let connection = try globals.connect(in: context)
        let runs = OpenRuns(
            [WorkflowReference(namespace: connection.namespace, name: name)], areKnown: false)
        guard follow else { return try await read(on: connection, as: runs, in: context) }
        let farewell = RunFarewell(
            runs: runs, command: "logs -f", again: globals.wayBack, stops: stopOnInterrupt,
            service: connection.backend.workflows, context: context)
        let isDone: Bool? = try await farewell.standing {
            try await deadline.run {
                try await followToTheEnd(on: connection, as: runs, in: context)
                return true
            }
        }
        guard isDone == nil else { return }
        throw Diagnostic(
            timeIsUpFor: runs.reference(at: 0), knowing: runs.knowledge(at: 0), command: "logs -f", globals.wayBack)
    }

    private func followToTheEnd(
        on connection: Connection, as runs: OpenRuns, in context: CommandContext
    ) async throws {
        do {
            try await context.terminal.out.whileRead { try await read(on: connection, as: runs, in: context) }
        } catch OutputError.closed where exitStatus {
            throw await ExitStatus(ofUnread: runs.all, connection.backend.workflows)
        }
    }

    private func read(on connection: Connection, as runs: OpenRuns, in context: CommandContext) async throws {
        let service = connection.backend.workflows
        let patience = LogPatience(globals.connection, in: context)
        var reference = runs.all[0]
        var workflow: Workflow?
        let targets = targets
        if reference.isLatest || targets.narrowsPods || targets.container == nil && !service.readsAllContainers {
            let asked = reference
            let found =
                follow
                ? try await patience.awaiting { try await service.get(asked) } : try await service.get(asked)
            runs.see(found, at: 0)
            reference.name = found.name
            workflow = found
        }
        let pods = try workflow.flatMap(targets.pods)
        let mayGrow = try follow && workflow.map(targets.mayGrow) == true
        if pods?.isEmpty == true, !mayGrow { return context.note(emptiness(of: reference.name)) }
        let output = LogOutput(printer(for: pods, mayGrow, of: reference, in: context))
        let reading = LogReading(service: service, patience: patience, output: output, in: context) {
            runs.see($0, at: 0)
        }
        let query = query(reference, now: context.now(), sharesClock: connection.backend.kind == .local)
        let found = try await LogSession(reading: reading, query: query, targets: targets).run(in: workflow)
        if output.lines == 0 {
            let absence = LogAbsence(
                name: reference.name, workflow: found.workflow, container: container, filters: filters,
                refusal: found.refusal, unread: found.unread)
            let isEmpty = try found.workflow.flatMap(targets.pods)?.isEmpty == true
            context.note(isEmpty ? emptiness(of: reference.name) : absence.text)
        }
        guard exitStatus else { return }
        let last = found.workflow.flatMap { $0.isFinished ? $0 : nil }
        let run = if let last { last } else { try await service.get(reference, fields: .status) }
        let status = ExitStatus(ofRun: run)
        if status != .success { throw status }
    }

    private func printer(
        for pods: [String]?, _ mayGrow: Bool, of run: WorkflowReference, in context: CommandContext
    ) -> LogPrinter {
        var printer = LogPrinter(workflow: run.name, terminal: context.terminal)
        printer.format = format
        let natural = targets.prefix(pods: mayGrow ? nil : pods)
        printer.prefix = prefix == .never ? .none : prefix == .always && natural == .none ? .pod : natural
        printer.showsTimes = timestamps
        printer.isRaw = raw
        return printer
    }

    private var targets: LogTargets {
        LogTargets(
            steps: [step].compactMap(\.self) + nodes, failed: failed,
            container: container == LogContainers.all ? nil : container, follows: follow)
    }

    private func emptiness(of name: String) -> String {
        "workflow '\(name)' has no \(failed ? "failed steps" : "such pods yet")"
    }

    /// Options that leave out lines, for the note that says why there is none.
    private var filters: [String] {
        var filters: [String] = []
        if let tail, tail == 0 { filters.append("--tail 0") }
        if let since { filters.append("--since \(since.argument)") }
        if let sinceTime { filters.append("--since-time \(sinceTime.argument)") }
        if let grep { filters.append("--grep '\(grep)'") }
        if let selector { filters.append("-l \(selector)") }
        if previous { filters.append("--previous") }
        return filters
    }
}
