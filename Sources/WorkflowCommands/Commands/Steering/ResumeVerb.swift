import ArgumentKit
import WorkflowAPI
import WorkflowModel

/// Lets runs go on.
enum ResumeVerb: SteeringVerb {
    struct Options: ArgumentGroup {
        var nodes: NodeFieldSelector?

        init() {}

        static var arguments: [Argument<Self>] {
            option(
                \.nodes, "node-field-selector", value: "query",
                help: "Resume only the waiting suspend steps that match, such as displayName=approve")
        }
    }

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
    static let deed = "resumed"

    static func check(_ options: Options) throws(ArgumentError) { try check(options.nodes) }

    static func action(_ options: Options) -> WorkflowAction { .resume(options.nodes) }
}
