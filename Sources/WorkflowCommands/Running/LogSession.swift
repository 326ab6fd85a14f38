import TerminalKit
import WorkflowAPI
import WorkflowModel

/// Reads what one `logs` command asks for, from wherever it is to be had.
struct LogSession: Sendable {
    let reading: LogReading
    let query: LogQuery
    let targets: LogTargets

    /// What was learned on the way.
    struct Findings {
        /// The workflow as it was last seen; nil where nothing could be learned of it.
        var workflow: Workflow?
        /// Those whose lines have come.
        var seen: Set<LogSource> = []
        /// That of kept logs which could not be read.
        var status = ExitStatus.success
    }

    /// `workflow` is its state now, where that had to be learned. Answers with the state in the end.
    func run(in workflow: Workflow?) async throws -> Workflow? {
        var findings = Findings(workflow: workflow)
        do {
            try await read(&findings)
        } catch BackendError.notFound(let reason) where reading.output.lines == 0 {
            // The log is the pods', and a workflow that only the archive has may keep it all the same.
            guard let archived = try? await service.get(query.workflow) else { throw BackendError.notFound(reason) }
            findings.workflow = archived
        }
        // Whoever may read the log may still not read the workflow, and then has all there is.
        if findings.workflow == nil { findings.workflow = try? await service.get(query.workflow) }
        if let workflow = findings.workflow {
            let pods = try targets.pods(of: workflow).map(Set.init)
            for restart in workflow.podRestarts(wanting: pods) { reading.notes.say(.restarted(restart)) }
            try await readKept(of: workflow, wanting: pods, &findings)
        }
        try reading.context.terminal.out.flush()
        if findings.status != .success { throw findings.status }
        return findings.workflow
    }

    private func read(_ findings: inout Findings) async throws {
        if query.follows, targets.failed { return try await followFailures(&findings) }
        if query.follows, needsNames { return try await followContainers(&findings) }
        let pods = try findings.workflow.flatMap(targets.pods)
        for query in queries(pods, in: findings.workflow) {
            try await read(query, wanting: query.pod == nil ? pods.map(Set.init) : nil, &findings)
        }
    }

    private func read(
        _ query: LogQuery, wanting pods: Set<String>? = nil, _ findings: inout Findings
    ) async throws {
        let ending = try await reading.read(query, wanting: pods)
        findings.seen.formUnion(ending.log.sources)
        if let workflow = ending.workflow { findings.workflow = workflow }
    }

    /// One answer where that is enough. Few pods of many are asked for one by one; who follows cannot wait for the first.
    private func queries(_ pods: [String]?, in workflow: Workflow?) -> [LogQuery] {
        let pods = pods.map { query.follows && $0.count > 1 ? [nil] : $0.map(Optional.some) } ?? [nil]
        let containers = targets.containers(of: workflow, readsAll: service.readsAllContainers)
        return pods.flatMap { pod in
            containers.map { container in
                var query = query
                query.pod = pod
                query.container = container
                return query
            }
        }
    }

    /// All containers are wanted, of a service that has to be told their names.
    private var needsNames: Bool { targets.container == nil && !service.readsAllContainers }
    private var service: any WorkflowService { reading.service }

    private func readKept(of workflow: Workflow, wanting pods: Set<String>?, _ findings: inout Findings) async throws {
        let containers = targets.containers(of: workflow, readsAll: false).compactMap(\.self)
        let status = try await reading.readKept(
            query, of: workflow, containers: containers, wanting: pods, except: &findings.seen)
        findings.status = findings.status.worst(status)
    }

    // MARK: Following by states

    /// Every container of all pods at once; names that templates bring along later are followed from then on.
    private func followContainers(_ findings: inout Findings) async throws {
        let pods = try findings.workflow.flatMap(targets.pods).map(Set.init)
        let (states, changes) = RunFollower.States.makeStream(bufferingPolicy: .bufferingNewest(1))
        try await withThrowingTaskGroup(of: Set<LogSource>.self) { group in
            group.addTask { [self] in
                await follow(into: changes)
                return []
            }
            var known: Set<String?> = []
            for try await workflow in states {
                findings.workflow = workflow
                for container in targets.containers(of: workflow, readsAll: false)
                where known.insert(container).inserted {
                    var query = query
                    query.container = container
                    query.pod = pods?.count == 1 ? pods?.first : nil
                    group.addTask { [reading, query] in
                        do {
                            return Set(try await reading.read(query, wanting: pods, isOneOfMany: true).log.sources)
                        } catch {
                            changes.finish(throwing: error)
                            throw error
                        }
                    }
                }
            }
            for try await sources in group { findings.seen.formUnion(sources) }
        }
    }

    /// The whole log of every step that fails, as soon as it has.
    private func followFailures(_ findings: inout Findings) async throws {
        let (states, changes) = RunFollower.States.makeStream(bufferingPolicy: .bufferingNewest(1))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [self] in await follow(into: changes) }
            var known: Set<String> = []
            for try await workflow in states {
                findings.workflow = workflow
                let pods = try targets.pods(of: workflow) ?? []
                for pod in pods where known.insert(pod).inserted {
                    for query in queries([pod], in: workflow) {
                        var query = query
                        query.follows = false
                        try await read(query, &findings)
                    }
                    // It may be gone by now, as the controller cleans up after steps.
                    try await readKept(of: workflow, wanting: [pod], &findings)
                    try reading.output.pause()
                }
            }
        }
    }

    private func follow(into states: RunFollower.States.Continuation) async {
        let patience = reading.patience
        var follower = RunFollower(
            service: service, patience: WatchPatience(retries: patience.retries, random: patience.time.random),
            time: patience.time)
        follower.fields = needsNames ? .everything : .nodes
        await follower.follow(query.workflow, into: states) { news in
            if let text = news.text(of: query.workflow.name) { reading.context.note(text) }
        }
    }
}
