import Foundation
import TestSupport
import Testing
import WorkflowAPI

@testable import WorkflowCommands

/// Programs that make credentials, as they really run.
@Suite(.timeLimit(.minutes(5))) struct ProgramRunnerTests {
    private static func run(_ script: String, _ timeout: Duration = .seconds(30)) async throws -> ProgramResult {
        try await ProgramRunner(environment: ["PATH": "/usr/bin:/bin"], guardian: Executable.path).run(
            ProgramCall(["/bin/sh", "-c", script], timeout: timeout))
    }

    @Test func tellsWhatWasPrintedAndHowItEnded() async throws {
        #expect(try await Self.run("echo t") == .ended(status: 0, output: Array("t\n".utf8)))
        #expect(try await Self.run("exit 3") == .ended(status: 3, output: []))
        #expect(try await Self.run("kill -9 $$") == .ended(status: 137, output: []))
    }

    @Test func whatIsNoProgramSaysWhy() async throws {
        let folder = try ScratchFolder()
        let file = try folder.write("\u{7F}ELF", to: "broken")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file)
        let runner = ProgramRunner(environment: [:], guardian: Executable.path)
        #expect(
            try await runner.run(ProgramCall([file], timeout: .seconds(30))) == .failed(reason: "Exec format error"))
        #expect(try await runner.run(ProgramCall([file + "s"], timeout: .seconds(30))) == .missing)
    }

    /// Each names a process that is not to outlive it in the file.
    @Test(arguments: [
        "echo $$ > FILE; sleep 600", "echo $$ > FILE; echo t; exec >&-; sleep 600",
        "sleep 600 & echo $! > FILE; echo t",
        "sh -c 'sleep 600 & echo $! > FILE; wait'", "trap '' INT TERM HUP; (sleep 600 & echo $! > FILE) & sleep 600",
        "setsid sh -c 'echo $$ > FILE; sleep 600' & wait",
    ])
    func nothingLastsLongerThanItMay(_ script: String) async throws {
        let folder = try ScratchFolder()
        let file = folder.path + "/pid"
        let script = script.replacing("FILE", with: file)
        var text = ""
        var limit = Duration.seconds(1)
        // The time begins before the program does, which must have come to that point on a busy machine, too.
        while !text.hasSuffix("\n") {
            #expect(try await Self.run(script, limit) == .tookTooLong)
            text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
            limit *= 2
        }
        let process = try #require(Int32(text.filter { $0 != "\n" }))
        #expect(kill(process, 0) == -1 && errno == ESRCH, "\(process)")
    }

    @Test func whoIsCancelledStopsTheProgram() async throws {
        let task = Task { try await Self.run("exec >&-; sleep 600", .seconds(600)) }
        task.cancel()
        #expect(try await task.value == .ended(status: 137, output: []))
    }

    /// An agent that a program leaves behind on purpose keeps nothing of it open.
    @Test func anAgentMayStay() async throws {
        let folder = try ScratchFolder()
        let script = "sleep 600 </dev/null >/dev/null 2>&1 & echo $! > \(folder.path)/pid; echo t"
        #expect(try await Self.run(script) == .ended(status: 0, output: Array("t\n".utf8)))
        let text = try String(contentsOfFile: folder.path + "/pid", encoding: .utf8)
        let process = try #require(Int32(text.filter { $0 != "\n" }))
        #expect(kill(process, SIGKILL) == 0)
    }
}
