import ArgumentKit
import LocalEngine

/// `wfctl __run-local FOLDER`: the background process that carries one local run out.
struct RunLocalCommand: Command {
    var folder = ""

    init() {}

    static let info = CommandInfo(
        name: "__run-local", abstract: "Carry out a run of the local backend", isHidden: true)

    static var arguments: [Argument<Self>] {
        positional(\.folder, "folder", completion: .directory, help: "Folder of the run")
    }

    func run(in context: CommandContext) async throws {
        if LocalRunner.main(folder: folder, environment: context.environment) != 0 { throw ExitStatus.failure }
    }
}
