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

/// The words of the command line; nil when one is not UTF-8, which Swift would silently mend into another word.
private func words() -> [String]? {
    var words: [String] = []
    for argument in UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc)).dropFirst() {
        guard let argument, let word = String(validatingCString: argument) else { return nil }
        words.append(word)
    }
    return words
}

Output.occupiesClosedFiles()
Output.reportsClosedPipes()
let context = CommandContext.system(environment: variables(), executable: CommandLine.arguments[0])
Interruption.delivers(context.terminal) { _exit($0) }
let status = await run(words(), in: context)
// Not exit(): transfers that are still open crash it.
_exit(status.rawValue)
