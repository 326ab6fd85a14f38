import ArgumentKit
import DocumentKit
import TerminalKit
import WorkflowAPI

/// `wfctl context show`: every setting that counts, and who said so.
struct ContextShowCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var name: String?
    var format = ShowFormat.table

    init() {}

    static let info = CommandInfo(
        name: "show", abstract: "Show which settings count, and where each was found",
        discussion: "Without a name: what the next command would use. Secrets are masked.",
        examples: [.init("Which token is it?", "wfctl context show | grep credentials")])

    static var arguments: [Argument<Self>] {
        positional(\.name, "context", completion: .dynamic("contexts"), help: "A context, in place of the chosen one")
        option(\.format, "output", "o", value: "format", help: "Output format")
        group(\.globals, "Connection")
    }

    func validate() throws(ArgumentError) {
        if name != nil, globals.connection.context != nil { throw .conflict("a context is named twice") }
    }

    func perform(in context: CommandContext) throws {
        var settings = globals.connection
        settings.context = name ?? settings.context
        let report = try report(settings, in: context)
        guard let documents = format.documents else {
            var table = Table(columns: ["SETTING", Table.Column("VALUE", isFlexible: true), "FROM"])
            for row in report.rows { table.append(row: [.init(row.name), .init(row.value), .init("\(row.source)")]) }
            return try table.render(to: context.terminal)
        }
        var printer = DocumentPrinter(format: documents, isSingle: false, output: context.terminal.out)
        for row in report.rows {
            let tree: ValueTree = [
                "setting": .string(row.name), "value": .string(row.value), "from": .string("\(row.source)"),
            ]
            try printer.print(tree.document().root)
        }
        try printer.finish()
    }

    private func report(_ settings: ConnectionSettings, in context: CommandContext) throws -> SettingsReport {
        let contexts = context.contexts
        do throws(ConfigurationError) {
            return try SettingsReport(
                settings, environment: context.environment,
                contexts: { () throws(ConfigurationError) in try contexts.load(note: context.note) },
                readIfThere: contexts.readIfThere, readFile: context.input.readFile)
        } catch {
            var diagnostic = Diagnostic(error)
            // What was to be shown is not there, as for every other command of contexts.
            if let name, case .unknownContext(name, _, _) = error {
                diagnostic.message = "there is no context '\(name)'"
                diagnostic.status = .notFound
            }
            throw diagnostic
        }
    }
}

/// How settings are printed.
enum ShowFormat: String, CaseIterable, ArgumentValue {
    case table, json, jsonl, yaml

    var documents: DocumentFormat? { DocumentFormat(rawValue: rawValue) }
}
