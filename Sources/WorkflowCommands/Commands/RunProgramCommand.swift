import ArgumentKit

/// `wfctl __run-program -- FILE WORD…`: the process that guards a program which makes credentials.
struct RunProgramCommand: Command {
    var file = ""
    /// The program's name as it sees it, and its arguments.
    var words: [String] = []

    init() {}

    static let info = CommandInfo(
        name: ProgramGuard.command, abstract: "Run a program that makes credentials", isHidden: true)

    static var arguments: [Argument<Self>] {
        positional(\.file, "file", completion: .file(), help: "The program's file")
        positional(\.words, "word", help: "Its name and its arguments")
    }

    func run(in context: CommandContext) async throws {
        try ProgramGuard.main(file, words, environment: context.environment)
    }
}
