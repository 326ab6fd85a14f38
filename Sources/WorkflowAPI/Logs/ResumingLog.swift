package import WorkflowModel

/// Reads the log of one workflow to its true end, over as many answers as it takes.
///
/// An answer that breaks off is asked for again, from where it ended. Following ends when an answer has come to its end
/// that began when the run was over: what came before may have ended early, for whatever reason of whoever stands between.
/// Where the run may not be looked at, the answer's own end has to do.
package struct ResumingLog: Sendable {
    package var service: any WorkflowService
    package var query: LogQuery
    /// The pods whose lines are wanted; nil wants all.
    package var pods: Set<String>?
    package var patience: LogPatience
    package var note: @Sendable (LogNote) -> Void
    /// Hears of each state of the run that is looked at.
    package var see: @Sendable (Workflow) -> Void

    package init(
        service: any WorkflowService, query: LogQuery, pods: Set<String>? = nil, patience: LogPatience,
        see: @escaping @Sendable (Workflow) -> Void = { _ in }, note: @escaping @Sendable (LogNote) -> Void
    ) {
        self.service = service
        self.query = query
        self.pods = pods
        self.patience = patience
        self.see = see
        self.note = note
    }

    /// How reading came to its end.
    package struct Ending: Sendable {
        /// The run as it was last seen; nil where nobody had to look.
        package var workflow: Workflow?
        package var log: LogResumption
    }

    /// Where one answer has brought us.
    private enum Answer {
        case complete
        case brokenOff(BackendError)
        /// What follows on the last lines did not come.
        case gap
    }

    private struct Gap: Error {}

    /// What is known of the run.
    private struct View {
        /// As it was last seen; nil before that.
        var workflow: Workflow?
        /// Looking at it is not allowed.
        var isRefused = false
        /// Why, until that is said: a log that is refused as well says it all.
        var unsaidRefusal: BackendError?
        /// A new run may be over while not every server behind one address has heard of it.
        var pausesForNews: ArraySlice<Duration> = []
        /// It was said that its log is not there yet.
        var isLogAwaited = false
    }

    /// Hands every line once to `body`. Throws `BackendError` when patience ends, and what `body` throws.
    package func read(
        each body: (LogEntry) throws -> Void, pause: () throws -> Void = {}
    ) async throws -> Ending {
        let time = patience.time
        let start = time.now()
        var log = LogResumption()
        // What was there at first has come, as far as it was wanted.
        var isSettled = false
        let floor = query.follows && query.tail != nil ? time.wallTime() - LogPatience.clockError : nil
        var trouble = LogTrouble(patience, follows: query.follows)
        var view = View()
        if query.follows, patience.isOfNewRun { view.pausesForNews = patience.grace[...] }
        if query.follows && !service.followsToTheEnd { try await firstLook(&trouble, &view) }
        var asked = query
        while true {
            let wasOver = view.workflow?.isFinished == true || view.isRefused || service.followsToTheEnd
            let began = time.now()
            var lines = 0
            let answer = try await self.answer(to: asked, &log, pause) { entry in
                lines += 1
                sayRefusal(&view)
                try body(entry)
            }
            if case .complete = answer { sayRefusal(&view) }
            if case .complete = answer, !query.follows || wasOver {
                return Ending(workflow: view.workflow, log: log)
            }
            // A stream that brought something, or stayed open for long, is no sign of a server in trouble.
            let age = time.now() - began
            let lasted = age > patience.goodAge
            if case .complete = answer { isSettled = true }
            if age > patience.settledAge { isSettled = true }
            if isSettled { log.floor = floor }
            if lines > 0 || lasted { trouble.pass(lasted: lasted) }
            var wantsEverything = false
            switch answer {
            case .complete: try await time.sleep(trouble.pauseAfterEnd())
            case .gap: wantsEverything = true
            case .brokenOff(.notFound(let reason)) where mayCome(in: view.workflow):
                if !view.isLogAwaited { note(.awaited(after: .notFound(reason))) }
                view.isLogAwaited = true
                try await time.sleep(trouble.pauseAfterEnd())
            case .brokenOff(.notFound) where !log.hasBegun && !view.pausesForNews.isEmpty:
                try await time.sleep(view.pausesForNews.removeFirst())
            case .brokenOff(let error):
                // What got no answer at all, a client has repeated as often as it may.
                if view.workflow == nil, !log.hasBegun, !error.isBreak { throw error }
                guard let pause = trouble.pause(after: error, hasBegun: log.hasBegun) else { throw error }
                note(log.hasBegun ? .resumed(after: error) : .repeated(after: error))
                if pause.isAsked { note(.held(after: error, for: pause.length)) }
                try await time.sleep(pause.length)
            }
            if query.follows || query.pod == nil { try await look(&trouble, &view) }
            asked = query.resumed(
                log, in: view.workflow, wanting: pods, now: time.wallTime(), elapsed: time.now() - start,
                everything: wantsEverything, isSettled: isSettled)
        }
    }

    private func answer(
        to asked: LogQuery, _ log: inout LogResumption, _ pause: () throws -> Void,
        each body: (LogEntry) throws -> Void
    ) async throws -> Answer {
        let isWhole = asked.place == nil
        log.begin(isWhole: isWhole)
        do {
            try await service.logs(
                asked,
                each: { entry in
                    guard pods?.contains(entry.pod) != false else { return }
                    switch log.verdict(on: entry) {
                    case .seen: return
                    case .new: try body(entry)
                    case .gap:
                        guard isWhole else { throw Gap() }
                        note(.gap(entry.source))
                        try body(entry)
                    }
                },
                between: { mark in
                    switch mark {
                    case .pause: try pause()
                    case .restart(let restart): note(.restarted(restart))
                    }
                })
            return !isWhole && log.lacksKnownLines ? .gap : .complete
        } catch is Gap {
            return .gap
        } catch let error as BackendError {
            return .brokenOff(error)
        }
    }

    private func tell(of workflow: Workflow) {
        see(workflow)
        for restart in workflow.podRestarts(wanting: pods) { note(.restarted(restart)) }
    }

    /// Whether there may yet be a log where the server has none: that of a run, or of a pod, that is not over.
    private func mayCome(in workflow: Workflow?) -> Bool {
        guard query.follows, let workflow, !workflow.isFinished else { return false }
        guard let pod = query.pod else { return true }
        let naming = workflow.podNaming
        return !workflow.nodes.contains { node in
            node.type == .pod && node.phase?.isFinal == true && naming.podName(of: node) == pod
        }
    }

    private func firstLook(_ trouble: inout LogTrouble, _ view: inout View) async throws {
        do {
            let first = try await patience.awaiting { try await service.get(query.workflow, fields: .nodes) }
            try see(first, &view)
        } catch BackendError.forbidden(let reason) {
            refuse(.forbidden(reason), &view)
        } catch let error as BackendError where patience.isOfNewRun || error.isBreak {
            // Somebody is there. Who was never answered has tried often enough: a client repeats.
            try await look(&trouble, &view)
        }
    }

    /// The run as it is now, asked for as often as patience allows.
    private func look(_ trouble: inout LogTrouble, _ view: inout View) async throws {
        while !view.isRefused {
            let now: Workflow
            do {
                now = try await service.get(query.workflow, fields: .nodes)
            } catch BackendError.forbidden(let reason) where view.workflow == nil {
                return refuse(.forbidden(reason), &view)
            } catch BackendError.notFound where view.workflow?.isFinished == false {
                throw BackendError.deleted(query.workflow.name)
            } catch let error as BackendError {
                guard let pause = trouble.pause(after: error, hasBegun: view.workflow != nil) else { throw error }
                if pause.isAsked { note(.held(after: error, for: pause.length)) }
                try await patience.time.sleep(pause.length)
                continue
            }
            return try see(now, &view)
        }
    }

    private func see(_ workflow: Workflow, _ view: inout View) throws(BackendError) {
        // Names are used again, and what another run does says nothing of this one.
        if let last = view.workflow, !last.uid.isEmpty, !workflow.uid.isEmpty, last.uid != workflow.uid {
            throw .deleted(query.workflow.name, isReplaced: true)
        }
        tell(of: workflow)
        view.workflow = workflow
    }

    private func sayRefusal(_ view: inout View) {
        guard let refusal = view.unsaidRefusal else { return }
        note(.unseen(refusal))
        view.unsaidRefusal = nil
    }

    private func refuse(_ error: BackendError, _ view: inout View) {
        if query.follows { view.unsaidRefusal = error }
        view.isRefused = true
    }
}
