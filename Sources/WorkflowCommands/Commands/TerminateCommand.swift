import ArgumentKit
import WorkflowAPI
import WorkflowModel

/// `wfctl terminate`: ends runs at once.
struct TerminateCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var names: [String] = []
    var steering = SteeringOptions()

    init() {}

    static let info = CommandInfo(
        name: "terminate",
        abstract: "Terminate workflows at once, without their exit handlers",
        discussion: """
            Everything that runs is ended, exit handlers do not start, and the run fails.
            """,
        examples: [
            .init("Terminate a run", "wfctl terminate my-wf"),
            .init("See which runs it would be", "wfctl terminate -l team=blue --dry-run"),
        ])

    static var arguments: [Argument<Self>] {
        positional(\.names, "workflow", completion: .dynamic("workflows"), help: "Names of workflows, or @latest")
        group(\.steering, "Selection")
        group(\.globals, "Connection")
    }

    func validate() throws(ArgumentError) {
        try steering.check(names)
    }

    func perform(in context: CommandContext) async throws {
        try await Steering(action: .terminate, deed: "terminated", options: steering, context: context)
            .run(names, on: try globals.connect(in: context))
    }
}
