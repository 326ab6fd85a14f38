import TerminalKit
import WorkflowAPI

/// Follows the logs of submitted runs, one after the other, until each is over.
struct LogFollower {
    let service: any WorkflowService
    let patience: LogPatience
    let deadline: Deadline
    let context: CommandContext

    /// A log that breaks is reported and does not decide how the run ended: its status is that of the fault.
    func follow(_ runs: [WorkflowReference]) async throws -> ExitStatus {
        var worst = ExitStatus.success
        for run in runs {
            do {
                _ = try await deadline.run { [service, patience, context] in
                    var query = LogQuery(workflow: run)
                    query.follows = true
                    var printer = LogPrinter(workflow: run.name, terminal: context.terminal)
                    printer.prefix = .pod
                    let reading = LogReading(
                        service: service, patience: patience, output: LogOutput(printer), in: context)
                    let session = LogSession(reading: reading, query: query, targets: LogTargets())
                    _ = try await session.run(in: nil)
                }
            } catch let error as BackendError {
                let diagnostic = Diagnostic(error)
                context.report(diagnostic)
                worst = worst.worst(diagnostic.status)
            }
        }
        return worst
    }
}
