import Foundation
import TestSupport
import Testing
import WorkflowModel

/// Following runs with the real thing: terminals, signals, streams that break.
@Suite(.timeLimit(.minutes(5))) struct WatchTests {
    static func state(_ phase: String, done: Int, _ test: String) -> String {
        """
        {"metadata": {"name": "build-1", "namespace": "argo", "resourceVersion": "\(phase)\(done)",
           "labels": {"workflows.argoproj.io/completed": "\(phase == "Running" ? "false" : "true")"}},
         "status": {"phase": "\(phase)", "progress": "\(done)/2", "startedAt": "2026-01-01T00:00:00Z", "nodes": {
           "build-1": {"id": "build-1", "name": "build-1", "displayName": "build-1", "type": "DAG", "phase": "\(phase)"},
           "p": {"id": "p", "name": "build-1.prep", "displayName": "prep", "type": "Pod", "phase": "Succeeded",
             "boundaryID": "build-1"},
           "t": {"id": "t", "name": "build-1.test", "displayName": "test", "type": "Pod", "phase": "\(test)",
             "boundaryID": "build-1"}}}}
        """
    }

    /// A site where `build-1` runs, and what its watch says next.
    static func site(_ states: String...) throws -> Site {
        var site = try Site()
        site.argo.add(workflow: state("Running", done: 1, "Running"))
        for state in states { site.argo.change(of: "build-1", to: state) }
        site.argo.endStreams(of: "build-1", with: .untilPeerCloses)
        site.wfctl.environment["TERM"] = "xterm"
        return site
    }

    static func seen(_ process: ChildProcess, columns: Int = 80, rows: Int = 24) -> ScreenModel {
        var model = ScreenModel(columns: columns, rows: rows)
        let isKnown = model.take(process.screen.text)
        #expect(isKnown, "\(process.screen.text.debugDescription)")
        return model
    }

    @Test func aTerminalKeepsTheLastFrame() async throws {
        let site = try Self.site(Self.state("Failed", done: 2, "Failed"))
        let process = try site.wfctl.startAtTerminal(["watch", "build-1", "--no-color"])
        #expect(try await process.result().status == 3)
        let text = Self.seen(process).text
        #expect(text.count == 5)
        #expect(text.first?.hasPrefix("build-1  Failed  [████████████████████] 2/2  ") == true)
        let steps = text.suffix(3).map { $0.prefix(9).trimmingCharacters(in: .whitespaces) }
        #expect(steps == ["✖ build-", "├─✔ prep", "└─✖ test"])
        #expect(!process.screen.text.contains("\u{1B}[?25l"))
    }

    @Test func aPipeHasALineForEachChange() async throws {
        let site = try Self.site(
            Self.state("Running", done: 1, "Pending"), Self.state("Succeeded", done: 2, "Succeeded"))
        #expect(
            try await site.wfctl.run("watch", "build-1")
                == .init(
                    0,
                    out: """
                        build-1 Running 1/2
                        build-1 prep Succeeded
                        build-1 test Running
                        build-1 test Pending
                        build-1 test Succeeded
                        build-1 Succeeded 2/2

                        """))
    }

    @Test func followsTheTerminalsSize() async throws {
        let site = try Self.site()
        let terminal = try PseudoTerminal(columns: 80)
        let process = try site.wfctl.start(
            ["watch", "build-1", "--no-color"], input: .terminal, out: .terminal, err: .terminal, terminal: terminal)
        try await process.screen.wait(for: "└─● test")
        terminal.resize(columns: 20, rows: 4)
        // Three lines are left: the run, the header, and a count of the steps that have no room.
        try await process.screen.wait(for: " … 3 more: ")
        process.type("\u{3}")
        #expect(try await process.result().status == 130)
        #expect(process.screen.text.contains("build-1  Running  …\u{1B}[K"))
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func aFullScreenIsLeftWhateverEndsIt(_ signal: Int32) async throws {
        let site = try Self.site()
        let process = try site.wfctl.startAtTerminal(["watch", "build-1", "--full", "--no-color"])
        try await process.screen.wait(for: "└─● test")
        #expect(Self.seen(process).isAlternate)
        process.signal(signal)
        #expect(try await process.result().status == 128 + signal)
        let after = Self.seen(process)
        #expect(!after.isAlternate && !after.hidesCursor)
        #expect(after.text.first?.hasPrefix("build-1  Running  [") == true)
        #expect(
            after.text.suffix(2) == [
                "wfctl: interrupted", "hint: the run goes on; look again with 'wfctl watch build-1'",
            ])
    }

    @Test func ctrlZLeavesTheScreenToTheShell() async throws {
        let site = try Self.site()
        let process = try site.wfctl.startAtTerminal(["watch", "build-1", "--full", "--no-color"])
        try await process.screen.wait(for: "└─● test")
        process.type("\u{1A}")
        try await process.screen.wait(for: "\u{1B}[?25h\u{1B}[?1049l")
        await process.stopped()
        process.signal(SIGCONT)
        process.signal(SIGINT)
        #expect(try await process.result().status == 130)
        let after = Self.seen(process)
        #expect(!after.isAlternate && !after.hidesCursor)
    }

    @Test func aFullScreenIsLeftAtTheEnd() async throws {
        let site = try Self.site(Self.state("Succeeded", done: 2, "Succeeded"))
        let process = try site.wfctl.startAtTerminal(["watch", "build-1", "--full", "--no-color"])
        #expect(try await process.result().status == 0)
        let after = Self.seen(process)
        #expect(!after.isAlternate && !after.hidesCursor)
        #expect(after.text.first?.hasPrefix("build-1  Succeeded  [") == true)
    }

    @Test(arguments: [
        ["wait", "build-1"], ["watch", "build-1"], ["submit", "WORKFLOW", "--wait", "-o", "name"],
        ["logs", "build-1", "-f"], ["logs", "build-1", "-f", "-c", "all"],
    ])
    func ctrlCCanStopTheRun(_ words: [String]) async throws {
        let site = try Site()
        let isWatched = Gate()
        if words[0] != "submit" { site.argo.add("build-1", phase: .running) }
        site.argo.endStreams(of: "build-1", with: .open(isWatched), .untilPeerCloses)
        let words = words.map { $0 == "WORKFLOW" ? site.wfctl.workflow : $0 } + ["--stop-on-interrupt"]
        let process = try site.wfctl.start(words)
        try await isWatched.opened()
        process.signal(SIGINT)
        let result = try await process.result()
        #expect(result.status == 130)
        #expect(result.err == "wfctl: interrupted; stopping the run\nwfctl: workflow 'build-1' stopped\n")
        #expect(site.argo.requests.count { $0.route == "PUT /api/v1/workflows/argo/build-1/stop" } == 1)
    }

    /// By then that name may mean another run.
    @Test func ctrlCStopsTheRunThatLatestMeant() async throws {
        let site = try Self.site()
        let process = try site.wfctl.start(["wait", "@latest", "--stop-on-interrupt"])
        while site.argo.requests.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
        site.argo.add("younger", phase: .running)
        process.signal(SIGINT)
        let result = try await process.result()
        #expect(result.status == 130)
        #expect(result.err == "wfctl: interrupted; stopping the run\nwfctl: workflow 'build-1' stopped\n")
    }

    @Test func aRunThatIsOverNeedsNoStop() async throws {
        let site = try Self.site()
        let process = try site.wfctl.start(["wait", "build-1", "--stop-on-interrupt"])
        while site.argo.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        site.argo.fail(
            "PUT /api/v1/workflows/argo/build-1/stop",
            with: .error(500, code: 13, "cannot shutdown a completed workflow: workflow: \"build-1\""))
        process.signal(SIGINT)
        let result = try await process.result()
        #expect(result.status == 130)
    }

    @Test func aWaitTellsOfACutAndOfTheEndAllTheSame() async throws {
        let site = try Site()
        site.argo.add("build-1", phase: .running)
        site.argo.endStreams(of: "build-1", with: .cut)
        let process = try site.wfctl.start(["wait", "build-1", "-o", "name"])
        try await process.err.wait(for: "trying again\n")
        site.argo.set(.succeeded, of: "build-1")
        let result = try await process.result()
        #expect(result.status == 0)
        #expect(result.out == "build-1\n")
        #expect(result.err.hasPrefix("wfctl: cannot follow workflow 'build-1' for now: the answer of 127.0.0.1:"))
    }

    @Test func aServerThatGoesAwayIsNoFailedRun() async throws {
        let site = try Site()
        site.argo.add("build-1", phase: .running)
        let (isWatched, isGone) = (Gate(), Gate())
        site.argo.endStreams(of: "build-1", with: .open(isWatched), .wait(isGone), .cut)
        let process = try site.wfctl.start(["wait", "build-1", "--retries", "1"])
        try await isWatched.opened()
        // It keeps its port, which nobody else is to get.
        site.server.refuses()
        isGone.open()
        let result = try await process.result()
        #expect(result.status == 7)
        #expect(result.out.isEmpty)
        #expect(result.err.contains("wfctl: workflow 'build-1': cannot connect to 127.0.0.1:"))
    }

    @Test(arguments: [["wait", "build-1"], ["watch", "build-1"], ["logs", "-f", "build-1"]])
    func timeThatIsUpBeforeAnybodyLookedSaysNothingOfTheRun(_ words: [String]) async throws {
        let site = try Site()
        site.argo.add("build-1")
        site.argo.fail("GET /api/v1/workflows/argo/build-1", with: .silence)
        let result = try await site.wfctl.run(words + ["--timeout", "100ms", "-n", "argo", "--token", Site.token])
        let command = words[0] == "logs" ? "logs -f" : words[0]
        #expect(
            result
                == .init(
                    124,
                    err: "wfctl: the time is up before workflow 'build-1' could be looked at\n"
                        + "hint: look again with the same --token and 'wfctl \(command) build-1 -n argo'\n"))
    }

    @Test func waitPrintsOneDocument() async throws {
        let site = try Self.site(Self.state("Succeeded", done: 2, "Succeeded"))
        let waited = try await site.wfctl.run("wait", "build-1", "-o", "jsonl")
        #expect(waited.status == 0)
        #expect(waited.out.split(separator: "\n").count == 1)
        #expect(waited.out.contains(#""progress":"2/2""#))
    }
}
