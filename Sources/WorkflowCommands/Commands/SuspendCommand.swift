import ArgumentKit
import WorkflowAPI
import WorkflowModel

/// `wfctl suspend`: holds runs.
struct SuspendCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var names: [String] = []
    var steering = SteeringOptions()

    init() {}

    static let info = CommandInfo(
        name: "suspend",
        abstract: "Suspend workflows: nothing new starts until they are resumed",
        discussion: """
            What runs already goes on to its end.
            """,
        examples: [
            .init("Hold a run", "wfctl suspend my-wf"),
            .init("Hold all runs with a label", "wfctl suspend -l team=blue"),
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
        try await Steering(action: .suspend, deed: "suspended", options: steering, context: context)
            .run(names, on: try globals.connect(in: context))
    }
}
