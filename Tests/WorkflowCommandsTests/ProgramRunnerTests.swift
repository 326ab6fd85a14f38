import Testing
import WorkflowAPI

@testable import WorkflowCommands

/// Programs that make credentials, as they really run.
@Suite(.timeLimit(.minutes(5))) struct ProgramRunnerTests {
    private static func run(_ script: String, _ timeout: Duration = .seconds(30)) async throws -> ProgramResult {
        try await ProgramRunner(environment: ["PATH": "/usr/bin:/bin"]).run(
            ProgramCall(["/bin/sh", "-c", script], timeout: timeout))
    }

    @Test func tellsWhatWasPrintedAndHowItEnded() async throws {
        #expect(try await Self.run("echo t") == .ended(status: 0, output: Array("t\n".utf8)))
        #expect(try await Self.run("exit 3") == .ended(status: 3, output: []))
        #expect(try await Self.run("kill -9 $$") == .ended(status: 137, output: []))
    }

    @Test(arguments: ["sleep 600", "echo t; exec >&-; sleep 600", "sleep 600 & echo t"])
    func nothingLastsLongerThanItMay(_ script: String) async throws {
        #expect(try await Self.run(script, .milliseconds(200)) == .tookTooLong)
    }

    @Test func whoIsCancelledStopsTheProgram() async throws {
        let task = Task { try await Self.run("exec >&-; sleep 600", .seconds(600)) }
        task.cancel()
        #expect(try await task.value == .ended(status: 137, output: []))
    }
}
