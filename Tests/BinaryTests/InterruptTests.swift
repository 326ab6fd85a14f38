import Foundation
import TestSupport
import Testing
import WorkflowAPI
import WorkflowModel

/// Ctrl-C and its kin: an honest status, and nothing lost of what was there.
@Suite(.timeLimit(.minutes(5))) struct InterruptTests {
    /// A site where `build-1` runs and its streams stay open; the gate opens when one has been answered.
    static func site() throws -> (site: Site, isWatched: Gate) {
        let site = try Site()
        let gate = Gate()
        site.argo.add("build-1", phase: .running)
        site.argo.log("build-1", pod: "p", "first", "second")
        site.argo.endStreams(of: "build-1", with: .open(gate), .untilPeerCloses)
        return (site, gate)
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func aSignalEndsAWaitWithItsNumber(_ signal: Int32) async throws {
        let (site, isWatched) = try Self.site()
        let process = try site.wfctl.start(["wait", "build-1"])
        try await isWatched.opened()
        process.signal(signal)
        #expect(try await process.result() == .init(128 + signal, err: Self.farewell))
    }

    static let farewell = "wfctl: interrupted\nhint: the run goes on; look again with 'wfctl wait build-1'\n"

    static let logFarewell = farewell.replacing("wfctl wait", with: "wfctl logs -f")

    @Test func ctrlCOnATerminalEndsAWait() async throws {
        let (site, isWatched) = try Self.site()
        let process = try site.wfctl.startAtTerminal(["wait", "build-1"])
        try await isWatched.opened()
        process.type("\u{3}")
        #expect(try await process.result().ending == .exited(130))
    }

    @Test func whatEndedBeforeTheSignalIsStillSaid() async throws {
        let (site, isWatched) = try Self.site()
        site.argo.add("done")
        let process = try site.wfctl.start(["wait", "done", "build-1"])
        try await process.out.wait(for: "done Succeeded at ")
        try await isWatched.opened()
        process.signal(SIGINT)
        let result = try await process.result()
        #expect(result.status == 130)
        #expect(result.out.split(separator: "\n").count == 1)
        #expect(
            result.err == Self.farewell)
    }

    @Test func aFollowedLogKeepsItsLines() async throws {
        let (site, _) = try Self.site()
        let process = try site.wfctl.start(["logs", "build-1", "-f"])
        try await process.out.wait(for: "p: second\n")
        process.signal(SIGINT)
        #expect(try await process.result() == .init(130, out: "p: first\np: second\n", err: Self.logFarewell))
    }

    @Test func aSubmissionThatIsFollowedCanBeLeft() async throws {
        let site = try Site()
        let isWatched = Gate()
        site.argo.log("build-1", pod: "p", "first")
        site.argo.endStreams(of: "build-1", with: .open(isWatched), .untilPeerCloses)
        let process = try site.wfctl.start(["submit", site.wfctl.workflow, "--log", "-o", "name"])
        try await process.out.wait(for: "p: first\n")
        process.signal(SIGINT)
        #expect(try await process.result() == .init(130, out: "build-1\np: first\n", err: Self.farewell))
        #expect(site.argo.workflows.count == 1)
    }

    @Test(arguments: [
        (["submit", "WORKFLOW"], "workflow 'build-1'", "wfctl get build-1"),
        (["template", "create", "TEMPLATE"], "workflow template 'build'", "wfctl template get build"),
    ])
    func aWriteThatIsLeftSaysWhatMayExist(_ words: [String], _ what: String, _ command: String) async throws {
        let gate = Gate()
        let site = try Site(answering: .raw([.open(gate), .untilPeerCloses]))
        let files = ["WORKFLOW": site.wfctl.workflow, "TEMPLATE": site.wfctl.template]
        // However late the signal comes on a busy machine.
        let process = try site.wfctl.start(words.map { files[$0] ?? $0 } + ["--request-timeout", "0"])
        try await gate.opened()
        process.signal(SIGINT)
        let hint = "hint: \(what) may or may not exist; look with '\(command) -n argo'\n"
        #expect(try await process.result() == .init(130, err: "wfctl: interrupted\n" + hint))
    }

    /// The server has not taken it, and there is a while until the next try.
    @Test func aWriteThatIsLeftBetweenTriesDoesNotExist() async throws {
        let site = try Site(answering: Self.slowDown)
        let process = try site.wfctl.start(["submit", site.wfctl.workflow, "--request-timeout", "0", "--verbose"])
        try await process.err.wait(for: "again in 40")
        process.signal(SIGINT)
        let result = try await process.result()
        #expect(result.status == 130)
        #expect(result.err.hasSuffix("\nwfctl: interrupted; workflow 'build-1' was not created\n"), "\(result)")
    }

    private static let slowDown = LoopbackAnswer(
        status: 429, headers: [.init("Retry-After", "40"), .init("Content-Type", "application/json")],
        parts: [.text(#"{"code":8,"message":"slow"}"#)])

    /// Whoever asks twice will not wait, whatever he asks with.
    @Test func anotherSignalEndsAtOnceWhatTheFirstHasBegun() async throws {
        let (site, isWatched) = try Self.site()
        let isAsked = Gate()
        site.argo.fail(
            "PUT /api/v1/workflows/argo/build-1/stop", with: .answer(.raw([.open(isAsked), .untilPeerCloses])))
        let process = try site.wfctl.start(["wait", "build-1", "--stop-on-interrupt", "--request-timeout", "0"])
        try await isWatched.opened()
        process.signal(SIGINT)
        try await isAsked.opened()
        process.signal(SIGTERM)
        #expect(try await process.result().ending == .killed(by: SIGTERM))
    }

    /// What one file has made is spoken of while the next is still on its way.
    @Test(arguments: [false, true]) func everyRunOfASubmissionThatIsLeftIsSpokenOf(_ stops: Bool) async throws {
        let gate = Gate()
        let site = try Site()
        try site.wfctl.home.write(
            #"{"kind": "Workflow", "metadata": {"name": "other", "namespace": "slow"}, "spec": {"entrypoint": "main","#
                + #""templates": [{"name": "main", "container": {"image": "busybox", "command": ["true"]}}]}}"#,
            to: "other.json")
        site.argo.fail("POST /api/v1/workflows/slow", with: .answer(.raw([.open(gate), .untilPeerCloses])))
        let files = [site.wfctl.workflow, site.wfctl.home.path + "/other.json"]
        let process = try site.wfctl.start(
            ["submit"] + files + ["--wait", "-o", "json", "--request-timeout", "0"]
                + (stops ? ["--stop-on-interrupt"] : []))
        try await gate.opened()
        process.signal(SIGINT)
        let open = "hint: workflow 'other' may or may not exist; look with 'wfctl get other -n slow'\n"
        let result = try await process.result()
        guard stops else {
            let goesOn = "wfctl: interrupted\nhint: the run goes on; look again with 'wfctl wait build-1'\n"
            #expect(result == .init(130, err: goesOn + open))
            return
        }
        #expect(result.status == 130 && result.err.hasPrefix("wfctl: interrupted; stopping the runs\n" + open))
        #expect(result.err.contains("\nwfctl: workflow 'build-1' stopped\n"))
        // It may be there, and is stopped if it is.
        #expect(result.err.contains("\nwfctl: workflow 'other' was not stopped: "), "\(result.err)")
        #expect(site.argo.requests.contains { $0.path == "/api/v1/workflows/slow/other/stop" })
    }

    @Test(arguments: [
        ["wait", "build-1"], ["submit", "WORKFLOW", "--wait", "-o", "name"],
        ["submit", "WORKFLOW", "--log", "-o", "name"],
        ["wait", "build-1", "build-1"], ["logs", "build-1", "-f"], ["logs", "build-1", "-f", "-c", "all"],
    ])
    func timeThatPassesLeavesOpenStreamsBehind(_ words: [String]) async throws {
        let submits = words[0] == "submit"
        let result = try await withEnoughTime(from: submits ? 1_000 : 300) { time in
            let site = try Site()
            if !submits { site.argo.add("build-1", phase: .running) }
            site.argo.endStreams(of: "build-1", with: .untilPeerCloses)
            let words = words.map { $0 == "WORKFLOW" ? site.wfctl.workflow : $0 }
            let result = try await site.wfctl.run(words + ["--timeout", time])
            // A run is looked at before it is followed.
            let streams = site.argo.requests.map(\.path).count {
                $0.contains("/workflow-events/") || $0.hasSuffix("/log")
            }
            return (result, streams >= max(1, words.count { $0 == "build-1" }))
        }
        #expect(result.status == 124, "\(result)")
        #expect(result.out == (submits ? "build-1\n" : ""))
        #expect(result.err.contains("wfctl: the time is up and workflow 'build-1' is not over\nhint: "))
    }

    /// The first answer never comes.
    @Test(arguments: [
        ["logs", "build-1", "step", "-f"], ["logs", "@latest", "-f"], ["logs", "build-1", "--failed", "-f"],
        ["logs", "build-1", "-c", "all", "-f", "--exit-status"], ["wait", "@latest"], ["watch", "build-1"],
    ])
    func timeThatPassesBeforeTheFirstAnswerIsUp(_ words: [String]) async throws {
        let site = try Site(answering: .raw([.untilPeerCloses]))
        let result = try await site.wfctl.run(words + ["--timeout", "300ms", "--request-timeout", "60s"])
        #expect(result.status == 124, "\(result)")
        let line = "wfctl: the time is up before workflow '\(words[1])' could be looked at\n"
        #expect(result.err.contains(line), "\(result)")
        #expect(result.err.contains("hint: look again with 'wfctl \(words[0] == "logs" ? "logs -f" : words[0]) "))
    }

    @Test func timeThatPassesDuringASubmissionIsUp() async throws {
        let result = try await withEnoughTime(from: 1_000) { time in
            let site = try Site(answering: .raw([.untilPeerCloses]))
            let result = try await site.wfctl.run([
                "submit", site.wfctl.workflow, "--wait", "--timeout", time, "--request-timeout", "0",
            ])
            return (result, !site.server.requests.isEmpty)
        }
        #expect(
            result
                == .init(
                    124,
                    err: """
                        wfctl: the time is up; workflow 'build-1' may or may not exist
                        hint: look with 'wfctl get build-1 -n argo' before you try again

                        """))
    }

    @Test func timeThatPassesBetweenTheTriesOfASubmissionIsUp() async throws {
        let result = try await withEnoughTime(from: 1_000) { time in
            let site = try Site(answering: Self.slowDown)
            let result = try await site.wfctl.run([
                "submit", site.wfctl.workflow, "--wait", "--timeout", time, "--request-timeout", "0",
                "--verbose",
            ])
            return (result, result.err.contains("again in 40"))
        }
        #expect(result.status == 124, "\(result)")
        #expect(result.err.hasSuffix("\nwfctl: the time is up; workflow 'build-1' was not created\n"), "\(result)")
    }

    @Test func aWatchThatIsLeftSaysHowToWatchAgain() async throws {
        let (site, isWatched) = try Self.site()
        let process = try site.wfctl.start(["watch", "build-1"])
        try await isWatched.opened()
        process.signal(SIGINT)
        let farewell = Self.farewell.replacing("wfctl wait", with: "wfctl watch")
        let result = try await process.result()
        #expect(result.ending == .exited(130) && result.err == farewell, "\(result)")
    }

    @Test func outputThatWaitsInABufferGetsOut() async throws {
        let gate = Gate()
        let site = try Site()
        site.argo.add("first")
        site.argo.fail(
            "GET /api/v1/workflows/argo/second", with: .answer(.raw([.open(gate), .untilPeerCloses])))
        let process = try site.wfctl.start(["get", "first", "second", "-o", "name", "--request-timeout", "0"])
        try await gate.opened()
        process.signal(SIGINT)
        #expect(try await process.result() == .init(130, out: "first\n"))
    }

    @Test func aReaderThatDoesNotReadHoldsNobodyUp() async throws {
        let gate = Gate()
        var answer = OutputTests.crowd
        answer.framing = .chunked()
        answer.parts += [.open(gate), .untilPeerCloses]
        let site = try Site(answering: answer)
        let process = try site.wfctl.start(["list", "-o", "jsonl", "--request-timeout", "0"], out: .unread)
        try await gate.opened()
        process.signal(SIGINT)
        #expect(try await process.result().ending == .exited(130))
    }

    @Test func anIgnoredHangUpStaysIgnored() async throws {
        let site = try Site()
        let (isWatched, isOver) = (Gate(), Gate())
        site.argo.add("build-1", phase: .running)
        site.argo.endStreams(of: "build-1", with: .open(isWatched), .wait(isOver))
        let process = try ChildProcess(
            "/bin/sh", ["-c", #"trap "" HUP; exec "$0" "$@""#, Executable.path, "wait", "build-1"],
            environment: site.wfctl.environment)
        try await isWatched.opened()
        process.signal(SIGHUP)
        site.argo.set(.succeeded, of: "build-1")
        isOver.open()
        let result = try await process.result()
        #expect(result.status == 0)
        #expect(result.out.hasPrefix("build-1 Succeeded at "))
    }
}
