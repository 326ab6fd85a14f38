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
        var faults: [LogFault] = []
        /// What the server said in place of a log of a run that is over.
        var refusal: String?
        /// Kept logs that could not answer.
        var unread: LogAbsence.Unread?
        /// That of logs which could not be read.
        var status = ExitStatus.success
    }

    /// `workflow` is its state now, where that had to be learned.
    func run(in workflow: Workflow?) async throws -> Findings {
        var findings = Findings(workflow: workflow)
        // A log that is one answer to its end tells nothing of the run; who stops to read wants to know whether it goes on.
        if query.follows, workflow == nil, service.followsToTheEnd {
            if let now = try? await service.get(query.workflow, fields: .nodes) { reading.see(now) }
        }
        for step in workflow.map(targets.awaited) ?? [] {
            reading.context.note("step '\(step)' has not started yet, and is waited for while the workflow goes on")
        }
        do {
            try await read(&findings)
        } catch let error as BackendError where reading.output.lines == 0 && error.mayMeanArchived(query.workflow) {
            // The log is the pods', and a workflow that only the archive has may keep it all the same.
            guard let archived = try? await service.get(query.workflow), archived.isFinished else { throw error }
            findings.workflow = archived
            findings.refusal = error.message
        }
        // Whoever may read the log may still not read the workflow, and then has all there is.
        if findings.workflow == nil { findings.workflow = try await seenAfterwards() }
        findings.workflow.map(reading.see)
        if let workflow = findings.workflow {
            let pods = try targets.pods(of: workflow).map(Set.init)
            for restart in workflow.podRestarts(wanting: pods) { reading.notes.say(.restarted(restart)) }
            try await readKept(of: workflow, wanting: pods, &findings)
        }
        try reading.context.terminal.out.flush()
        report(&findings)
        if findings.status != .success { throw findings.status }
        return findings
    }

    /// The workflow after its log. Where there were lines nothing depends on it; else it says why there was none.
    private func seenAfterwards() async throws -> Workflow? {
        do {
            return try await service.get(query.workflow)
        } catch BackendError.forbidden(let reason) where reading.output.lines == 0 {
            // Of who follows, that was said before.
            if query.follows { return nil }
            reading.context.note(
                "looking at workflow '\(query.workflow.name)', which knows of kept logs, is refused: \(reason)")
        } catch is BackendError where reading.output.lines > 0 {}
        return nil
    }

    private func read(_ findings: inout Findings) async throws {
        if query.follows, targets.failed { return try await followFailures(&findings) }
        let mayGrow = try query.follows && findings.workflow.map(targets.mayGrow) == true
        if mayGrow || query.follows && needsNames { return try await followSources(&findings, mayGrow: mayGrow) }
        let pods = try findings.workflow.flatMap(targets.pods)
        let isOneByOne = !query.follows || pods?.count == 1
        let queries = queries(isOneByOne ? pods : nil, in: findings.workflow)
        for query in queries {
            do {
                try await read(query, wanting: isOneByOne ? nil : pods.map(Set.init), &findings)
            } catch let error as BackendError where queries.count > 1 { try pass(over: error, of: query, &findings) }
        }
    }

    private func pass(over error: BackendError, of query: LogQuery, _ findings: inout Findings) throws {
        guard let fault = LogFault(error, of: query) else { throw error }
        findings.faults.append(fault)
    }

    /// Says which logs are missing, once the kept ones have been tried.
    private func report(_ findings: inout Findings) {
        for fault in findings.faults where !fault.isMended(by: findings.seen) {
            var fault = fault
            fault.report(in: reading.context)
            findings.status = findings.status.worst(fault.diagnostic.status)
        }
        findings.faults = []
    }

    private func read(
        _ query: LogQuery, wanting pods: Set<String>? = nil, _ findings: inout Findings
    ) async throws {
        let ending = try await reading.read(query, wanting: pods)
        findings.seen.formUnion(ending.log.sources)
        if let workflow = ending.workflow { findings.workflow = workflow }
    }

    /// One for each pod, or for all of them, and for each container where those have to be named.
    private func queries(_ pods: [String]?, in workflow: Workflow?) -> [LogQuery] {
        let containers = targets.containers(of: workflow, readsAll: service.readsAllContainers)
        return (pods.map { $0.map(Optional.some) } ?? [nil]).flatMap { pod in
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
        guard query.tail != 0 else { return }
        let containers = targets.containers(of: workflow, readsAll: false).compactMap(\.self)
        if let lack = query.lackOfKeptLogs {
            let kept = LogArtifact.all(in: workflow, containers: containers, wanting: pods, except: findings.seen)
            if !kept.isEmpty { findings.unread = .init(pods: Set(kept.map(\.pod)).count, lack: lack) }
            return
        }
        // What has begun and broke off must not come a second time, nor what is there and has no line that matches.
        let silent = await silentSources(containers, wanting: pods, of: workflow, findings)
        let others = reading.output.sources.union(silent).subtracting(findings.seen)
        findings.seen.formUnion(others)
        defer { findings.seen.subtract(others) }
        let status = try await reading.readKept(
            query, of: workflow, containers: containers, wanting: pods, except: &findings.seen)
        findings.status = findings.status.worst(status)
    }

    /// Logs that servers still have, though no line passes --grep: of a pod without one they send as much as of a pod
    /// that is gone.
    private func silentSources(
        _ containers: [String], wanting pods: Set<String>?, of workflow: Workflow, _ findings: Findings
    ) async -> Set<LogSource> {
        guard query.grep != nil else { return [] }
        let unseen = LogArtifact.all(in: workflow, containers: containers, wanting: pods, except: findings.seen)
        var silent: Set<LogSource> = []
        for container in Set(unseen.map(\.container)) {
            var probe = LogQuery(workflow: query.workflow)
            probe.container = container
            probe.tail = 1
            if pods?.count == 1 { probe.pod = pods?.first }
            // Where nobody answers, what is kept may do.
            try? await service.logs(probe) { silent.insert($0.source) }
        }
        return silent
    }

    // MARK: Following by states

    /// All that is wanted at once, and from the time on when the run comes to it: the attempts of a step, if pods may
    /// grow, and the containers that templates of other objects bring along.
    private func followSources(_ findings: inout Findings, mayGrow: Bool) async throws {
        let first = try findings.workflow.flatMap(targets.pods)
        let (states, changes) = RunFollower.States.makeStream(bufferingPolicy: .bufferingNewest(1))
        let tally = LogFaultTally()
        try await withThrowingTaskGroup(of: Outcome.self) { group in
            group.addTask { [self] in
                await follow(into: changes)
                return .read([])
            }
            var known: [LogQuery] = []
            for try await workflow in states {
                findings.workflow = workflow
                reading.see(workflow)
                // Those that never began are said at the end, when the others have been read.
                let pods = mayGrow ? try targets.begunPods(of: workflow) : first
                let isOneByOne = mayGrow || pods?.count == 1
                for query in queries(isOneByOne ? pods : nil, in: workflow) where !known.contains(query) {
                    known.append(query)
                    let wanted = isOneByOne ? nil : pods.map(Set.init)
                    tally.begin()
                    group.addTask { [self] in
                        do {
                            return try await outcome(of: query, wanting: wanted, tally)
                        } catch {
                            changes.finish(throwing: error)
                            throw error
                        }
                    }
                }
            }
            for try await outcome in group {
                switch outcome {
                case .read(let sources): findings.seen.formUnion(sources)
                case .broke(let fault): findings.faults.append(fault)
                }
            }
        }
    }

    /// What came of one log among several.
    private enum Outcome: Sendable {
        case read(Set<LogSource>)
        case broke(LogFault)
    }

    /// Follows one log to its end. Its fault is said at once, and the others are read on, unless there is no point.
    private func outcome(
        of query: LogQuery, wanting pods: Set<String>?, _ tally: LogFaultTally
    ) async throws -> Outcome {
        do {
            return .read(Set(try await reading.read(query, wanting: pods, isOneOfMany: true).log.sources))
        } catch let error as BackendError {
            guard var fault = LogFault(error, of: query), tally.goesOn(after: fault) else { throw error }
            if !fault.mayBeMended { fault.report(in: reading.context) }
            return .broke(fault)
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
                reading.see(workflow)
                let pods = try targets.begunPods(of: workflow) ?? []
                for pod in pods where known.insert(pod).inserted {
                    for query in queries([pod], in: workflow) {
                        var query = query
                        query.follows = false
                        do {
                            try await read(query, &findings)
                        } catch let error as BackendError { try pass(over: error, of: query, &findings) }
                    }
                    // It may be gone by now, as the controller cleans up after steps.
                    try await readKept(of: workflow, wanting: [pod], &findings)
                    try reading.output.pause()
                    report(&findings)
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

extension BackendError {
    /// Not of one that was deleted meanwhile: what has its name now is another run.
    fileprivate func mayMeanArchived(_ run: WorkflowReference) -> Bool {
        guard case .notFound = self else { return false }
        return self != .deleted(run.name) && self != .deleted(run.name, isReplaced: true)
    }
}
