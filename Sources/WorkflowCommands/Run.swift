import ArgumentKit
import TerminalKit

/// Runs one command line and returns the exit status; never exits, never throws. nil stands for words that are not UTF-8.
package func run(_ words: [String]?, in context: CommandContext) async -> ExitStatus {
    do {
        guard let words else { throw Diagnostic(message: "a word of the command line is not UTF-8", status: .usage) }
        switch try rootCommand.resolve(words, environment: context.environment) {
        case .run(let command):
            for note in command.notes { context.note(note.description) }
            try await command(context)
        case .help(let info, let path):
            let renderer = HelpRenderer(width: context.terminal.width, usesStyle: context.terminal.usesColor)
            try context.terminal.out.write(renderer.render(info, path: path))
        case .topic(let topic):
            let renderer = HelpRenderer(width: context.terminal.width, usesStyle: context.terminal.usesColor)
            try context.terminal.out.write(renderer.render(topic))
        case .version: try await VersionCommand().run(in: context)
        case .complete(let request): await NameCompletion(request: request, context: context).answer()
        }
        try context.terminal.out.flush()
        return .success
    } catch OutputError.closed {
        // Whoever reads has read enough: `wfctl list | head` is no failure.
        return .success
    } catch let error as OutputError {
        context.report(Diagnostic(error))
        return .failure
    } catch let error as UnsaidDeed {
        context.report(Diagnostic(error))
        return .failure
    } catch let status as ExitStatus {
        return finish(status, in: context)
    } catch {
        let diagnostic = Diagnostic(error)
        context.report(diagnostic)
        return finish(diagnostic.status, in: context)
    }
}

/// The status, unless what was printed before could not be written: then that is the news.
private func finish(_ status: ExitStatus, in context: CommandContext) -> ExitStatus {
    do {
        try context.terminal.out.flush()
    } catch OutputError.closed {
        return status
    } catch {
        context.report(Diagnostic(error))
        return .failure
    }
    return status
}
