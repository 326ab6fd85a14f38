import ArgumentKit
import WorkflowAPI
import WorkflowModel

/// `wfctl template get` and its siblings.
struct ResourceGetCommand<Noun: ResourceNoun>: WorkflowCommand {
    var globals = GlobalOptions()
    var names: [String] = []
    var format = ResourceFormat.table

    init() {}

    static var info: CommandInfo {
        CommandInfo(
            name: "get",
            abstract: "Show \(Noun.kind.plural)",
            examples: [.init("The whole object", "wfctl \(Noun.word) get build -o json")])
    }

    static var arguments: [Argument<Self>] {
        positional(
            \.names, "name", required: true, completion: .dynamic(Noun.completionTopic),
            help: "Names of \(Noun.kind.plural)")
        option(\.format, "output", "o", value: "format", help: "Output format")
        group(\.globals, "Connection")
    }

    func perform(in context: CommandContext) async throws {
        let connection = try globals.connect(in: context)
        let service = try connection.backend.resources(Noun.kind)
        var printer = ResourcePrinter(format: format, isSingle: names.count == 1, in: context)
        var worst = ExitStatus.success
        for name in names {
            do {
                try printer.print(try await service.get(name, namespace: connection.namespace))
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
