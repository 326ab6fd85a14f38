import TerminalKit
import WorkflowAPI

/// Follows the logs of submitted runs, one after the other, until each is over.
struct LogFollower: Sendable {
    let service: any WorkflowService
    let patience: LogPatience
    let deadline: Deadline
    let context: CommandContext

    /// A log that breaks is reported and does not decide how the run ended: its status is that of the fault.
    func follow(_ runs: [WorkflowReference]) async throws -> ExitStatus {
        var worst = ExitStatus.success
        for run in runs {
            do {
                _ = try await deadline.run { try await context.terminal.out.whileRead { try await follow(run) } }
            } catch let status as ExitStatus {
                // What it stands for has been said.
                worst = worst.worst(status)
            } catch let error where error is BackendError || error is Diagnostic {
                let diagnostic = Diagnostic(error)
                context.report(diagnostic)
                worst = worst.worst(diagnostic.status)
            }
        }
        return worst
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
