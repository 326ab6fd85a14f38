import TestSupport
import TerminalKit
import Testing
import WorkflowModel

@testable import WorkflowCommands

@Suite struct WaitCommandTests {
    /// Testing has an exit status of its own.
    typealias Status = WorkflowCommands.ExitStatus

    @Test func waitsForAllAndEndsWithTheWorst() async {
        let harness = CommandHarness()
        harness.argo.add("good", phase: .succeeded)
        harness.argo.add("bad", phase: .failed)
        let result = await harness.run("wait", "good", "bad", "good")
        #expect(result.status == .runFailed)
        #expect(
            result.out.split(separator: "\n").sorted() == [
                "bad Failed at 2026-01-01 00:00:04 +0000 UTC", "good Succeeded at 2026-01-01 00:00:02 +0000 UTC",
                "good Succeeded at 2026-01-01 00:00:02 +0000 UTC",
            ])
    }

    @Test func aMissingRunOutranksAFailedOne() async {
        let harness = CommandHarness()
        harness.argo.add("bad", phase: .failed)
        let result = await harness.run("wait", "nothing", "bad")
        #expect(result.status == .notFound)
        #expect(result.out == "bad Failed at 2026-01-01 00:00:02 +0000 UTC\n")
    }

    /// A watch never says a word about it.
    @Test func aRunThatOnlyTheArchiveHasIsOver() async {
        let harness = CommandHarness()
        harness.argo.add(
            archived: """
                {"metadata": {"name": "old", "namespace": "argo"},
                 "status": {"phase": "Failed", "finishedAt": "2025-12-24T18:00:00Z"}}
                """)
        #expect(
            await harness.run("wait", "old")
                == CommandHarness.Result(.runFailed, out: "old Failed at 2025-12-24 18:00:00 +0000 UTC\n"))
    }

    @Test func aRunThatGoesOnEndsTheWaitWithItsTimeout() async {
        let harness = CommandHarness()
        harness.argo.add("slow", phase: .running)
        let result = await harness.run("wait", "slow", "--timeout", "50ms")
        #expect(
            result
                == CommandHarness.Result(
                    .timedOut,
                    err: "wfctl: the time is up and workflow 'slow' is not over\n"
                        + "hint: it goes on; look again with 'wfctl wait slow'\n"))
    }

    @Test func aTimeoutOutranksAFailedRun() async {
        let harness = CommandHarness()
        harness.argo.add("bad", phase: .failed)
        harness.argo.add("slow", phase: .running)
        harness.argo.endStreams(of: "slow", with: .untilPeerCloses)
        let terminal = Terminal(
            outIsTerminal: false, errIsTerminal: false, inIsTerminal: false, width: 80, usesColor: false,
            usesColorOnErr: false)
        let wait = Task {
            await WorkflowCommands.run(["wait", "bad", "slow", "--timeout", "300ms"], in: harness.context(terminal))
        }
        while terminal.out.text.isEmpty { await Task.yield() }
        harness.time.pass(.milliseconds(300))
        #expect(await wait.value == .timedOut)
        #expect(terminal.out.text == "bad Failed at 2026-01-01 00:00:02 +0000 UTC\n")
    }

    private static let look = "GET /api/v1/workflows/argo/job"
    private static let stream = "GET /api/v1/workflow-events/argo"
    /// What the first look sees of a run that is over by the second.
    private static let running = FakeArgoServer.Fault.answer(
        .json(#"{"metadata":{"name":"job","namespace":"argo","uid":"u"},"status":{"phase":"Running"}}"#))

    /// A job that succeeds after the first look at it.
    private static func harness() -> CommandHarness {
        let harness = CommandHarness()
        harness.argo.add(
            workflow: """
                {"metadata": {"name": "job", "namespace": "argo", "uid": "u"},
                 "status": {"phase": "Succeeded", "finishedAt": "2026-01-01T00:00:02Z"}}
                """)
        harness.argo.fail(look, with: running)
        return harness
    }

    private static let succeeded = "job Succeeded at 2026-01-01 00:00:02 +0000 UTC\n"

    @Test func aRunThatIsDeletedMeanwhileEndsTheWait() async {
        let harness = CommandHarness()
        harness.argo.add("job", phase: .running)
        harness.argo.change(of: "job", to: "null")
        #expect(
            await harness.run("wait", "job")
                == .init(.notFound, err: "wfctl: workflow 'job' was deleted before it was over\n"))
    }

    @Test func anotherRunOfThatNameIsNotTakenForIt() async {
        let harness = CommandHarness()
        harness.argo.add("job", phase: .succeeded)
        harness.argo.fail(Self.look, with: Self.running)
        harness.argo.fail(Self.stream, with: .error(404, code: 5, "not found"))
        let result = await harness.run("wait", "job")
        #expect(
            result
                == .init(
                    .notFound,
                    err: "wfctl: workflow 'job' was deleted before it was over; another run has its name now\n"))
    }

    @Test func aServerThatForbidsWatchesIsAskedAgainAndAgain() async {
        let harness = Self.harness()
        harness.argo.fail(Self.stream, with: .error(403, code: 7, "cannot watch workflows"))
        #expect(
            await harness.run("wait", "job")
                == .init(
                    .success, out: Self.succeeded,
                    err: "wfctl: workflow 'job' cannot be watched: cannot watch workflows (no credentials were "
                        + "sent); looking at it now and then instead\n"))
    }

    @Test func aStreamThatCannotBeOpenedIsNoFailedRun() async {
        let harness = Self.harness()
        for _ in 0..<6 { harness.argo.fail(Self.stream, with: .error(503, code: 14, "try later")) }
        #expect(
            await harness.run("wait", "job")
                == .init(
                    .success, out: Self.succeeded,
                    err: "wfctl: cannot follow workflow 'job' for now: the server answered 503: try later (tried 6 "
                        + "times); trying again\n"))
    }

    @Test func patienceEndsWithTheServersFault() async {
        let harness = Self.harness()
        harness.argo.fail(Self.stream, with: .error(503, code: 14, "try later"))
        for _ in 0..<200 { harness.argo.fail(Self.look, with: .error(502, code: 14, "no upstream")) }
        let result = await harness.run("wait", "job", "--no-retry")
        #expect(result.status == .unreachable)
        #expect(result.out == "")
        #expect(result.err.hasPrefix("wfctl: workflow 'job': the server answered 503: try later\n"))
    }

    @Test func aRunThatDoesNotSayHowItEndedIsNoSuccess() async {
        let harness = CommandHarness()
        harness.argo.add(
            workflow: """
                {"metadata": {"name": "job", "namespace": "argo",
                   "labels": {"workflows.argoproj.io/completed": "true"}}, "status": {"phase": "Running"}}
                """)
        #expect(
            await harness.run("wait", "job", "-o", "name")
                == .init(
                    .failure, out: "job\n",
                    err: "wfctl: workflow 'job' is over, and its phase does not say how: 'Running'\n"))
    }

    @Test func waitsForMoreRunsThanItFollowsAtOnce() async {
        let harness = CommandHarness()
        let names = (0..<150).map { "job-\($0)" }
        for name in names { harness.argo.add(name, phase: name.hasSuffix("149") ? .failed : .succeeded) }
        let result = await harness.run(["wait"] + names + ["-o", "json"])
        #expect(result.status == .runFailed)
        let lines = result.out.split(separator: "\n").filter { $0.hasPrefix("      \"name\": \"job-") }
        #expect(lines.map { $0.split(separator: "\"")[3] } == names.map { $0[...] })
    }

    @Test(arguments: [
        (
            Status.success, Status.runFailed,
            Status.runFailed
        ), (.runFailed, .stillRunning, .runFailed),
        (.runFailed, .unreachable, .unreachable), (.notFound, .success, .notFound),
    ])
    func theWorstOfTwoStatusesWins(
        _ one: Status, _ other: Status, _ worst: Status
    ) {
        #expect(one.worst(other) == worst)
        #expect(other.worst(one) == worst)
    }
}
