import ArgumentKit
import DocumentKit
import TerminalKit
import WorkflowAPI

/// `wfctl auth whoami`: whom the server takes us for.
struct AuthWhoamiCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var format = ShowFormat.table

    init() {}

    static let info = CommandInfo(
        name: "whoami", abstract: "Show whom the server takes you for",
        examples: [.init("The account's name, for scripts", "wfctl auth whoami -o json | jq -r .serviceAccountName")])

    static var arguments: [Argument<Self>] {
        option(\.format, "output", "o", value: "format", help: "Output format")
        group(\.globals, "Connection")
    }

    func perform(in context: CommandContext) async throws {
        let backend = try globals.connect(in: context).backend
        guard let identity = try await backend.identity() else {
            throw Diagnostic(message: "the \(backend.kind.rawValue) backend does not say who you are", status: .usage)
        }
        if let documents = format.documents {
            var printer = DocumentPrinter(format: documents, isSingle: true, output: context.terminal.out)
            try printer.print(identity)
            return try printer.finish()
        }
        var block = FieldBlock()
        for (key, value) in identity.members {
            if value.kind == .object {
                for (inner, value) in value.members { block.add("\(key).\(inner):", Self.text(value)) }
            } else {
                block.add("\(key):", Self.text(value))
            }
        }
        guard !block.text.isEmpty else {
            return context.note("the server knows nothing about you: it works with its own account")
        }
        try context.terminal.out.write(block.text)
    }

    private static func text(_ value: DocumentValue) -> String {
        value.scalarText ?? value.elements.compactMap(\.scalarText).joined(separator: ", ")
    }
}
