import ArgumentKit
import TerminalKit
import WorkflowAPI
import WorkflowModel

/// `wfctl template list` and its siblings.
struct ResourceListCommand<Noun: ResourceNoun>: WorkflowCommand {
    var globals = GlobalOptions()
    var format = ListFormat.table
    var hidesHeader = false
    var allNamespaces = false
    var filters = Noun.Filters()

    init() {}

    static var info: CommandInfo {
        CommandInfo(
            name: "list",
            aliases: ["ls"],
            abstract: "List \(Noun.kind.plural)",
            examples: [.init("Names only, for scripts", "wfctl \(Noun.word) list -o name")])
    }

    static var arguments: [Argument<Self>] {
        flag(\.allNamespaces, "all-namespaces", "A", help: "Look in every namespace")
        group(\.filters, "Filters")
        option(\.format, "output", "o", value: "format", help: "Output format")
        flag(\.hidesHeader, "no-headers", help: "Leave the header row out")
        group(\.globals, "Connection")
    }

    func perform(in context: CommandContext) async throws {
        let connection = try globals.connect(in: context)
        var query = ResourceQuery(namespace: allNamespaces ? nil : connection.namespace)
        try filters.apply(to: &query, on: connection.backend)
        if allNamespaces { try connection.backend.require(.namespaces, for: "--all-namespaces") }
        var resources: [Resource] = []
        try await connection.backend.resources(Noun.kind).list(query) { resources.append($0) }
        if let documents = format.documents {
            var printer = DocumentPrinter(format: documents, isSingle: false, output: context.terminal.out)
            for resource in resources { try printer.print(resource.document) }
            try printer.finish()
        } else {
            try printTable(resources, in: context)
        }
        if resources.isEmpty { context.note("no \(Noun.kind.plural) found") }
    }

    private func printTable(_ resources: [Resource], in context: CommandContext) throws {
        if format == .name {
            for resource in resources { try context.terminal.out.write(resource.name.sanitized() + "\n") }
            return
        }
        guard !resources.isEmpty else { return }
        let definitions = resources.compactMap { DashboardDefinition($0) }
        if !definitions.isEmpty {
            return try DefinitionTable(definitions, isWide: format == .wide, in: context).print(
                showsHeader: !hidesHeader)
        }
        let showsNamespace = allNamespaces && Noun.kind.isNamespaced
        if Noun.kind == .cronWorkflow {
            return try CronTable(resources, showsNamespace: showsNamespace, in: context).print(
                showsHeader: !hidesHeader)
        }
        let now = context.now()
        var table = Table(columns: (showsNamespace ? ["NAMESPACE"] : []) + ["NAME"] + (format == .wide ? ["AGE"] : []))
        for resource in resources {
            table.append { row in
                if showsNamespace { row.cell(resource.namespace) }
                row.cell(resource.name)
                if format == .wide { row.cell(resource.createdAt.map { Humanize.ageShort(now - $0) } ?? "") }
            }
        }
        try table.render(to: context.terminal, showsHeader: !hidesHeader)
    }
}
