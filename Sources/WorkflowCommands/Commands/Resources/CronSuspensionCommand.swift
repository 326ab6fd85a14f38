import ArgumentKit
import TerminalKit
import WorkflowAPI
import WorkflowModel

/// Whether cron workflows are held or let go on.
protocol CronSuspensionVerb: Sendable {
    static var info: CommandInfo { get }
    /// What has been done then: `suspended`.
    static var deed: String { get }
    static var isSuspended: Bool { get }
}

enum CronSuspendVerb: CronSuspensionVerb {
    static let info = CommandInfo(
        name: "suspend", abstract: "Suspend cron workflows: they start no runs until they are resumed",
        examples: [.init("Hold one", "wfctl cron suspend nightly")])
    static let deed = "suspended"
    static let isSuspended = true
}

enum CronResumeVerb: CronSuspensionVerb {
    static let info = CommandInfo(
        name: "resume", abstract: "Let suspended cron workflows start runs again",
        examples: [.init("Let one go on", "wfctl cron resume nightly")])
    static let deed = "resumed"
    static let isSuspended = false
}

/// `wfctl cron suspend` and `wfctl cron resume`.
struct CronSuspensionCommand<Verb: CronSuspensionVerb>: WorkflowCommand {
    var globals = GlobalOptions()
    var names: [String] = []

    init() {}

    static var info: CommandInfo { Verb.info }

    static var arguments: [Argument<Self>] {
        positional(
            \.names, "name", required: true, completion: .dynamic(CronNoun.completionTopic),
            help: "Names of cron workflows")
        group(\.globals, "Connection")
    }

    func perform(in context: CommandContext) async throws {
        let connection = try globals.connect(in: context)
        let service = try connection.backend.resources(.cronWorkflow)
        var worst = ExitStatus.success
        for (index, name) in names.enumerated() {
            do {
                let cron = try await service.setSuspended(Verb.isSuspended, name, namespace: connection.namespace)
                let done = "cron workflow '\(cron.name)' was \(Verb.deed)"
                try UnsaidDeed.named(done, leaving: Array(names[(index + 1)...]), in: context) {
                    try context.terminal.out.write("CronWorkflow '\(cron.name)' \(Verb.deed)".sanitized() + "\n")
                }
            } catch let error as BackendError {
                var diagnostic = Diagnostic(error)
                diagnostic.message = "cron workflow '\(name)' was not \(Verb.deed): \(diagnostic.message)"
                context.report(diagnostic)
                worst = worst.worst(diagnostic.status)
            }
        }
        if worst != .success { throw worst }
    }
}
