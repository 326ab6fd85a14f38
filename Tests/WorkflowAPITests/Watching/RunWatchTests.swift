import DocumentKit
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

/// Every order of answers, events and faults, with no clock and no wire.
@Suite struct RunWatchTests {
    typealias Input = RunWatch.Input

    static let patience = WatchPatience(
        outage: [.seconds(1), .seconds(2), .seconds(3)], grace: [.milliseconds(5), .milliseconds(6)],
        polling: .milliseconds(100)...(.milliseconds(400)))

    static func run(
        _ version: Int, name: String = "w", uid: String = "u", phase: String = "Running", status: String = ""
    ) -> Workflow {
        let text = #"""
            {"metadata": {"name": "\#(name)", "uid": "\#(uid)", "resourceVersion": "\#(version)"},
             "status": {"phase": "\#(phase)"\#(status)}}
            """#
        guard let document = try? JSONReader.read(Array(text.utf8)) else { preconditionFailure(text) }
        return Workflow(document.root)
    }

    static let cut = Input.failed(.truncated("cut"))
    static let alive = Input.event(.unchanged(version: nil))
    static func found(_ version: Int) -> Input { .found(run(version)) }
    static func changed(_ version: Int) -> Input { .event(.changed(run(version))) }

    /// What the machine does, a word for each step, from its start on.
    static func words(_ inputs: [Input]) -> [String] {
        var watch = RunWatch(patience: patience)
        return ([RunWatch.start] + inputs.map { watch.take($0) }).map(\.word)
    }

    struct Story: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var inputs: [Input]
        var words: [String]

        init(_ description: String, _ inputs: [Input], _ words: [String]) {
            testDescription = description
            self.inputs = inputs
            self.words = ["look"] + words
        }
    }

    static let stories: [Story] = [
        Story("a run that is over already", [.found(run(1, phase: "Failed"))], ["over Failed"]),
        Story(
            "a run that ends while it is watched",
            [found(1), changed(2), .event(.changed(run(3, phase: "Succeeded")))],
            ["stream 1: 1", "proceed: 2", "over Succeeded"]),
        Story(
            "the server ends the stream in good order", [found(1), changed(2), .closed, .closed, .rested, found(2)],
            ["stream 1: 1", "proceed: 2", "stream 2", "rest 0.1", "look", "stream 2: 2"]),
        Story(
            "a stream that only lived is followed by a look", [found(1), alive, .closed, found(1)],
            ["stream 1: 1", "proceed", "look", "stream 1: 1"]),
        Story(
            "a cut after news goes on from there", [found(1), changed(2), cut, .rested],
            ["stream 1: 1", "proceed: 2", "rest 1.0: trouble", "stream 2"]),
        Story(
            "a cut without news looks first", [found(1), cut, .rested, found(1)],
            ["stream 1: 1", "rest 1.0: trouble", "look", "stream 1: 1"]),
        Story(
            "streams that live and end at once are opened again after pauses",
            [found(1), alive, .closed, found(1), alive, .closed, .rested, found(1), alive, .closed],
            [
                "stream 1: 1", "proceed", "look", "stream 1: 1", "proceed", "rest 0.2", "look", "stream 1: 1",
                "proceed", "rest 0.4",
            ]),
        Story(
            "streams that bring something and end at once are opened again after a pause",
            [found(1), changed(2), .closed, changed(3), .closed, .rested, changed(4), .closed],
            [
                "stream 1: 1", "proceed: 2", "stream 2", "proceed: 3", "rest 0.1", "stream 3", "proceed: 4",
                "rest 0.1",
            ]),
        Story(
            "streams that last are opened again at once",
            [found(1), alive, .settled, .closed, found(1), alive, .settled, .closed],
            ["stream 1: 1", "proceed", "proceed", "look", "stream 1: 1", "proceed", "proceed", "look"]),
        Story(
            "streams that break one after the other are told once, until one lasts",
            [
                found(1), alive, cut, .rested, found(1), alive, cut, .rested, found(1), alive, .settled, cut,
            ],
            [
                "stream 1: 1", "proceed", "rest 1.0: trouble", "look", "stream 1: 1", "proceed", "rest 1.0", "look",
                "stream 1: 1", "proceed", "proceed: recovered", "rest 1.0: trouble",
            ]),
        Story(
            "a stream that breaks now and then is told each time",
            [found(1), alive, cut, .rested, found(1), alive, .settled, cut],
            [
                "stream 1: 1", "proceed", "rest 1.0: trouble", "look", "stream 1: 1", "proceed", "proceed",
                "rest 1.0: trouble",
            ]),
        Story(
            "an outage among streams that break is told",
            [found(1), cut, .rested, found(1), cut, .rested, .failed(.unreachable("no")), .rested, found(1)],
            [
                "stream 1: 1", "rest 1.0: trouble", "look", "stream 1: 1", "rest 1.0", "look", "rest 2.0: trouble",
                "look", "stream 1: recovered 1",
            ]),
        Story(
            "a stream that is always throttled is told once",
            [
                found(1), .failed(.throttled("slow", retryAfter: 2)), .rested, found(1),
                .failed(.throttled("slow", retryAfter: 2)),
            ],
            ["stream 1: 1", "rest 2.0: trouble for 2.0", "look", "stream 1: 1", "rest 2.0"]),
        Story(
            "signs of life before a version is forgotten change nothing",
            [
                found(1), alive, .failed(.server(status: 410, message: "Gone")), found(1), alive,
                .failed(.server(status: 410, message: "Gone")), .rested, found(1),
            ],
            ["stream 1: 1", "proceed", "look", "stream 1: 1", "proceed", "rest 0.2", "look", "stream now: 1"]),
        Story(
            "an outage that passes is told", [found(1), cut, .rested, cut, .rested, found(2)],
            ["stream 1: 1", "rest 1.0: trouble", "look", "rest 2.0", "look", "stream 2: recovered 2"]),
        Story(
            "an outage that lasts ends the watch",
            [found(1), cut, .rested, cut, .rested, cut, .rested, .failed(.unreachable("no"))],
            ["stream 1: 1", "rest 1.0: trouble", "look", "rest 2.0", "look", "rest 3.0", "look", "failed no"]),
        Story(
            "each outage has its own patience",
            [found(1), cut, .rested, cut, .rested, found(1), cut, .rested, cut],
            [
                "stream 1: 1", "rest 1.0: trouble", "look", "rest 2.0", "look", "stream 1: recovered 1",
                "rest 1.0: trouble", "look", "rest 2.0",
            ]),
        Story(
            "a throttled look waits as long as it is told",
            [found(1), .failed(.throttled("slow", retryAfter: 2)), .rested, cut],
            ["stream 1: 1", "rest 2.0: trouble for 2.0", "look", "rest 2.0"]),
        Story(
            "a server that asks for hours gets what patience is left",
            [
                found(1), cut, .rested, .failed(.throttled("slow", retryAfter: 3_600)), .rested,
                .failed(.throttled("slow", retryAfter: 3_600)), .rested, cut,
            ],
            [
                "stream 1: 1", "rest 1.0: trouble", "look", "rest 5.0: trouble for 5.0", "look",
                "rest 3.0: trouble for 3.0", "look", "failed cut",
            ]),
        Story("who was never answered has tried enough", [cut], ["failed cut"]),
        Story(
            "a run that is not there yet", [.failed(.notFound("no")), .rested, found(1)],
            ["rest 0.005", "look", "stream 1: 1"]),
        Story(
            "a run that does not come",
            [.failed(.notFound("no")), .rested, .failed(.notFound("no")), .rested, .failed(.notFound("no"))],
            ["rest 0.005", "look", "rest 0.006", "look", "failed no"]),
        Story(
            "a run that is gone at the next look", [found(1), alive, .closed, .failed(.notFound("no"))],
            ["stream 1: 1", "proceed", "look", "deleted"]),
        Story("a deletion", [found(1), .event(.deleted(run(2)))], ["stream 1: 1", "deleted"]),
        Story(
            "a run that was over when it was deleted", [found(1), .event(.deleted(run(2, phase: "Succeeded")))],
            ["stream 1: 1", "over Succeeded"]),
        Story(
            "another run under its name, looked at", [found(1), alive, .closed, .found(run(9, uid: "v"))],
            ["stream 1: 1", "proceed", "look", "replaced"]),
        Story(
            "another run under its name, over already",
            [found(1), .event(.changed(run(9, uid: "v", phase: "Failed")))],
            ["stream 1: 1", "replaced"]),
        Story(
            "events of other runs, from a server that ignores the selector",
            [
                found(1), .event(.changed(run(2, name: "x", uid: "v"))),
                .event(.changed(run(3, name: "x", phase: "Failed"))),
                .event(.deleted(run(4, name: "y", uid: ""))), .event(.changed(run(5, phase: "Succeeded"))),
            ],
            ["stream 1: 1", "proceed", "proceed", "proceed", "over Succeeded"]),
        Story(
            "the deletion of an earlier run of that name",
            [found(5), .event(.deleted(run(2, uid: "old"))), changed(6)],
            ["stream 5: 5", "proceed", "proceed: 6"]),
        Story(
            "a bookmark moves the version on", [found(1), changed(2), .event(.unchanged(version: "70")), .closed],
            ["stream 1: 1", "proceed: 2", "proceed", "stream 70"]),
        Story(
            "a version that was forgotten", [found(1), .failed(.invalid("too old resource version: 1 (9)")), found(9)],
            ["stream 1: 1", "look", "stream 9: 9"]),
        Story(
            "a server that forgets every version",
            [
                found(1), .failed(.server(status: 410, message: "Gone")), found(2),
                .failed(.server(status: 410, message: "Gone")), .rested, found(2),
                .failed(.server(status: 410, message: "Gone")), .rested,
            ],
            [
                "stream 1: 1", "look", "stream 2: 2", "rest 0.2", "look", "stream now: 2", "rest 0.4", "look",
            ]),
        Story(
            "a server without a watch is asked again and again",
            [
                found(1), .failed(.unsupported("a watch", by: .argo)), .rested, found(1), .rested, found(1), .rested,
                found(1), .rested, found(2), .rested, .found(run(3, phase: "Error")),
            ],
            [
                "stream 1: 1", "rest 0.1", "look", "rest 0.2: 1", "look", "rest 0.4: 1", "look", "rest 0.4: 1", "look",
                "rest 0.1: 2", "look", "over Error",
            ]),
        Story(
            "a watch that is not allowed", [found(1), .failed(.forbidden("no")), .rested, found(1)],
            ["stream 1: 1", "rest 0.1: polls", "look", "rest 0.2: 1"]),
        Story(
            "credentials that no longer hold",
            [
                found(1), .failed(.unauthenticated("who")), .rested,
                .failed(.unauthenticated("who")),
            ],
            ["stream 1: 1", "rest 0.1", "look", "failed who"]),
        Story(
            "silence is no news", [found(1), alive, .failed(.timedOut("silence")), found(1)],
            ["stream 1: 1", "proceed", "look", "stream 1: 1"]),
        Story(
            "a page in place of the API while a server restarts",
            [
                found(1), .failed(.malformed("a page")), .rested, .failed(.server(status: 404, message: "page")),
                .rested,
            ],
            ["stream 1: 1", "rest 1.0: trouble", "look", "rest 2.0", "look"]),
    ]

    @Test(arguments: stories) func followsARunThrough(_ story: Story) {
        #expect(Self.words(story.inputs) == story.words)
    }

    @Test(arguments: [
        ("Succeeded", ""), ("Failed", ""), ("Error", ""), ("Running", #", "finishedAt": "2026-01-01T00:00:00Z""#),
        ("", #", "finishedAt": "2026-01-01T00:00:00Z""#),
    ])
    func isOverWhateverSaysSoFirst(_ phase: String, _ status: String) {
        let words = Self.words([Self.found(1), .event(.changed(Self.run(2, phase: phase, status: status)))])
        #expect(words == ["look", "stream 1: 1", "over \(phase)"])
    }

    @Test func isOverByItsLabel() throws {
        let text = #"{"metadata": {"labels": {"workflows.argoproj.io/completed": "true"}}, "status": {}}"#
        let workflow = Workflow(try JSONReader.read(Array(text.utf8)).root)
        #expect(Self.words([.found(workflow)]) == ["look", "over "])
    }

    /// Whatever comes in whatever order: the machine asks for what can be given, never rests for nothing, and tells the
    /// truth in the end.
    @Test(arguments: 0..<UInt64(FaultRounds.count(40, full: 1_000))) func noOrderOfFaultsConfusesIt(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var watch = RunWatch(patience: Self.patience)
        var step = RunWatch.start
        var server = 1
        var seen = 0
        let faults: [BackendError] = [
            .truncated("cut"), .unreachable("no"), .server(status: 502, message: ""), .timedOut("silence"),
            .invalid("too old resource version"), .throttled("slow", retryAfter: 1), .malformed("page"),
        ]
        var faultsInARow = 0
        for round in 0..<500 {
            if Int.random(in: 0..<20, using: &random) == 0 { server += 1 }
            let phase = round > 300 ? "Failed" : "Running"
            let current = Self.run(server, phase: phase)
            let fails = round > 0 && faultsInARow < 3 && Int.random(in: 0..<3, using: &random) == 0
            if case .rest = step.action {} else { faultsInARow = fails ? faultsInARow + 1 : 0 }
            switch step.action {
            case .rest(let pause):
                #expect(pause > .zero && pause <= .seconds(3))
                step = watch.take(.rested)
            case .end(.over(let workflow)):
                #expect(workflow.phase == .failed)
                return
            case .end(let ending):
                Issue.record("\(ending)")
                return
            case .look where fails:
                step = watch.take(
                    .failed(faults.filter { !$0.isAboutVersion }.randomElement(using: &random) ?? faults[0]))
            case .look:
                seen = server
                step = watch.take(.found(current))
            case .stream where fails, .proceed where fails:
                step = watch.take(.failed(faults.randomElement(using: &random) ?? faults[0]))
            case .stream(let version):
                if let version { #expect(Int(version).map { $0 <= seen } == true) }
                step = watch.take(Bool.random(using: &random) ? .event(.changed(current)) : Self.alive)
                if case .proceed = step.action, !step.news.isEmpty { seen = server }
            case .proceed:
                step = watch.take(Int.random(in: 0..<9, using: &random) == 0 ? .closed : .event(.changed(current)))
                seen = max(seen, server)
            }
        }
        Issue.record("it never ends")
    }
}

extension RunWatch.Step {
    /// `stream 3: recovered 4`: what is done, and the news.
    fileprivate var word: String {
        let news = self.news.map { news in
            switch news {
            case .state(let workflow): workflow.resourceVersion
            case .trouble(_, let pause): "trouble" + (pause.map { " for \($0 / .seconds(1))" } ?? "")
            case .recovered: "recovered"
            case .polls: "polls"
            }
        }
        let action =
            switch self.action {
            case .look: "look"
            case .stream(let version): "stream \(version ?? "now")"
            case .proceed: "proceed"
            case .rest(let pause): "rest \(pause / .seconds(1))"
            case .end(.over(let workflow)): "over \(workflow.phaseText)"
            case .end(.deleted): "deleted"
            case .end(.replaced): "replaced"
            case .end(.failed(let error)): "failed \(error.message)"
            }
        return news.isEmpty ? action : "\(action): \(news.joined(separator: " "))"
    }
}
