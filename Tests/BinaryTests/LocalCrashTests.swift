import DocumentKit
import Foundation
import TestSupport
import Testing

#if os(Linux)
    /// Runners that die: the next command sees it, names it, and nothing goes on in the dark.
    @Suite(.timeLimit(.minutes(5))) struct LocalCrashTests {
        /// How far the run is when its runner is killed, and the scripts that take it there.
        struct Moment: Sendable, CustomTestStringConvertible {
            var testDescription: String
            var scripts: [String]
            /// In the log when it is time; nil kills as soon as there is something to kill.
            var line: String?
        }

        private static let block = "echo reached; exec sleep 1000"

        @Test(arguments: [
            Moment(testDescription: "at once", scripts: [block], line: nil),
            Moment(testDescription: "in the first step", scripts: [block], line: "reached"),
            Moment(testDescription: "in the last step", scripts: ["echo one", "echo two", block], line: "reached"),
            Moment(
                testDescription: "while grandchildren run", scripts: ["sleep 1001 & sleep 1002 & echo reached; wait"],
                line: "reached"),
            Moment(
                testDescription: "while a step ignores signals",
                scripts: ["trap '' TERM INT HUP; echo reached; while :; do sleep 1000; done"], line: "reached"),
        ])
        func aKilledRunnerLeavesAnErrorAndNoProcess(_ moment: Moment) async throws {
            let machine = try Machine()
            let file = try machine.manifest("broken", moment.scripts)
            if let line = moment.line {
                try await machine.submit(file, named: "broken", until: line)
            } else {
                #expect(try await machine.run("submit", file, "-o", "name") == Self.submitted)
            }
            let runners = machine.runners()
            #expect(runners.count == 1)
            for pid in runners {
                let words = try String(contentsOfFile: "/proc/\(pid)/cmdline", encoding: .utf8).split(separator: "\0")
                #expect(words.prefix(2) == ["wfctl", "__run-local"])
            }
            for pid in runners {
                kill(pid, SIGKILL)
                await machine.ended("broken")
            }

            let list = try await machine.run("list", "--no-headers")
            #expect(list.status == 0)
            #expect(list.out.contains("broken") && list.out.contains("Error"), "\(list)")
            let run = try await machine.document("broken")
            #expect(run[path: "status", "phase"]?.string == "Error")
            #expect(run[path: "status", "message"]?.string?.contains("the runner ended") == true, "\(run)")
            #expect(run[path: "status", "finishedAt"]?.string != nil)
            for node in run[path: "status", "nodes"]?.members.map(\.value) ?? [] {
                #expect(["Succeeded", "Error"].contains(node["phase"]?.string), "\(node)")
            }
            #expect(try await machine.run("wait", "broken").status == 3)
            #expect(try await machine.run("status", "broken") == .init(3, out: "Error\n"))
            let log = try await machine.run("logs", "broken")
            #expect(log.status == 0)
            if let line = moment.line { #expect(log.out.contains(line)) }
            try await machine.emptied()

            let next = try await machine.run("submit", try machine.manifest("next", "echo fine"), "--wait")
            #expect(next.status == 0, "\(next)")
            #expect(try await machine.run("delete", "broken", "next").status == 0)
            #expect(try await machine.run("list", "-o", "name").out == "")
        }

        private static let submitted = ChildProcess.Result(
            0, out: "broken\n", err: "wfctl: images are not used: the commands run as processes of this machine\n")

        @Test func aRunnerThatIsAskedToEndWritesTheEnd() async throws {
            let machine = try Machine()
            let file = try machine.manifest("build", "echo reached; exec sleep 1006")
            try await machine.submit(file, named: "build", until: "reached")
            for pid in machine.runners() { kill(pid, SIGTERM) }
            #expect(try await machine.run("wait", "build").status == 3)
            try await machine.emptied()
            #expect(try await machine.document("build")[path: "status", "nodes"] != nil)
        }

        @Test func aKilledStepIsAFailureOfTheRunAndNotOfTheTool() async throws {
            let machine = try Machine()
            let file = try machine.manifest("build", "echo reached; exec sleep 1003")
            try await machine.submit(file, named: "build", until: "reached")
            // It has said that it was reached a moment before it is called so.
            var steps = machine.processes("sleep\u{0}1003")
            while steps.isEmpty {
                try await Task.sleep(for: .milliseconds(20))
                steps = machine.processes("sleep\u{0}1003")
            }
            for pid in steps { kill(pid, SIGKILL) }
            #expect(try await machine.run("wait", "build").status == 3)
            let run = try await machine.document("build")
            #expect(run[path: "status", "phase"]?.string == "Failed")
            try await machine.emptied()
        }

        @Test func submissionsThatAreKilledLeaveAStoreThatWorks() async throws {
            let machine = try Machine()
            let file = try machine.manifest(nil, "true")
            for round in 0..<12 {
                let process = try machine.wfctl.start(["submit", file, "--local", "-o", "name"])
                // Later and later in its life, as far as that can be had without a clock.
                for _ in 0..<round { _ = machine.processes() }
                process.signal(SIGKILL)
                _ = try await process.result()
            }
            let last = try await machine.run("submit", file, "--wait")
            #expect(last.status == 0, "\(last)")
            let making = machine.wfctl.home.path + "/.local/state/wfctl/making"
            #expect(try FileManager.default.contentsOfDirectory(atPath: making) == [])
            let names = try await machine.run("list", "-o", "name")
            #expect(names.status == 0)
            for name in names.out.split(separator: "\n") {
                let result = try await machine.run("wait", String(name))
                #expect(result.status == 0 || result.status == 3, "\(result)")
            }
            #expect(try await machine.run("delete", "--all", "--yes").status == 0)
            try await machine.emptied()
        }

        @Test func aDeletedRunStops() async throws {
            let machine = try Machine()
            let file = try machine.manifest("build", "echo reached; exec sleep 1004")
            try await machine.submit(file, named: "build", until: "reached")
            #expect(try await machine.run("delete", "build") == .init(0, out: "Workflow 'build' deleted\n"))
            try await machine.emptied()
            #expect(try await machine.run("get", "build").status == 5)
        }

        @Test func aFinishedRunLeavesNoProcess() async throws {
            let machine = try Machine()
            let file = try machine.manifest("build", "sleep 1005 & echo left one behind")
            #expect(try await machine.run("submit", file, "--wait").status == 0)
            try await machine.emptied()
        }
    }
#endif
