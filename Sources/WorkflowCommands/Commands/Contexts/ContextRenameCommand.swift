import ArgumentKit
import TerminalKit
import WorkflowAPI

/// `wfctl context rename`
struct ContextRenameCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var name = ""
    var newName = ""

    init() {}

    static let info = CommandInfo(
        name: "rename", abstract: "Give a context another name",
        examples: [.init("A shorter word", "wfctl context rename production prod")])

    static var arguments: [Argument<Self>] {
        positional(\.name, "context", completion: .dynamic("contexts"), help: "Name of the context")
        positional(\.newName, "name", help: "Its new name")
        group(\.globals, "Connection")
    }

    func validate() throws(ArgumentError) {
        try ContextFile.checkNew(newName)
    }

    func perform(in context: CommandContext) throws {
        try globals.changeContexts(in: context) { file in
            try file.check(name)
            guard file[newName] == nil else {
                throw Diagnostic(message: "there is a context '\(newName)' already", status: .conflict)
            }
            for index in file.contexts.indices where file.contexts[index].name == name {
                file.contexts[index].name = newName
            }
            if file.current == name { file.current = newName }
        }
        try UnsaidDeed.named("context '\(name)' is called '\(newName)' now", in: context) {
            try context.terminal.out.write("Context '\(name)' is called '\(newName)' now".sanitized() + "\n")
        }
    }
}
