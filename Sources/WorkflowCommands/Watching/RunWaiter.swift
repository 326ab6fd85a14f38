import TerminalKit
import WorkflowAPI
import WorkflowModel

/// Follows runs until they are over and tells how each ended.
struct RunWaiter: Sendable {
    /// How waiting for one run came to its end; a fault of the network is no failed run.
    enum Ending: Sendable {
        case followed(RunEnding)
        case timedOut(RunKnowledge)
    }

    /// Each has a connection of its own; of many names the rest takes its turn.
    private static let runsAtOnce = 64

    let service: any WorkflowService
    let deadline: Deadline
    let patience: WatchPatience
    let context: CommandContext
    /// The command that leads to the same runs again.
    var command = "wait"
    var again = WayBack()
    var form = RunReport.Form.line
    var ignoresNotFound = false
    /// The runs were created a moment ago.
    var areNew = false
    /// False where more were asked for than there are: of several, documents come in a list.
    var areAll = true
    var stopsOnInterrupt = false
    /// nil has the one of `wait`.
    var display: (any RunDisplay)?

    /// Waits for all, says how each ended when it ends, returns the worst status.
    func wait(for references: [WorkflowReference]) async throws -> ExitStatus {
        let runs = OpenRuns(references, areKnown: areNew)
        let farewell = RunFarewell(
            runs: runs, command: command, again: again, stops: stopsOnInterrupt, service: service, context: context)
        return try await farewell.standing { try await wait(for: runs) }
    }

    /// The same for runs whose farewell stands already.
    func wait(for runs: OpenRuns) async throws -> ExitStatus {
        let references = runs.all
        let display = display ?? WaitProgress(on: context.terminal, runs: references.count)
        // Who only waits does so whether or not anybody reads of it.
        guard form == .shown else {
            return try await display.showing { try await endings(of: references, runs, display) }
        }
        do {
            return try await display.showing {
                try await context.terminal.out.whileRead { try await endings(of: references, runs, display) }
            }
        } catch OutputError.closed {
            return try await deadline.run { await ExitStatus(ofUnread: runs.all, service) } ?? .timedOut
        }
    }

    private func endings(
        of references: [WorkflowReference], _ runs: OpenRuns, _ display: any RunDisplay
    ) async throws -> ExitStatus {
        try await withThrowingTaskGroup(of: (place: Int, ending: Ending).self) { group in
            var report = RunReport(
                form, isSingle: references.count == 1 && areAll, command: command, again: again,
                ignoresNotFound: ignoresNotFound, in: context)
            for (place, reference) in references.prefix(Self.runsAtOnce).enumerated() {
                group.addTask { (place, try await ending(of: reference, at: place, runs, display)) }
            }
            var next = Self.runsAtOnce
            while let (place, ending) = try await group.next() {
                runs.close(place)
                if next < references.count {
                    group.addTask { [next] in
                        (next, try await self.ending(of: references[next], at: next, runs, display))
                    }
                    next += 1
                }
                display.makeRoom()
                // Where nobody reads how the runs ended, the status still tells it.
                try OutputError.passingOverClosed { try report.add(ending, of: runs.reference(at: place), at: place) }
            }
            try OutputError.passingOverClosed { try report.finish() }
            return report.status
        }
    }

    private func ending(
        of reference: WorkflowReference, at place: Int, _ runs: OpenRuns, _ display: any RunDisplay
    ) async throws -> Ending {
        let followed = try await deadline.run {
            var follower = RunFollower(service: service, patience: patience, time: context.time)
            follower.isKnown = areNew
            follower.fields = fields
            let ending = try await follower.follow(reference) { news in
                if case .state(let workflow) = news {
                    runs.see(workflow, at: place)
                    try display.show(workflow, at: place)
                } else if let text = news.text(of: runs.name(at: place)) {
                    if case .trouble(let error, _) = news { runs.lose(place, to: error.statement) }
                    context.note(text)
                }
            }
            switch ending {
            case .over(let workflow):
                runs.see(workflow, at: place)
                try OutputError.passingOverClosed { try display.show(workflow, at: place) }
            case .deleted, .replaced: try OutputError.passingOverClosed { try display.showDeletion(at: place) }
            case .failed: break
            }
            return ending
        }
        return followed.map(Ending.followed) ?? .timedOut(runs.knowledge(at: place))
    }

    /// Whole documents only for those who show them.
    private var fields: FieldSelection {
        if case .documents = form { return .everything }
        return display == nil ? .status : .everything
    }
}
