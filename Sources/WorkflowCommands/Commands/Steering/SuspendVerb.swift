import ArgumentKit
import WorkflowAPI

/// Holds runs.
enum SuspendVerb: SteeringVerb {
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
    static let deed = "suspended"

    static func action(_ options: NoOptions) -> WorkflowAction { .suspend }
}
