package import WorkflowModel

/// Reads the log of one workflow to its true end, over as many answers as it takes.
///
/// An answer that breaks off is asked for again, from where it ended. Following ends when an answer has come to its end
/// that began when the run was over: what came before may have ended early, for whatever reason of whoever stands between.
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

    /// Hands every line once to `body`. Throws `BackendError` when patience ends, and what `body` throws.
    package func read(
        each body: (LogEntry) throws -> Void, pause: () throws -> Void = {}
    ) async throws -> Ending {
        let time = patience.time
        let start = time.now()
        var log = LogResumption()
        var trouble = LogTrouble(patience, follows: query.follows)
        var workflow: Workflow?
        if query.follows && !service.followsToTheEnd {
            // Who was never answered has tried often enough: a client repeats.
            do {
                let first = try await service.get(query.workflow, fields: .nodes)
                tell(of: first)
                workflow = first
            } catch BackendError.truncated {
                // Somebody is there.
                workflow = try await look(&trouble, after: nil)
            }
        }
        var asked = query
        while true {
            let wasOver = workflow?.isFinished == true || service.followsToTheEnd
            let began = time.now()
            var lines = 0
            let answer = try await self.answer(to: asked, &log, pause) { entry in
                lines += 1
                try body(entry)
            }
            if case .complete = answer, !query.follows || wasOver { return Ending(workflow: workflow, log: log) }
            // A stream that brought something, or stayed open for long, is no sign of a server in trouble.
            let lasted = time.now() - began > patience.goodAge
            if lines > 0 || lasted { trouble.pass(lasted: lasted) }
            var wantsEverything = false
            switch answer {
            case .complete: try await time.sleep(trouble.pauseAfterEnd())
            case .gap: wantsEverything = true
            case .brokenOff(let error):
                // What got no answer at all, a client has repeated as often as it may.
                if workflow == nil, !log.hasBegun, !error.isBreak { throw error }
                guard let pause = trouble.pause(after: error, hasBegun: log.hasBegun) else { throw error }
                note(log.hasBegun ? .resumed(after: error) : .repeated(after: error))
                if pause.isAsked { note(.held(after: error, for: pause.length)) }
                try await time.sleep(pause.length)
            }
            if query.follows || query.pod == nil { workflow = try await look(&trouble, after: workflow) }
            asked = query.resumed(
                log, in: workflow, wanting: pods, now: time.wallTime(), elapsed: time.now() - start,
                everything: wantsEverything)
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

    /// The run as it is now, asked for as often as patience allows.
    private func look(_ trouble: inout LogTrouble, after last: Workflow?) async throws -> Workflow {
        while true {
            do {
                let workflow = try await service.get(query.workflow, fields: .nodes)
                // Names are used again, and what another run does says nothing of this one.
                if let last, !last.uid.isEmpty, !workflow.uid.isEmpty, last.uid != workflow.uid {
                    throw BackendError.notFound(
                        "workflow '\(query.workflow.name)' was deleted, and another run has its name now")
                }
                tell(of: workflow)
                return workflow
            } catch let error as BackendError {
                guard let pause = trouble.pause(after: error, hasBegun: last != nil) else { throw error }
                if pause.isAsked { note(.held(after: error, for: pause.length)) }
                try await patience.time.sleep(pause.length)
            }
        }
    }
}
