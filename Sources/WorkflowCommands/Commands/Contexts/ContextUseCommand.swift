import ArgumentKit
import TerminalKit
import WorkflowAPI

/// `wfctl context use`: the context that counts when nobody says otherwise.
struct ContextUseCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var name = ""

    init() {}

    static let info = CommandInfo(
        name: "use", abstract: "Choose the context for the commands to come",
        examples: [.init("Work with production from now on", "wfctl context use prod")])

    static var arguments: [Argument<Self>] {
        positional(\.name, "context", completion: .dynamic("contexts"), help: "Name of the context")
        group(\.globals, "Connection")
    }

    func perform(in context: CommandContext) throws {
        try globals.changeContexts(in: context) { file in
            try file.check(name)
            file.current = name
        }
        try UnsaidDeed.named("context '\(name)' is used from now on", in: context) {
            try context.terminal.out.write("Context '\(name)' is used from now on".sanitized() + "\n")
        }
    }
}

extension ContextFile {
    /// Throws for what could not be printed, offered or typed as a name.
    static func checkNew(_ name: String) throws(ArgumentError) {
        if name.isEmpty { throw .conflict("a context needs a name") }
        guard name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            throw .conflict("the name of a context is one line without control characters")
        }
    }

    /// Throws where there is no context of that name.
    func check(_ name: String) throws(Diagnostic) {
        guard self[name] == nil else { return }
        let known = contexts.map(\.name).joined(separator: ", ")
        throw Diagnostic(
            message: "there is no context '\(name)'", hint: known.isEmpty ? nil : "the contexts are \(known)",
            status: .notFound)
    }
}
