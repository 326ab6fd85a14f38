import TerminalKit
import WorkflowAPI
import WorkflowModel

/// Reads one log after the other, or several at once, into one output.
struct LogReading: Sendable {
    let service: any WorkflowService
    let patience: LogPatience
    let output: LogOutput
    let context: CommandContext
    let notes: LogNotes
    /// Hears of each state of the run that is looked at.
    let see: @Sendable (Workflow) -> Void

    init(
        service: any WorkflowService, patience: LogPatience, output: LogOutput, in context: CommandContext,
        see: @escaping @Sendable (Workflow) -> Void = { _ in }
    ) {
        self.service = service
        self.patience = patience
        self.output = output
        self.context = context
        self.see = see
        notes = LogNotes(in: context)
    }

    /// Answer after answer, to the log's end. `isOneOfMany` has the notes tell which it is.
    func read(
        _ query: LogQuery, wanting pods: Set<String>? = nil, isOneOfMany: Bool = false
    ) async throws -> ResumingLog.Ending {
        let notes = notes
        let log = ResumingLog(service: service, query: query, pods: pods, patience: patience, see: see) {
            notes.say($0, of: isOneOfMany ? query : nil)
        }
        return try await log.read(
            each: { entry in
                // Servers count the age of lines in whole seconds, and by clocks of their own.
                if let since = query.sinceTime, let time = entry.time, time < since { return }
                try output.print(entry)
            }, pause: { if query.follows { try output.pause() } })
    }

    /// The logs that a workflow keeps of pods that are gone, of which nothing has been `seen`; they are, afterwards.
    ///
    /// One that cannot be read is reported, and the others are read all the same.
    func readKept(
        _ query: LogQuery, of workflow: Workflow, containers: [String], wanting pods: Set<String>?,
        except seen: inout Set<LogSource>
    ) async throws -> ExitStatus {
        var worst = ExitStatus.success
        for artifact in LogArtifact.all(in: workflow, containers: containers, wanting: pods, except: seen) {
            do {
                try await read(artifact, query)
                seen.insert(LogSource(pod: artifact.pod, container: artifact.container))
            } catch let error as BackendError {
                let diagnostic = Diagnostic(error.saying { "the kept log of pod '\(artifact.pod)': \($0)" })
                context.report(diagnostic)
                worst = worst.worst(diagnostic.status)
            }
        }
        return worst
    }

    private func read(_ artifact: LogArtifact, _ query: LogQuery) async throws {
        let log = try ArchivedLog(artifact, service: service, query: query, patience: patience)
        // Said with the first line: a pod that is there and silent has an empty log kept, too.
        var isSaid = false
        try await log.read(note: { notes.say($0) }) { entry in
            if !isSaid { notes.say(.archived(pod: artifact.pod, lacksTimes: output.showsTimes)) }
            isSaid = true
            try output.print(entry)
        }
    }
}
