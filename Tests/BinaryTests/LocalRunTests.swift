import DocumentKit
import Foundation
import TestSupport
import Testing

/// Runs on this machine, with runners that are real processes of the real executable.
@Suite(.timeLimit(.minutes(5))) struct LocalRunTests {
    @Test(arguments: [
        (["--wait"], "exit 0", Int32(0)), (["--wait"], "exit 1", 3), (["--log"], "echo hi", 0),
        (["--log"], "echo hi; exit 1", 3), (["--wait", "--log"], "kill -9 $$", 3),
        (["--wait", "-o", "json"], "exit 4", 3),
    ])
    func endsWithTheTruthOfTheRun(_ words: [String], _ script: String, _ status: Int32) async throws {
        let machine = try Machine()
        let manifest = try machine.manifest("build", script)
        let result = try await machine.wfctl.run(["submit", manifest, "--local"] + words)
        #expect(result.status == status, "\(result)")
        if words.contains("--log") && script.hasPrefix("echo") { #expect(result.out.contains(": hi\n")) }
        for (words, ending) in [(["wait", "build"], status), (["status", "build"], status), (["get", "build"], 0)] {
            #expect(try await machine.wfctl.run(words + ["--local"]).status == ending, "\(words)")
        }
        #expect(try await machine.run("submit", manifest).status == 6)
        #expect(try await machine.run("delete", "build") == .init(0, out: "Workflow 'build' deleted\n"))
        #expect(try await machine.run("get", "build").status == 5)
    }

    @Test func namesThatMeetAreTakenOnce() async throws {
        let machine = try Machine()
        let manifest = try machine.manifest("build", "echo one >> \(machine.wfctl.home.path)/ran")
        let processes = try (0..<8).map { _ in
            try machine.wfctl.start(["submit", manifest, "--local", "--wait", "-o", "name"])
        }
        var statuses: [Int32: Int] = [:]
        for process in processes {
            let result = try await process.result()
            statuses[result.status ?? -1, default: 0] += 1
            if result.status == 6 { #expect(result.err.contains("workflow 'build' already exists")) }
        }
        #expect(statuses == [0: 1, 6: 7])
        #expect(try String(contentsOfFile: machine.wfctl.home.path + "/ran", encoding: .utf8) == "one\n")
    }

    @Test func generatedNamesNeverMeet() async throws {
        let machine = try Machine()
        let manifest = try machine.manifest(nil, "true")
        let processes = try (0..<8).map { _ in
            try machine.wfctl.start(["submit", manifest, "--local", "--wait", "-o", "name"])
        }
        var names: Set<String> = []
        for process in processes {
            let result = try await process.result()
            #expect(result.status == 0, "\(result)")
            names.insert(result.out)
        }
        #expect(names.count == 8)
        #expect(try await machine.run("list", "-o", "name").out.split(separator: "\n").count == 8)
    }

    @Test func aRunOutlivesTheCommandAndItsTerminal() async throws {
        let machine = try Machine()
        let go = machine.wfctl.home.path + "/go"
        try #require(mkfifo(go, 0o600) == 0)
        let manifest = try machine.manifest("build", "echo waiting; cat \(go)")
        let process = try machine.wfctl.startAtTerminal(["submit", manifest, "--local", "--log"])
        try await process.screen.wait(for: "waiting")
        process.type("\u{3}")
        #expect(try await process.result().ending == .exited(130))
        #expect(try await machine.run("status", "build") == .init(8, out: "Running\n"))
        let following = try machine.wfctl.start(["logs", "build", "-f", "--local"])
        try await following.out.wait(for: "waiting\n")
        following.signal(SIGINT)
        #expect(
            try await following.result().err
                == "wfctl: interrupted\nhint: the run goes on; look again with 'wfctl logs -f build --local'\n")
        // The pipe's other end is open: `cat` has it.
        try Data("gone on\n".utf8).write(to: URL(fileURLWithPath: go))
        #expect(try await machine.run("wait", "build").status == 0)
        let log = try await machine.run("logs", "build", "s0")
        #expect(log == .init(0, out: "waiting\ngone on\n"))
    }

    @Test func everythingStoredIsForItsOwnerOnly() async throws {
        let machine = try Machine()
        let manifest = try machine.manifest("build", "echo hi")
        let submit = #"umask 000; exec wfctl submit "$0" --local --wait"#
        #expect(try await machine.wfctl.run(program: "/bin/sh", ["-c", submit, manifest]).status == 0)
        let state = URL(fileURLWithPath: machine.wfctl.home.path + "/.local")
        let files = try #require(FileManager.default.enumerator(atPath: state.path)).compactMap { $0 as? String }
        #expect(files.contains { $0.hasSuffix("workflow.json") })
        for file in files {
            let attributes = try FileManager.default.attributesOfItem(atPath: state.appendingPathComponent(file).path)
            let mode = try #require(attributes[.posixPermissions] as? NSNumber).intValue
            #expect(mode & 0o077 == 0, "\(file) has mode \(String(mode, radix: 8))")
        }
    }

    @Test func stepsSeeNoCredentialsAndHaveTheirSignals() async throws {
        var machine = try Machine()
        machine.wfctl.environment["ARGO_TOKEN"] = Site.token
        let manifest = try machine.manifest("build", "env", "yes | head -n 1; kill -PIPE $$; echo alive")
        let result = try await machine.run("submit", manifest, "--wait", "--log")
        #expect(result.status == 3)
        CredentialTests.expectSecrecy(result, ["submit"])
        // SIGPIPE ends the step, as it does in a shell.
        #expect(result.out.contains(": y\n"))
        #expect(!result.out.contains("alive"))
    }

    @Test(arguments: ["/dev/null/state", "/proc/state"]) func aStoreThatCannotBeIsSaid(_ place: String) async throws {
        var machine = try Machine()
        machine.wfctl.environment["XDG_STATE_HOME"] = place
        let result = try await machine.run("submit", try machine.manifest("build", "true"), "-o", "name")
        #expect(result.status == 1)
        #expect(result.out == "")
        #expect(result.err.contains("wfctl: cannot create '\(place)"), "\(result.err)")
        #expect(result.err.contains("hint: local runs and templates are kept in $XDG_STATE_HOME/wfctl"))
    }

    @Test(arguments: ["get", "status", "logs", "wait"]) func aRunThatIsNotThereIsSaidOnce(_ command: String)
        async throws
    {
        let result = try await Machine().run(command, "nope")
        #expect(result == .init(5, err: "wfctl: workflow 'nope' not found\n"))
    }

    @Test func withoutAHomeThereIsNoStore() async throws {
        var machine = try Machine()
        machine.wfctl.environment["HOME"] = nil
        let result = try await machine.run("list")
        #expect(result.status == 2)
        #expect(result.err.contains("neither XDG_STATE_HOME nor HOME is set"))
    }

    @Test func nothingRunsHereUnlessAskedFor() async throws {
        let machine = try Machine()
        let manifest = try machine.manifest("build", "true")
        let result = try await machine.wfctl.run("submit", manifest)
        #expect(result.status == 2)
        #expect(result.err.contains("--local"))
        #expect(machine.wfctl.home.contents() == ["build.json"])
    }
}
