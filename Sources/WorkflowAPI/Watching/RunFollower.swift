import WorkflowModel

/// Follows a run to its end, whatever happens to the connections on the way: `RunWatch` with a service and a clock.
package struct RunFollower: Sendable {
    package var service: any WorkflowService
    package var patience: WatchPatience
    /// The run was created a moment ago, by this process: it must come.
    package var isKnown = false
    /// What the caller reads of each state.
    package var fields = FieldSelection.everything
    package var time: TimeAndChance

    package init(service: any WorkflowService, patience: WatchPatience, time: TimeAndChance = .system) {
        self.service = service
        self.patience = patience
        self.time = time
    }

    /// Hands news to `body` until the run is over. Throws what `body` throws, and when the task is cancelled.
    package func follow(
        _ reference: WorkflowReference, each body: (RunNews) throws -> Void
    ) async throws -> RunEnding {
        var reference = reference
        var watch = RunWatch(patience: patience, isKnown: isKnown)
        var step = RunWatch.start
        while true {
            for news in step.news { try body(news) }
            switch step.action {
            case .look: step = watch.take(try await look(&reference))
            case .stream(let version): step = try await stream(reference, after: version, &watch, each: body)
            case .rest(let pause):
                try await time.sleep(pause)
                step = watch.take(.rested)
            case .end(.over(let workflow)): return .over(try await told(workflow, reference))
            case .end(let ending): return ending
            case .proceed: step = watch.take(.closed)
            }
        }
    }

    /// A run that is over by its labels or its end time alone: its phase may be a moment late.
    private func told(_ workflow: Workflow, _ reference: WorkflowReference) async throws -> Workflow {
        var workflow = workflow
        for pause in patience.grace where workflow.phase?.isFinal != true {
            try await time.sleep(pause)
            guard let next = try? await service.get(reference, fields: fields) else { continue }
            if next.isFinished, next.uid == workflow.uid { workflow = next }
        }
        return workflow
    }

    private func look(_ reference: inout WorkflowReference) async throws -> RunWatch.Input {
        do {
            let workflow = try await service.get(reference, fields: fields)
            // `@latest` may mean another run a second later; this is about the one it means now.
            if reference.isLatest { reference.name = workflow.name }
            return .found(workflow)
        } catch let error as BackendError {
            return .failed(error)
        }
    }

    /// One stream, to its end or to the word that ends the watch.
    private func stream(
        _ reference: WorkflowReference, after version: String?, _ watch: inout RunWatch,
        each body: (RunNews) throws -> Void
    ) async throws -> RunWatch.Step {
        var query = WatchQuery(workflow: reference, after: version)
        query.fields = fields
        query.idle = patience.idle
        let opened = time.now()
        var hasSpoken = false
        var last: RunWatch.Step?
        do {
            try await service.watch(query) { event in
                try settle(opened, &watch, each: body)
                hasSpoken = true
                let step = watch.take(.event(event))
                guard case .proceed = step.action else {
                    last = step
                    return .stop
                }
                for news in step.news { try body(news) }
                return time.now() - opened < patience.lifetime ? .proceed : .stop
            }
        } catch let error as BackendError {
            // One that was silent until it failed may just as well never have been there.
            if hasSpoken { try settle(opened, &watch, each: body) }
            return watch.take(.failed(error))
        }
        if last == nil { try settle(opened, &watch, each: body) }
        return last ?? watch.take(.closed)
    }

    /// Tells the watch when its stream has lasted.
    private func settle(
        _ opened: ContinuousClock.Instant, _ watch: inout RunWatch, each body: (RunNews) throws -> Void
    ) throws {
        guard time.now() - opened >= patience.settling else { return }
        for news in watch.take(.settled).news { try body(news) }
    }
}
