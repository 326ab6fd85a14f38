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
        var workflow: Workflow?
        var seen: Set<String> = []
        for query in queries {
            let wanted = query.pod == nil ? targets.pods.map { Set($0) } : nil
            let log = ResumingLog(
                service: service, query: query, pods: wanted, patience: patience,
                note: LogNotes(context: context).say)
            let ending = try await log.read(
                each: { entry in
                    seen.insert(entry.pod)
                    try printer.print(entry)
                },
                pause: { if query.follows { try printer.pause() } })
            workflow = ending.workflow ?? workflow
        }
        try context.terminal.out.flush()
        return workflow
    }

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
