import TerminalKit
import WorkflowCommands

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the process was started with, without Foundation's help: it would cost a tenth of the start.
private func variables() -> [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
        let pair = String(cString: text)
        if let separator = pair.firstIndex(of: "=") {
            variables[String(pair[..<separator])] = String(pair[pair.index(after: separator)...])
        }
        entry += 1
    }
    return variables
}

Output.occupiesClosedFiles()
Output.reportsClosedPipes()
let context = CommandContext.system(environment: variables(), executable: CommandLine.arguments[0])
Interruption.delivers(context.terminal) { _exit($0) }
let status = await run(Array(CommandLine.arguments.dropFirst()), in: context)
// Not exit(): transfers that are still open crash it.
_exit(status.rawValue)
