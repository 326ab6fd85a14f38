import ArgumentKit
import WorkflowAPI

/// Ends runs at once.
enum TerminateVerb: SteeringVerb {
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
    static let deed = "terminated"

    static func action(_ options: NoOptions) -> WorkflowAction { .terminate }
}
