import ArgumentKit
import WorkflowAPI
import WorkflowModel

/// `wfctl get`: header and node tree of single workflows.
struct GetCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var names: [String] = []
    var format = DetailFormat.table
    var tree = TreeOptions()

    init() {}

    static let info = CommandInfo(
        name: "get",
        abstract: "Show workflows with their steps",
        examples: [
            .init("Show one workflow", "wfctl get my-wf"),
            .init("Only the failed steps of the youngest run", "wfctl get @latest --status Failed"),
            .init("The progress, for a script", "wfctl get my-wf -o json | jq -r .status.progress"),
        ])

    static var arguments: [Argument<Self>] {
        positional(
            \.names, "workflow", required: true, completion: .dynamic("workflows"),
            help: "Names of workflows, or @latest")
        group(\.tree, "Steps")
        option(\.format, "output", "o", value: "format", help: "Output format")
        group(\.globals, "Connection")
    }

    func validate() throws(ArgumentError) { try tree.validate() }

    func perform(in context: CommandContext) async throws {
        let connection = try globals.connect(in: context)
        var printer = WorkflowPrinter(format: format, tree: tree, isSingle: names.count == 1, in: context)
        var worst = ExitStatus.success
        for name in names {
            let reference = WorkflowReference(namespace: connection.namespace, name: name)
            do {
                try printer.print(try await connection.backend.workflows.get(reference))
            } catch let error as BackendError where names.count > 1 {
                let diagnostic = Diagnostic(error)
                context.report(diagnostic)
                worst = worst.worst(diagnostic.status)
            }
        }
        try printer.finish()
        if worst != .success { throw worst }
    }
}
