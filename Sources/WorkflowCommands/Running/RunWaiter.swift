import TerminalKit
import WorkflowAPI
import WorkflowModel

/// Follows runs until they are over and tells how each ended.
struct RunWaiter: Sendable {
    let service: any WorkflowService
    let deadline: Deadline
    let context: CommandContext

    /// How waiting for one run came to its end; a fault of the network is no failed run.
    enum Ending: Sendable {
        case over(Workflow)
        case deleted
        case timedOut
        case failed(Diagnostic)
    }

    /// Waits for all, says how each ended when it ends, returns the worst status.
    func wait(
        for references: [WorkflowReference], announces: Bool, ignoresNotFound: Bool = false
    ) async throws -> ExitStatus {
        try await Interruption.saying(Self.farewell(to: references)) {
            try await withThrowingTaskGroup(of: (String, Ending).self) { group in
                for reference in references {
                    group.addTask { (reference.name, try await ending(of: reference)) }
                }
                var worst = ExitStatus.success
                for try await (name, ending) in group {
                    let status = try report(ending, of: name, announces: announces, ignoresNotFound: ignoresNotFound)
                    worst = worst.worst(status)
                }
                return worst
            }
        }
    }

    /// What whoever interrupts the wait should know.
    static func farewell(to references: [WorkflowReference]) -> String {
        let names = references.map(\.name).joined(separator: " ").sanitized()
        let fact = references.count == 1 ? "the run goes on" : "the runs go on"
        return "wfctl: interrupted\nhint: \(fact); look again with 'wfctl wait \(names)'\n"
    }

    private func ending(of reference: WorkflowReference) async throws -> Ending {
        do {
            return try await deadline.run { try await follow(reference) } ?? .timedOut
        } catch let error as BackendError {
            return .failed(Diagnostic(error))
        }
    }

    private func follow(_ reference: WorkflowReference) async throws -> Ending {
        var reference = reference
        var pause = Duration.milliseconds(200)
        while true {
            // A watch says nothing of a run that only the archive has, and never ends for it.
            let workflow = try await service.get(reference, fields: .status)
            if workflow.isFinished { return .over(workflow) }
            showProgress(of: workflow)
            // `@latest` may mean another run a second later; wait for the one it means now.
            if reference.isLatest { reference.name = workflow.name }
            if let ending = try await watch(reference) { return ending }
            try await Task.sleep(for: pause)
            pause = min(pause * 2, .seconds(5))
        }
    }

    /// One watch up to its end; nil means look again, at once or where the server has no watch.
    private func watch(_ reference: WorkflowReference) async throws -> Ending? {
        var ending: Ending?
        do {
            try await service.watch(reference) { event in
                switch event {
                case .changed(let workflow) where workflow.isFinished: ending = .over(workflow)
                case .changed(let workflow):
                    showProgress(of: workflow)
                    return .proceed
                case .deleted: ending = .deleted
                }
                return .stop
            }
        } catch BackendError.unsupported {
            return nil
        }
        return ending
    }

    private func showProgress(of workflow: Workflow) {
        let state = [workflow.statusText, workflow.progress].filter { !$0.isEmpty }.joined(separator: " ")
        ProgressLine(on: context.terminal).show("waiting for \(workflow.name): \(state)")
    }

    private func report(
        _ ending: Ending, of name: String, announces: Bool, ignoresNotFound: Bool
    ) throws -> ExitStatus {
        ProgressLine(on: context.terminal).clear()
        switch ending {
        case .over(let workflow):
            if announces {
                let time = (workflow.finishedAt ?? context.now()).goText
                try context.terminal.out.write("\(name) \(workflow.phaseText) at \(time)".sanitized() + "\n")
                try context.terminal.out.flush()
            }
            let status = ExitStatus(ofRun: workflow)
            if status != .success, !announces || !workflow.message.isEmpty {
                let reason = workflow.message.isEmpty ? "" : ": \(workflow.message)"
                context.note("workflow '\(name)' ended \(workflow.phaseText)\(reason)")
            }
            return status
        case .deleted:
            context.report(Diagnostic(message: "workflow '\(name)' was deleted before it was over"))
            return .notFound
        case .timedOut:
            context.report(
                Diagnostic(
                    message: "the time is up and workflow '\(name)' is not over",
                    hint: "it goes on; look again with 'wfctl wait \(name)'"))
            return .timedOut
        case .failed(var diagnostic):
            if ignoresNotFound && diagnostic.status == .notFound { return .success }
            if !diagnostic.message.contains("'\(name)'") {
                diagnostic.message = "workflow '\(name)': \(diagnostic.message)"
            }
            context.report(diagnostic)
            return diagnostic.status
        }
    }
}
