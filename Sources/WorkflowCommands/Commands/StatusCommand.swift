import ArgumentKit
import TerminalKit
import WorkflowAPI
import WorkflowModel

/// `wfctl status`: one word and an exit status, for scripts.
struct StatusCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var name = ""

    init() {}

    static let info = CommandInfo(
        name: "status",
        abstract: "Print a workflow's phase as one word",
        discussion: "The exit status is 0 for a run that succeeded, 3 for one that failed and 8 while it goes on.",
        examples: [.init("Branch on the state of a run", "wfctl status my-wf -n argo")])

    static var arguments: [Argument<Self>] {
        positional(\.name, "workflow", completion: .dynamic("workflows"), help: "Name of the workflow, or @latest")
        group(\.globals, "Connection")
    }

    func perform(in context: CommandContext) async throws {
        let connection = try globals.connect(in: context)
        let reference = WorkflowReference(namespace: connection.namespace, name: name)
        let workflow = try await connection.backend.workflows.get(reference, fields: .status)
        let word = workflow.phaseText.isEmpty ? "Pending" : workflow.phaseText
        try context.terminal.out.write(word.sanitized() + "\n")
        let status = ExitStatus(ofRun: workflow)
        if status != .success { throw status }
    }
}
