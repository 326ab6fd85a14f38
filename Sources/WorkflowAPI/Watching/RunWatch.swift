package import WorkflowModel

/// The watch of one run as a state machine: answers and events in, what to do next out. It knows no clock and no wire.
///
///     look ─→ stream ─┬─ over, deleted                      the end
///      ↑ ↑       ↑    ├─ cut, after news ──→ rest ─→ stream from the last version on
///      │ └─ rest ┼────┴─ ended or cut without any
///      │         └─ ended after news
///      └─ the version is too old, or the stream has been open for long
///
/// A look is a request for the run itself; whatever a stream failed to say, the next look finds out. Streams that end
/// early are opened again at once the first time only, and after pauses from then on: whatever they have said before,
/// a server that ends them all is asked no more often than one that has none.
package struct RunWatch: Sendable {
    package enum Input: Sendable {
        /// The answer to a look.
        case found(Workflow)
        case event(WorkflowEvent)
        /// The stream has been open for as long as good ones are, and says something.
        case settled
        /// A stream ended in good order, or was left.
        case closed
        /// A look or a stream failed.
        case failed(BackendError)
        case rested
    }

    package enum Action: Sendable {
        case look
        /// Open a stream and pass on what it says.
        case stream(after: String?)
        /// Go on with the stream.
        case proceed
        case rest(Duration)
        case end(RunEnding)
    }

    package struct Step: Sendable {
        package var action: Action
        package var news: [RunNews] = []
    }

    private enum Place { case looking, streaming, resting(isLookNext: Bool) }

    private let patience: WatchPatience
    private let isKnown: Bool
    private var place = Place.looking
    /// The run that is followed, once it was seen; names are used again.
    private var uid: String?
    private var name = ""
    private var version: String?
    /// This stream brought a state that was not known before.
    private var hasNews = false
    /// This stream gave a sign of life.
    private var isAlive = false
    private var isSettled = false
    /// Streams and looks in a row that brought nothing.
    private var quietRounds = 0
    /// Streams in a row that ended early.
    private var earlyEnds = 0
    /// Attempts in a row that failed.
    private var failures = 0
    /// Attempts that failed since streams were last known to be well; only the first is worth a word.
    private var troubles = 0
    /// The trouble since the last answer was told.
    private var isTold = false
    private var notFounds = 0
    private var polls = false
    /// How often in a row the server has forgotten the version to go on from. Once may happen to anybody; after that its
    /// own answers are older than its streams go back.
    private var forgottenVersions = 0

    /// The server has spoken the API to whoever asks: what it says now is no misunderstanding.
    private var hasAnswered: Bool

    /// - Parameter isKnown: the run was created a moment ago.
    package init(patience: WatchPatience, isKnown: Bool = false) {
        self.patience = patience
        self.isKnown = isKnown
        hasAnswered = isKnown
    }

    package static let start = Step(action: .look)

    package mutating func take(_ input: Input) -> Step {
        switch input {
        case .found(let workflow): found(workflow)
        case .event(let event): heard(event)
        case .settled: settled()
        case .closed: closed()
        case .failed(let error):
            if case .streaming = place { streamFailed(error) } else { lookFailed(error) }
        case .rested:
            if case .resting(isLookNext: false) = place { Step(action: stream()) } else { Step(action: look()) }
        }
    }

    // MARK: Looks

    private mutating func found(_ workflow: Workflow) -> Step {
        name = workflow.name
        if let ending = ending(workflow) { return Step(action: .end(ending)) }
        if learn(workflow) { quietRounds = 0 }
        let news = endOutage() + [.state(workflow)]
        return Step(action: polls ? restAfterQuiet() : stream(), news: news)
    }

    private mutating func lookFailed(_ error: BackendError) -> Step {
        guard case .notFound = error else { return failed(error, isLookNext: true, isNews: !isTold) }
        if uid != nil { return Step(action: .end(.deleted)) }
        let pauses = patience.grace + (isKnown ? patience.outage.prefix(WatchPatience.pausesForNewRuns) : [])
        guard notFounds < pauses.count else { return Step(action: .end(.failed(error))) }
        notFounds += 1
        return Step(action: rest(pauses[notFounds - 1]))
    }

    // MARK: Streams

    private mutating func heard(_ event: WorkflowEvent) -> Step {
        switch event {
        case .unchanged(let version):
            if let version, !version.isEmpty { self.version = version }
            isAlive = true
            return Step(action: .proceed, news: endOutage())
        // Not every server heeds the selector: a stream may tell of all runs there are.
        case .deleted(let workflow) where hasAnotherName(workflow),
            .changed(let workflow) where hasAnotherName(workflow):
            return Step(action: .proceed)
        case .deleted(let workflow):
            guard !isAnother(workflow) else { return Step(action: .proceed) }
            // The controller may have cleaned up what we were too late to hear of.
            return Step(action: .end(workflow.isFinished ? .over(workflow) : .deleted))
        case .changed(let workflow):
            if let ending = ending(workflow) { return Step(action: .end(ending)) }
            if learn(workflow) { (hasNews, forgottenVersions) = (true, 0) }
            return Step(action: .proceed, news: endOutage() + [.state(workflow)])
        }
    }

    private mutating func settled() -> Step {
        // What broke once and came again needs no word.
        let news = !isSettled && troubles > 1 ? [RunNews.recovered] : []
        (isSettled, isTold) = (true, false)
        (troubles, earlyEnds, forgottenVersions) = (0, 0, 0)
        return Step(action: .proceed, news: news)
    }

    private mutating func closed() -> Step {
        guard hasNews || isAlive || isSettled else { return Step(action: restAfterQuiet()) }
        let pause = pauseAfterEarlyEnd()
        guard pause > .zero else { return Step(action: hasNews ? stream() : look()) }
        return Step(action: rest(pause, isLookNext: !hasNews))
    }

    /// None after a stream that lasted, nor after the first that did not.
    private mutating func pauseAfterEarlyEnd() -> Duration {
        if isSettled { return .zero }
        quietRounds = hasNews ? 0 : quietRounds + 1
        earlyEnds += 1
        return earlyEnds > 1 ? patience.pollingPause(after: quietRounds) : .zero
    }

    private mutating func streamFailed(_ error: BackendError) -> Step {
        if error.isAboutVersion {
            forgottenVersions += 1
            let polling = forgottenVersions > 1 ? patience.pollingPause(after: forgottenVersions) : .zero
            let pause = max(pauseAfterEarlyEnd(), polling)
            return Step(action: pause > .zero ? rest(pause) : look())
        }
        switch error {
        case .unsupported:
            polls = true
            return Step(action: restAfterQuiet())
        case .forbidden, .invalid:
            polls = true
            return Step(action: restAfterQuiet(), news: [.polls(error)])
        case .timedOut, .notFound, .unauthenticated:
            // Silence proves nothing, and the others are the look's to judge.
            return closed()
        default:
            return failed(error, isLookNext: !hasNews, isNews: troubles == 0, atLeast: pauseAfterEarlyEnd())
        }
    }

    // MARK: Both

    /// Notes which state is known now; whether it was not known before.
    private mutating func learn(_ workflow: Workflow) -> Bool {
        if uid == nil || !workflow.uid.isEmpty { uid = workflow.uid }
        hasAnswered = true
        let latest = workflow.resourceVersion
        guard !latest.isEmpty, latest != version else { return false }
        version = latest
        return true
    }

    private func hasAnotherName(_ workflow: Workflow) -> Bool {
        !name.isEmpty && !workflow.name.isEmpty && workflow.name != name
    }

    private func isAnother(_ workflow: Workflow) -> Bool {
        guard let uid, !uid.isEmpty, !workflow.uid.isEmpty else { return false }
        return workflow.uid != uid
    }

    private func ending(_ workflow: Workflow) -> RunEnding? {
        if isAnother(workflow) { return .replaced }
        return workflow.isFinished ? .over(workflow) : nil
    }

    /// Tries again after a pause, if there ever was an answer: who asks for the first one has tried often enough already.
    private mutating func failed(
        _ error: BackendError, isLookNext: Bool, isNews: Bool, atLeast pause: Duration = .zero
    ) -> Step {
        guard hasAnswered, error.mayPass, failures < patience.outage.count else {
            return Step(action: .end(.failed(error)))
        }
        let delay = max(patience.outage[failures], pause)
        failures += 1
        troubles += 1
        if isNews { isTold = true }
        guard let asked = error.requestedPause, asked > delay else {
            return Step(action: rest(delay, isLookNext: isLookNext), news: isNews ? [.trouble(error, pause: nil)] : [])
        }
        // A server may ask for hours; it gets as long as all tries that are left would take.
        let granted = min(asked, patience.outage[failures...].reduce(delay, +))
        let isWorthAWord = isNews || failures > 1
        return Step(
            action: rest(granted, isLookNext: isLookNext), news: isWorthAWord ? [.trouble(error, pause: granted)] : [])
    }

    /// Something was heard; after one failed attempt alone that is not worth a word.
    private mutating func endOutage() -> [RunNews] {
        defer { (failures, isTold) = (0, false) }
        guard failures > 1, isTold else { return [] }
        troubles = 0
        return [.recovered]
    }

    private mutating func look() -> Action {
        place = .looking
        return .look
    }

    private mutating func stream() -> Action {
        (hasNews, isAlive, isSettled, place) = (false, false, false, .streaming)
        return .stream(after: forgottenVersions > 1 ? nil : version)
    }

    private mutating func rest(_ pause: Duration, isLookNext: Bool = true) -> Action {
        place = .resting(isLookNext: isLookNext)
        return .rest(pause)
    }

    private mutating func restAfterQuiet() -> Action {
        quietRounds += 1
        return rest(patience.pollingPause(after: quietRounds))
    }
}
