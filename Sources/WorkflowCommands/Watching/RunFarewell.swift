import TerminalKit
import WorkflowAPI

/// What happens to runs when somebody interrupts the wait for them: they go on, or are stopped, and that is said.
struct RunFarewell: Sendable {
    let runs: OpenRuns
    /// The command that leads to the same runs again.
    var command = "wait"
    let again: WayBack
    let stops: Bool
    let service: any WorkflowService
    let context: CommandContext

    /// Stands ready while `body` runs.
    func standing<Result>(_ body: () async throws -> Result) async throws -> Result {
        var act: (@Sendable () async -> Void)?
        if stops { act = { await stopAll() } }
        return try await Interruption.saying(words, then: act, while: body)
    }

    private var words: Interruption.Words {
        if stops, !runs.unfinished.isEmpty {
            return .init(deed: "stopping \(runs.unfinished.count == 1 ? "the run" : "the runs")")
        }
        let open = runs.open
        if open.isEmpty { return .init() }
        let fact = runs.openGoOn ? (open.count == 1 ? "the run goes on; " : "the runs go on; ") : ""
        return .init(hint: fact + again.advice(command, open))
    }

    private func stopAll() async {
        await withTaskGroup { group in
            for run in runs.unfinished { group.addTask { await stop(run) } }
        }
    }

    /// Ends a run with its exit handlers, or at once where nothing gentler is known.
    private func order(_ run: WorkflowReference) async throws {
        do {
            // That name may mean another run by now.
            if run.isLatest { throw BackendError.notFound("it was never seen") }
            _ = try await service.perform(.stop, on: run)
        } catch BackendError.unsupported {
            _ = try await service.perform(.terminate, on: run)
        }
    }

    private func stop(_ run: WorkflowReference) async {
        do {
            try await order(run)
            context.note("workflow '\(run.name)' stopped")
        } catch BackendError.conflict {
            context.note("workflow '\(run.name)' is over already")
        } catch {
            var diagnostic = Diagnostic(error)
            diagnostic.message = "workflow '\(run.name)' was not stopped: \(diagnostic.message)"
            diagnostic.hint = again.advice(command, [run])
            context.report(diagnostic)
        }
    }
}
