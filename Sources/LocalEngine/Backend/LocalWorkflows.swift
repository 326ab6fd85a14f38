import DocumentKit
import WorkflowAPI
import WorkflowModel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Workflows of this machine.
struct LocalWorkflows: WorkflowService {
    private let configuration: LocalConfiguration
    private var layout: StoreLayout { StoreLayout(root: configuration.root) }
    private var store: RunStore { RunStore(layout: layout) }

    init(_ configuration: LocalConfiguration) { self.configuration = configuration }

    // MARK: Reading

    func list(_ query: WorkflowQuery, each body: (Workflow) throws -> Void) async throws {
        let filter = try WorkflowFilter(query)
        var found: [Workflow] = []
        let namespaces =
            try query.namespace.map { [$0] }
            ?? withStore { () throws(SystemError) in
                try store.namespaces()
            }
        for namespace in namespaces where ObjectName.isNamespace(namespace) {
            for (name, folder) in try withStore({ () throws(SystemError) in try store.folders(in: namespace) })
            where filter.mayMatch(name: name, namespace: namespace) {
                try Task.checkCancellation()
                let reading = RunReading(folder: folder, namespace: namespace, name: name)
                if let workflow = reading.read(), filter.matches(workflow) { found.append(workflow) }
            }
        }
        // Of what argo's order puts together, the youngest first.
        found = found.map { (CreationOrder($0), $0) }.sorted { $0.0 > $1.0 }.map(\.1)
        for workflow in found.inListOrder({ ListOrder($0) }) { try body(workflow) }
    }

    func get(_ reference: WorkflowReference, fields: FieldSelection) async throws -> Workflow {
        guard let workflow = try reading(reference).read() else { throw Self.missing(reference.name) }
        return workflow
    }

    var followsToTheEnd: Bool { true }

    /// A pod has one here.
    var readsAllContainers: Bool { true }

    /// Pods of this machine are never gone while their run is there.
    func archivedLog(_ artifact: LogArtifact, each body: (ArraySlice<UInt8>) throws -> Void) async throws {
        throw BackendError.unsupported("logs kept as artifacts", by: .local)
    }

    func logs(
        _ query: LogQuery, each body: (LogEntry) throws -> Void, between: (LogMark) throws -> Void
    ) async throws {
        if query.previous { throw BackendError.unsupported("logs of an earlier instance", by: .local) }
        if query.selector?.isEmpty == false { throw BackendError.unsupported("selectors for pods", by: .local) }
        if let container = query.container, !container.isEmpty, container != "main" {
            throw BackendError.invalid("there is no container '\(container)': pods have only 'main' here")
        }
        let reading = try reading(query.workflow)
        guard let workflow = reading.read() else { throw Self.missing(query.workflow.name) }
        if let pod = query.pod, !(query.follows && !workflow.isFinished) {
            guard workflow.nodes.contains(where: { $0.type == .pod && workflow.podName(of: $0) == pod }) else {
                throw BackendError.notFound("workflow '\(reading.name)' has no pod '\(pod)'")
            }
        }
        var reader = try LogReader(reading, query, now: configuration.now())
        try await reader.read(body) { try between(.pause) }
    }

    /// Always begins with the current state: what was before it is not kept.
    func watch(_ query: WatchQuery, each body: (WorkflowEvent) throws -> StreamControl) async throws {
        let reading = try reading(query.workflow)
        guard var workflow = reading.read() else { throw Self.missing(query.workflow.name) }
        var stamp = Files.stamp(reading.folder.document)
        while try body(.changed(workflow)) == .proceed {
            // Until the document is another one, or nobody is left to write it.
            repeat {
                try await Task.sleep(for: .milliseconds(10))
            } while Files.stamp(reading.folder.document) == stamp && (workflow.isFinished || reading.isRunning)
            stamp = Files.stamp(reading.folder.document)
            guard let latest = reading.read(), latest.uid == workflow.uid else {
                _ = try body(.deleted(workflow))
                return
            }
            workflow = latest
        }
    }

    // MARK: Changing

    func submit(_ submission: Submission, telling tell: (WriteFate) -> Void) async throws -> Workflow {
        var built = try SubmissionBuilder(configuration).build(submission)
        guard built.report.problems.isEmpty else {
            throw BackendError.invalid(built.report.problems.map(\.description).joined(separator: "\n"))
        }
        built.report.notes.forEach(configuration.note)
        guard submission.dryRun == .none else { return try rehearsed(built, submission) }
        // A generated name may be taken; the tenth time it is no coincidence.
        for _ in 0..<10 {
            let name = built.workflow["metadata"]?["name"]?.string ?? ""
            let id = built.workflow["metadata"]?["uid"]?.string ?? ""
            tell(.open(name: name))
            let run = try withStore { () throws(SystemError) in
                try store.create(built.workflow, name: name, namespace: built.namespace, id: id)
            }
            if let run {
                try start(run, id: id)
                return Workflow(built.workflow.document().root)
            }
            guard let prefix = built.generateName else {
                throw Self.taken(name)
            }
            built.workflow["metadata"]?["name"] = .string(
                GeneratedName.make(from: prefix, random: configuration.random))
        }
        throw BackendError.conflict("no free name was found for '\(built.generateName ?? "")'")
    }

    /// What a dry run gives back: the manifest as it came, or the workflow as it would be stored.
    private func rehearsed(
        _ built: SubmissionBuilder.Built, _ submission: Submission
    ) throws(BackendError) -> Workflow {
        if submission.dryRun == .client, case .manifest(let manifest) = submission.source {
            return Workflow(manifest.document().root)
        }
        let workflow = Workflow(built.workflow.document().root)
        if built.generateName == nil, store.folder(workflow.name, in: built.namespace) != nil {
            throw Self.taken(workflow.name)
        }
        return workflow
    }

    /// Hands a new run to its runner; one that cannot be started leaves nothing behind.
    private func start(_ run: RunStore.NewRun, id: String) throws(BackendError) {
        do throws(SystemError) {
            try configuration.launcher.launch(run.folder, lock: run.lock)
        } catch {
            _ = try? store.remove(run.folder, id: id)
            throw .failed("the runner does not start: \(error)")
        }
    }

    func perform(_ action: WorkflowAction, on reference: WorkflowReference) async throws -> Workflow {
        let reading = try reading(reference)
        guard let workflow = reading.read() else { throw Self.missing(reference.name) }
        guard !workflow.isFinished else {
            throw BackendError.conflict("workflow '\(reading.name)' is over: \(workflow.phaseText)")
        }
        switch action {
        case .stop: try order("Stop", for: reading)
        case .terminate: try order("Terminate", for: reading)
        case .suspend:
            try withStore { () throws(SystemError) in try Files.write([], atomicallyTo: reading.folder.suspendOrder) }
            return workflow.suspended(true)
        case .resume(nil):
            unlink(reading.folder.suspendOrder)
            return workflow.suspended(false)
        case .fail, .resume: try check(action)
        }
        return workflow
    }

    func check(_ action: WorkflowAction) throws(BackendError) {
        switch action {
        case .fail, .resume(.some): throw .unsupported("suspend steps", by: .local)
        case .stop, .terminate, .suspend, .resume(nil): break
        }
    }

    /// The runner looks for the order every now and then; a signal makes it look now.
    private func order(_ strategy: String, for reading: RunReading) throws(BackendError) {
        try withStore { () throws(SystemError) in
            try Files.write(Array(strategy.utf8), atomicallyTo: reading.folder.stopOrder)
        }
        configuration.launcher.terminate(reading.folder, RunnerRecord(of: reading.folder), byForce: false)
    }

    func delete(_ reference: WorkflowReference, force: Bool) async throws {
        let reading = try reading(reference)
        // Its runner is about to write down an end, which would pass for the run's own.
        let mark = reading.read()?.isFinished == false ? try markDeletion(of: reading) : nil
        let lock = try await end(reading)
        defer { withExtendedLifetime((lock, mark)) {} }
        _ = ProcessLedger(reading: reading.folder.processes).killAll()
        let id = UUIDText.random(configuration.random)
        let isRemoved = try withStore { () throws(SystemError) in try store.remove(reading.folder, id: id) }
        if !isRemoved { throw Self.missing(reference.name) }
    }

    private func markDeletion(of reading: RunReading) throws(BackendError) -> FileLock? {
        try withStore { () throws(SystemError) in
            do throws(SystemError) {
                return try FileLock.acquire(reading.folder.deletion, .exclusive)
            } catch {
                // The run is gone already.
                if error.code == ENOENT { return nil }
                throw error
            }
        }
    }

    /// Ends the runner of a run, gently and then by force, and holds its lock from then on.
    private func end(_ reading: RunReading) async throws -> FileLock? {
        let folder = reading.folder
        let start = ContinuousClock.now
        var signalled = (gently: false, byForce: false)
        while true {
            do throws(SystemError) {
                if let lock = try FileLock.tryAcquire(folder.lock, .exclusive) { return lock }
            } catch {
                // No lock to be had means that no runner has it either.
                return nil
            }
            let waited = ContinuousClock.now - start
            let record = RunnerRecord(of: folder)
            if !signalled.gently && record != nil {
                signalled.gently = true
                configuration.launcher.terminate(folder, record, byForce: false)
            }
            if waited > configuration.grace && !signalled.byForce {
                signalled.byForce = true
                configuration.launcher.terminate(folder, record, byForce: true)
            }
            if waited > configuration.grace * 2 {
                throw BackendError.failed("the runner of '\(reading.name)' does not end")
            }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    // MARK: Names

    private static func missing(_ name: String) -> BackendError { .notFound("workflow '\(name)' not found") }

    private static func taken(_ name: String) -> BackendError { .conflict("workflow '\(name)' already exists") }

    /// Finds the folder of a name, or of the youngest workflow.
    private func reading(_ reference: WorkflowReference) throws(BackendError) -> RunReading {
        guard reference.isLatest else {
            guard let folder = store.folder(reference.name, in: reference.namespace) else {
                throw Self.missing(reference.name)
            }
            return RunReading(folder: folder, namespace: reference.namespace, name: reference.name)
        }
        let folders = try withStore { () throws(SystemError) in try store.folders(in: reference.namespace) }
        let readings = folders.map { RunReading(folder: $0.folder, namespace: reference.namespace, name: $0.name) }
        let youngest = readings.compactMap { reading in reading.read().map { (CreationOrder($0), reading) } }
            .max { $0.0 < $1.0 }
        guard let youngest else { throw .notFound("no workflows found in namespace '\(reference.namespace)'") }
        return youngest.1
    }
}

extension Workflow {
    /// As its runner is going to write it.
    fileprivate func suspended(_ isSuspended: Bool) -> Workflow {
        var tree = document.tree
        tree["spec"]?["suspend"] = isSuspended ? true : nil
        return Workflow(tree.document().root)
    }
}
