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

    package init(
        service: any WorkflowService, query: LogQuery, pods: Set<String>? = nil, patience: LogPatience,
        note: @escaping @Sendable (LogNote) -> Void
    ) {
        self.service = service
        self.query = query
        self.pods = pods
        self.patience = patience
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
        let start = patience.instant()
        var log = LogResumption()
        var workflow: Workflow?
        if query.follows && !service.followsToTheEnd { workflow = try await look() }
        var (asked, isWhole) = (query, true)
        var failures = 0
        while true {
            let wasOver = workflow?.isFinished == true || service.followsToTheEnd
            let began = patience.instant()
            var lines = 0
            let answer = try await self.answer(to: asked, isWhole: isWhole, &log, pause) { entry in
                lines += 1
                try body(entry)
            }
            if case .complete = answer, !query.follows || wasOver { return Ending(workflow: workflow, log: log) }
            // A stream that brought something, or stayed open for long, is no sign of a server in trouble.
            if lines > 0 || patience.instant() - began > patience.goodAge { failures = 0 }
            if case .gap = answer {
            } else {
                try await rest(after: answer, failures, hasBegun: log.hasBegun)
                failures += 1
            }
            if query.follows || query.pod == nil { workflow = try await look() }
            var wantsEverything = false
            if case .gap = answer { wantsEverything = true }
            (asked, isWhole) = query.resumed(
                log, in: workflow, wanting: pods, now: patience.now(), elapsed: patience.instant() - start,
                everything: wantsEverything)
        }
    }

    private func answer(
        to asked: LogQuery, isWhole: Bool, _ log: inout LogResumption, _ pause: () throws -> Void,
        each body: (LogEntry) throws -> Void
    ) async throws -> Answer {
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
                        note(.gap(pod: entry.pod))
                        try body(entry)
                    }
                }, pause: pause)
            return .complete
        } catch is Gap {
            return .gap
        } catch let error as BackendError {
            guard Self.mayPass(error, hasBegun: log.hasBegun) else { throw error }
            return .brokenOff(error)
        }
    }

    private func rest(after answer: Answer, _ failures: Int, hasBegun: Bool) async throws {
        var pause: Duration? = patience.pauseAfterEnd(failures)
        if case .brokenOff(let error) = answer {
            pause = patience.pause(failures, error)
            guard pause != nil else { throw error }
            note(hasBegun ? .resumed(after: error) : .repeated(after: error))
        }
        if let pause { try await patience.sleep(pause) }
    }

    /// Asking again may be answered. A server that has sent lines before is one, whatever stands in for it meanwhile.
    private static func mayPass(_ error: BackendError, hasBegun: Bool) -> Bool {
        switch error {
        case .throttled, .unreachable, .timedOut, .truncated: true
        case .server(let status, _): status == 408 || status >= 500 && status != 501
        case .malformed: hasBegun
        case .notFound, .conflict, .invalid, .unauthenticated, .forbidden, .insecure, .failed, .storage, .unsupported:
            false
        }
    }

    /// The run as it is now, asked for as often as patience allows.
    private func look() async throws -> Workflow {
        var failures = 0
        while true {
            do {
                return try await service.get(query.workflow, fields: .wideRow)
            } catch let error as BackendError {
                guard Self.mayPass(error, hasBegun: false), let pause = patience.pause(failures, error) else {
                    throw error
                }
                failures += 1
                try await patience.sleep(pause)
            }
        }
    }
}
