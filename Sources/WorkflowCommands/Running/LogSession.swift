import TerminalKit
import WorkflowAPI
import WorkflowModel

/// Reads what one `logs` command asks for, answer after answer, and hands it to the printer.
struct LogSession {
    let service: any WorkflowService
    let query: LogQuery
    let targets: LogTargets
    let patience: LogPatience
    let context: CommandContext

    /// The workflow as it was last seen; nil where nothing could be learned of it.
    func run(_ printer: inout LogPrinter) async throws -> Workflow? {
        var seen: [String: Set<String>] = [:]
        var workflow: Workflow?
        do {
            for query in queries { workflow = try await read(query, &seen, &printer) ?? workflow }
        } catch BackendError.notFound(let reason) where printer.lines == 0 {
            // The log is the pods', and a workflow that only the archive has may keep it all the same.
            guard let archived = try? await service.get(query.workflow) else { throw BackendError.notFound(reason) }
            workflow = archived
        }
        // Whoever may read the log may still not read the workflow, and then has all there is.
        if workflow == nil { workflow = try? await service.get(query.workflow) }
        let status = if let workflow { try await readArchive(of: workflow, seen, &printer) } else { ExitStatus.success }
        try context.terminal.out.flush()
        if status != .success { throw status }
        return workflow
    }

    private func read(
        _ query: LogQuery, _ seen: inout [String: Set<String>], _ printer: inout LogPrinter
    ) async throws -> Workflow? {
        let log = ResumingLog(
            service: service, query: query, pods: query.pod == nil ? wanted : nil, patience: patience, note: notes.say)
        let ending = try await log.read(
            each: { try printer.print($0) }, pause: { if query.follows { try printer.pause() } })
        seen[query.container, default: []].formUnion(ending.log.names)
        return ending.workflow
    }

    /// Kept logs have no times, so they cannot answer what was written when. One that cannot be read is reported, and
    /// the others are read all the same.
    private func readArchive(
        of workflow: Workflow, _ seen: [String: Set<String>], _ printer: inout LogPrinter
    ) async throws -> ExitStatus {
        var worst = ExitStatus.success
        guard !query.previous, query.sinceSeconds == nil, query.tail != 0, query.selector == nil else { return worst }
        for container in targets.containers {
            let kept = LogArtifact.all(
                in: workflow, container: container, wanting: wanted, except: seen[container] ?? [])
            for artifact in kept {
                do {
                    try await read(artifact, &printer)
                } catch let error as BackendError {
                    let diagnostic = Diagnostic(error.saying { "the kept log of pod '\(artifact.pod)': \($0)" })
                    context.report(diagnostic)
                    worst = worst.worst(diagnostic.status)
                }
            }
        }
        return worst
    }

    private func read(_ artifact: LogArtifact, _ printer: inout LogPrinter) async throws {
        let log = try ArchivedLog(artifact, service: service, query: query, patience: patience)
        // Said with the first line: a pod that is there and silent has an empty log kept, too.
        var isSaid = false
        try await log.read(note: notes.say) { entry in
            if !isSaid { notes.say(.archived(pod: artifact.pod)) }
            isSaid = true
            try printer.print(entry)
        }
    }

    private var notes: LogNotes { LogNotes(context: context) }
    private var wanted: Set<String>? { targets.pods.map { Set($0) } }

    /// One answer where that is enough. Few pods of many are asked for one by one; who follows cannot wait for the first.
    private var queries: [LogQuery] {
        var queries: [LogQuery] = []
        let pods = targets.pods.map { query.follows && $0.count > 1 ? [nil] : $0.map(Optional.some) } ?? [nil]
        for pod in pods {
            for container in targets.containers {
                var query = query
                query.pod = pod
                query.container = container
                queries.append(query)
            }
        }
        return queries
    }
}
