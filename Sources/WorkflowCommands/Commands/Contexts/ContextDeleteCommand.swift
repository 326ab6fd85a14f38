import ArgumentKit
import TerminalKit
import WorkflowAPI

/// `wfctl context delete`
struct ContextDeleteCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var names: [String] = []

    init() {}

    static let info = CommandInfo(
        name: "delete", aliases: ["rm"], abstract: "Remove contexts",
        examples: [.init("Forget a server that is gone", "wfctl context delete old")])

    static var arguments: [Argument<Self>] {
        positional(
            \.names, "context", required: true, completion: .dynamic("contexts"), help: "Names of the contexts")
        group(\.globals, "Connection")
    }

    func perform(in context: CommandContext) throws {
        try globals.changeContexts(in: context) { file in
            for name in names { try file.check(name) }
            for name in names { file[name] = nil }
            if let current = file.current, names.contains(current) {
                file.current = nil
                context.note("'\(current)' was the current context; there is none now")
            }
        }
        let gone = names.map { "'\($0)'" }.joined(separator: ", ")
        try UnsaidDeed.named(
            names.count == 1 ? "context \(gone) was deleted" : "contexts \(gone) were deleted", in: context
        ) {
            for name in names { try context.terminal.out.write("Context '\(name)' deleted".sanitized() + "\n") }
        }
    }
}
