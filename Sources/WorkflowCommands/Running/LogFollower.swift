import Synchronization
import TerminalKit
import WorkflowAPI

/// Follows the logs of submitted runs, all at once, until each is over: the pods of one may be gone before another ends.
struct LogFollower: Sendable {
    let service: any WorkflowService
    let patience: LogPatience
    let deadline: Deadline
    let context: CommandContext

    /// A log that breaks is reported and does not decide how the run ended: its status is that of the fault.
    func follow(_ runs: [WorkflowReference]) async throws -> ExitStatus {
        let worst = Mutex(ExitStatus.success)
        _ = try await deadline.run {
            try await context.terminal.out.whileRead {
                try await withThrowingTaskGroup(of: ExitStatus.self) { group in
                    for run in runs { group.addTask { try await status(of: run) } }
                    for try await status in group { worst.withLock { $0 = $0.worst(status) } }
                }
            }
        }
        return worst.withLock(\.self)
    }

    /// Follows one log; throws what leaves no point in the others.
    private func status(of run: WorkflowReference) async throws -> ExitStatus {
        do {
            try await follow(run)
            return .success
        } catch let status as ExitStatus {
            // What it stands for has been said.
            return status
        } catch let error where error is BackendError || error is Diagnostic {
            let diagnostic = Diagnostic(error)
            context.report(diagnostic)
            return diagnostic.status
        }
    }

    private func follow(_ run: WorkflowReference) async throws {
        var query = LogQuery(workflow: run)
        query.follows = true
        var printer = LogPrinter(workflow: run.name, terminal: context.terminal)
        printer.prefix = .pod
        let reading = LogReading(
            service: service, patience: patience.ofNewRun, output: LogOutput(printer), in: context)
        let findings = try await LogSession(reading: reading, query: query, targets: LogTargets()).run(in: nil)
        guard reading.output.lines == 0, findings.refusal != nil else { return }
        let absence = LogAbsence(
            name: run.name, workflow: findings.workflow, container: "main", filters: [], refusal: findings.refusal)
        context.note(absence.text)
    }
}
