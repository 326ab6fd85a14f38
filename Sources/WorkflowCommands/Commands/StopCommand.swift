import ArgumentKit
import WorkflowAPI
import WorkflowModel

/// `wfctl stop`: ends runs in good order.
struct StopCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var names: [String] = []
    var nodes: NodeFieldSelector?
    var message: String?
    var steering = SteeringOptions()

    init() {}

    static let info = CommandInfo(
        name: "stop",
        abstract: "Stop workflows; their exit handlers still run",
        discussion: """
            Nothing new starts but exit handlers, and the run then fails. With --node-field-selector the run goes on, and only \
            the suspend steps that wait and match fail.
            """,
        examples: [
            .init("Stop a run", "wfctl stop my-wf"),
            .init("Stop every run with a label", "wfctl stop -l team=blue"),
            .init(
                "Refuse an approval", "wfctl stop my-wf --node-field-selector displayName=approve --message 'not today'"
            ),
        ])

    static var arguments: [Argument<Self>] {
        positional(\.names, "workflow", completion: .dynamic("workflows"), help: "Names of workflows, or @latest")
        option(
            \.nodes, "node-field-selector", value: "query",
            help: "Fail the waiting suspend steps that match, such as displayName=approve")
        option(\.message, "message", value: "text", help: "Why, with --node-field-selector")
        group(\.steering, "Selection")
        group(\.globals, "Connection")
    }

    func validate() throws(ArgumentError) {
        try steering.check(names)
        if message != nil && nodes == nil { throw .conflict("--message goes with --node-field-selector") }
    }

    func perform(in context: CommandContext) async throws {
        try await Steering(
            action: nodes.map { .fail($0, message: message) } ?? .stop, deed: "stopped", options: steering,
            context: context
        )
        .run(names, on: try globals.connect(in: context))
    }
}
