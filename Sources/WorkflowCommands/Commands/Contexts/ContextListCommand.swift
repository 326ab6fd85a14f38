import ArgumentKit
import DocumentKit
import TerminalKit
import WorkflowAPI

/// `wfctl context list`: the places that have a name.
struct ContextListCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var format = ContextFormat.table
    var hidesHeader = false

    init() {}

    static let info = CommandInfo(
        name: "list", aliases: ["ls"], abstract: "List the contexts",
        examples: [.init("Names only, for scripts", "wfctl context list -o name")])

    static var arguments: [Argument<Self>] {
        option(\.format, "output", "o", value: "format", help: "Output format")
        flag(\.hidesHeader, "no-headers", help: "Leave the header row out")
        group(\.globals, "Connection")
    }

    func perform(in context: CommandContext) throws {
        let file = try globals.contextFile(in: context)
        let current = current(file, context)
        if let documents = format.documents {
            var printer = DocumentPrinter(format: documents, isSingle: false, output: context.terminal.out)
            for entry in file.contexts { try printer.print(entry.document(isCurrent: entry.name == current).root) }
            try printer.finish()
        } else if format == .name {
            for entry in file.contexts { try context.terminal.out.write(entry.name.sanitized() + "\n") }
        } else if !file.contexts.isEmpty {
            var table = Table(columns: ["CURRENT", "NAME", "KIND", "SERVER", "NAMESPACE"])
            for entry in file.contexts {
                table.append { row in
                    row.cell(entry.name == current ? "*" : "")
                    row.cell(entry.name)
                    row.cell(entry.kind.rawValue)
                    row.cell(entry.place)
                    row.cell(entry.settings.namespace ?? "")
                }
            }
            try table.render(to: context.terminal, showsHeader: !hidesHeader)
        }
        if let name = context.environment["WFCTL_CONTEXT"], current == name, name != file.current {
            context.note("WFCTL_CONTEXT chooses '\(name)'")
        }
        if file.contexts.isEmpty { context.note("there are no contexts; make one with 'wfctl context set NAME'") }
    }
}

extension ContextListCommand {
    /// The one that a command would use: what is asked for beats what the file says.
    private func current(_ file: ContextFile, _ context: CommandContext) -> String? {
        let variable = context.environment["WFCTL_CONTEXT"].flatMap { $0.isEmpty ? nil : $0 }
        return globals.connection.context ?? variable ?? file.current
    }
}

/// How contexts are printed.
enum ContextFormat: String, CaseIterable, ArgumentValue {
    case table, name, json, jsonl, yaml

    var documents: DocumentFormat? { DocumentFormat(rawValue: rawValue) }
}

extension ContextFile.Context {
    /// Where it is, in a word.
    fileprivate var place: String {
        if let server = settings.server { return MaskedURL.text(server) }
        return kind == .kubernetes ? settings.kubeContext.map { "kubeconfig '\($0)'" } ?? "kubeconfig" : ""
    }

    /// The context as a document, secrets masked.
    fileprivate func document(isCurrent: Bool) -> Document {
        var masked = self
        for key in SettingKey.allCases where key.isSecret && settings[keyPath: key.path] != nil {
            masked.settings[keyPath: key.path] = "***"
        }
        masked.settings.headers = settings.headers.map { $0.prefix { $0 != ":" } + ": ***" }
        masked.settings.server = settings.server.map(MaskedURL.text)
        masked.settings.proxyURL = settings.proxyURL.map(MaskedURL.text)
        masked.settings.tokenCommand = settings.tokenCommand.map { .words([$0.name, "***"]) }
        if case .secret? = settings.oauth?.clientSecret { masked.settings.oauth?.clientSecret = .secret(Secret("***")) }
        var tree: ValueTree = ["name": .string(name), "current": .bool(isCurrent)]
        for (key, value) in masked.tree.members { tree[key] = value }
        return tree.document()
    }
}

extension GlobalOptions {
    /// The configuration file; one without contexts where there is none.
    func contextFile(in context: CommandContext) throws -> ContextFile {
        try requireContexts()
        let file = try context.contexts.load(note: context.note) ?? ContextFile()
        noteMissing(in: file, context)
        return file
    }

    /// Changes the configuration file.
    func changeContexts(in context: CommandContext, _ body: (inout ContextFile) throws -> Void) throws {
        try requireContexts()
        try context.contexts.change(note: context.note) { file in
            try body(&file)
            noteMissing(in: file, context)
        }
    }

    /// Commands that do not need the current context go on without it.
    private func noteMissing(in file: ContextFile, _ context: CommandContext) {
        guard let name = file.missing else { return }
        context.note("the current context '\(name)' is not there; choose another with 'wfctl context use'")
    }

    private func requireContexts() throws(ArgumentError) {
        if connection.ignoresContexts { throw .conflict("--no-config leaves no contexts to work with") }
    }
}
