import ArgumentKit
import TerminalKit
import WorkflowModel

/// How single stored objects are printed.
enum ResourceFormat: String, CaseIterable, ArgumentValue {
    case table, name, json, jsonl, yaml

    var documents: DocumentFormat? { DocumentFormat(rawValue: rawValue) }
}

/// Prints stored objects one by one: a short block, a name, or the whole document.
struct ResourcePrinter {
    let format: ResourceFormat
    let context: CommandContext
    private var documents: DocumentPrinter?
    private var count = 0

    init(format: ResourceFormat, isSingle: Bool, in context: CommandContext) {
        self.format = format
        self.context = context
        documents = format.documents.map {
            DocumentPrinter(format: $0, isSingle: isSingle, output: context.terminal.out)
        }
    }

    mutating func print(_ resource: Resource) throws {
        defer { count += 1 }
        let out = context.terminal.out
        if documents != nil {
            try documents?.print(resource.document)
        } else if format == .name {
            try out.write(resource.name.sanitized() + "\n")
        } else {
            if count > 0 { try out.write("\n") }
            if let definition = DashboardDefinition(resource) {
                return try out.write(DefinitionBlock(definition: definition, resource: resource, context: context).text)
            }
            if let cron = CronWorkflow(resource) {
                return try out.write(CronBlock(cron: cron, resource: resource, context: context).text)
            }
            var block = FieldBlock()
            block.add("Name:", resource.name)
            if resource.kind.isNamespaced { block.add("Namespace:", resource.namespace) }
            if let created = resource.createdAt { block.add("Created:", context.moment(created)) }
            try out.write(block.text)
        }
    }

    mutating func finish() throws { try documents?.finish() }
}
