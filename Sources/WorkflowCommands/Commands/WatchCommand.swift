import ArgumentKit
import WorkflowAPI

/// `wfctl watch`: shows runs and their steps until all are over, and ends with their truth.
struct WatchCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var names: [String] = []
    var tree = TreeOptions()
    var format = WatchFormat.table
    var full = false
    var timeout: Duration?
    var ignoresNotFound = false
    var stopOnInterrupt = false

    init() {}

    static let info = CommandInfo(
        name: "watch",
        abstract: "Watch workflows until they are over",
        discussion: """
            On a terminal the steps are shown in place, and the last state stays; what has no room is counted. \
            Elsewhere each change of a run or a step is a line. The exit status is that of 'wfctl wait', or 141 when \
            whoever reads the output has left before the end.
            """,
        examples: [
            .init("Watch a run", "wfctl watch my-wf"),
            .init("The youngest run, with the whole screen", "wfctl watch @latest --full"),
            .init(
                "Each phase of a run, in a script", "wfctl watch my-wf -o jsonl | jq -r .object.status.phase"),
        ])

    static var arguments: [Argument<Self>] {
        positional(
            \.names, "workflow", required: true, completion: .dynamic("workflows"),
            help: "Names of workflows, or @latest")
        group(\.tree, "Steps")
        option(
            \.format, "output", "o", value: "format", help: "Output format; jsonl and yaml have each state as an event")
        flag(\.full, "full", help: "Use the whole screen of a terminal while watching")
        option(\.timeout, "timeout", value: "duration", help: "Give up after this time, with exit status 124")
        flag(\.ignoresNotFound, "ignore-not-found", help: "A workflow that does not exist counts as over")
        flag(\.stopOnInterrupt, "stop-on-interrupt", help: "Ctrl-C stops the workflows too")
        group(\.globals, "Connection")
    }

    func validate() throws(ArgumentError) {
        try tree.validate()
        if full && format.documents != nil {
            throw .conflict("--full and -o \(format.rawValue) exclude each other")
        }
    }

    var claimsSuccess: Bool { true }

    func perform(in context: CommandContext) async throws {
        let connection = try globals.connect(in: context)
        let references = names.map { WorkflowReference(namespace: connection.namespace, name: $0) }
        var waiter = RunWaiter(
            service: connection.backend.workflows, deadline: Deadline(after: timeout, context.time),
            patience: WatchPatience(globals.connection, in: context), context: context)
        waiter.form = .shown
        waiter.command = "watch"
        waiter.again = globals.wayBack
        waiter.ignoresNotFound = ignoresNotFound
        waiter.stopsOnInterrupt = stopOnInterrupt
        waiter.display = context.display(of: names, as: format, tree: tree, fillsScreen: full)
        let status = try await waiter.wait(for: references)
        if status != .success { throw status }
    }
}
