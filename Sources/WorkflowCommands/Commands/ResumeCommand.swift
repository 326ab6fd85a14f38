import ArgumentKit
import WorkflowAPI
import WorkflowModel

/// `wfctl resume`: lets runs go on.
struct ResumeCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var names: [String] = []
    var nodes: NodeFieldSelector?
    var steering = SteeringOptions()

    init() {}

    static let info = CommandInfo(
        name: "resume",
        abstract: "Resume workflows that are suspended or wait at a suspend step",
        discussion: """
            Ends the suspension of the whole run and every suspend step that waits; with --node-field-selector only the steps \
            that match.
            """,
        examples: [
            .init("Let a run go on", "wfctl resume my-wf"),
            .init("Approve one step", "wfctl resume my-wf --node-field-selector displayName=approve"),
        ])

    static var arguments: [Argument<Self>] {
        positional(\.names, "workflow", completion: .dynamic("workflows"), help: "Names of workflows, or @latest")
        option(
            \.nodes, "node-field-selector", value: "query",
            help: "Resume only the waiting suspend steps that match, such as displayName=approve")
        group(\.steering, "Selection")
        group(\.globals, "Connection")
    }

    func validate() throws(ArgumentError) {
        try steering.check(names)
    }

    func perform(in context: CommandContext) async throws {
        try await Steering(action: .resume(nodes), deed: "resumed", options: steering, context: context)
            .run(names, on: try globals.connect(in: context))
    }
}
