import ArgumentKit
import WorkflowAPI
import WorkflowModel

/// Ends runs in good order, or fails the steps at which they wait.
enum StopVerb: SteeringVerb {
    struct Options: ArgumentGroup {
        var nodes: NodeFieldSelector?
        var message: String?

        init() {}

        static var arguments: [Argument<Self>] {
            option(
                \.nodes, "node-field-selector", value: "query",
                help: "Fail the waiting suspend steps that match, such as displayName=approve")
            option(\.message, "message", value: "text", help: "Why, with --node-field-selector")
        }
    }

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
    static let deed = "stopped"

    static func check(_ options: Options) throws(ArgumentError) {
        try check(options.nodes)
        guard options.message == nil || options.nodes != nil else {
            throw .conflict("--message goes with --node-field-selector")
        }
    }

    static func action(_ options: Options) -> WorkflowAction {
        options.nodes.map { .fail($0, message: options.message) } ?? .stop
    }
}
