import TestSupport
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
