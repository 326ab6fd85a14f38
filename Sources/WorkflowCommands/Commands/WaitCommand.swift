import ArgumentKit
import WorkflowAPI

/// `wfctl wait`: returns when every named run is over, with their truth.
struct WaitCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var names: [String] = []
    var timeout: Duration?
    var ignoresNotFound = false
    var stopOnInterrupt = false
    var format = WaitFormat.table

    init() {}

    static let info = CommandInfo(
        name: "wait",
        abstract: "Wait until workflows are over",
        discussion: """
            The exit status is 0 when every run succeeded, 3 when one failed, 5 when one was deleted or never \
            existed and 124 when the time was up; of several names the worst counts, where a failed run weighs less than \
            one of which nobody can tell how it ended. All names are waited for before wfctl ends. A connection that \
            breaks says nothing about a run: it is made again, and 7 is the status when that fails for minutes.
            """,
        examples: [
            .init("Wait for two runs, ten minutes at most", "wfctl wait build-1 build-2 --timeout 10m"),
            .init("Wait for the youngest run", "wfctl wait @latest"),
            .init("What a run gave back, in a script", "wfctl wait my-wf -o json | jq .status.outputs"),
        ])

    static var arguments: [Argument<Self>] {
        positional(
            \.names, "workflow", required: true, completion: .dynamic("workflows"),
            help: "Names of workflows, or @latest")
        option(\.timeout, "timeout", value: "duration", help: "Give up after this time, with exit status 124")
        flag(\.ignoresNotFound, "ignore-not-found", help: "A workflow that does not exist counts as over")
        flag(\.stopOnInterrupt, "stop-on-interrupt", help: "Ctrl-C stops the workflows too")
        option(\.format, "output", "o", value: "format", help: "What to print of each workflow that is over")
        group(\.globals, "Connection")
    }

    func perform(in context: CommandContext) async throws {
        let connection = try globals.connect(in: context)
        let references = names.map { WorkflowReference(namespace: connection.namespace, name: $0) }
        var waiter = RunWaiter(
            service: connection.backend.workflows, deadline: Deadline(after: timeout, context.time),
            patience: WatchPatience(globals.connection, in: context), context: context)
        waiter.form = format.form
        waiter.again = globals.wayBack
        waiter.ignoresNotFound = ignoresNotFound
        waiter.stopsOnInterrupt = stopOnInterrupt
        let status = try await waiter.wait(for: references)
        if status != .success { throw status }
    }
}
