import Foundation
import Synchronization
import TestSupport
import Testing
import WorkflowAPI
import WorkflowModel

/// What `logs --follow` prints of runs with several pods and containers, while they go on.
@Suite(.timeLimit(.minutes(5))) struct LogFollowTests {
    private static func workflow(phase: String, _ nodes: [(name: String, phase: String)] = []) -> String {
        let isOver = phase != "Running"
        let nodes = nodes.map {
            #""job-\#($0.name)":{"id":"job-\#($0.name)","name":"\#($0.name)","displayName":"\#($0.name)","type":"Pod","#
                + #""templateName":"sh","phase":"\#($0.phase)","startedAt":"2026-01-02T03:00:00Z","#
                + #""outputs":{"artifacts":[{"name":"main-logs","s3":{}}]}}"#
        }
        return """
            {"metadata":{"name":"job","namespace":"argo","uid":"u","resourceVersion":"\(phase)\(nodes.count)",
              "creationTimestamp":"2026-01-02T03:00:00Z","annotations":{"workflows.argoproj.io/pod-name-format":"v1"}},
             "spec":{"templates":[{"name":"sh","container":{},"sidecars":[{"name":"db"}]}]},
             "status":{"phase":"\(phase)","finishedAt":\(isOver ? #""2026-01-02T03:01:00Z""# : "null"),
               "nodes":{\(nodes.joined(separator: ","))}}}
            """
    }

    /// `pod/container: line` by what stands before the line.
    private static func bySource(_ out: String) -> [String: [String]] {
        let lines = out.split(separator: "\n").map { $0.split(separator: ": ", maxSplits: 1).map(String.init) }
        return Dictionary(grouping: lines) { $0[0] }.mapValues { $0.map { $0.count > 1 ? $0[1] : "" } }
    }

    /// The streams end early, a pod comes later, and only then the run is over.
    @Test func allContainersOfAllPodsAreFollowedToTheEnd() async throws {
        let argo = FakeArgoServer()
        argo.add(workflow: Self.workflow(phase: "Running", [("a", "Running")]))
        argo.log("job", pod: "job-a", container: "init", "i1")
        argo.log("job", pod: "job-a", "m1", "m2")
        argo.log("job", pod: "job-a", container: "db", "d1")
        let logs = Mutex(0)
        let server = try LoopbackServer { request in
            let isLog = request.path.hasSuffix("/log")
            let count = logs.withLock { logs in
                logs += isLog ? 1 : 0
                return logs
            }
            // Four containers, each of them twice.
            if isLog, count == 8 {
                argo.log("job", pod: "job-a", container: "db", "d2")
                argo.log("job", pod: "job-a", container: "wait", "w1")
                argo.log("job", pod: "job-b", "m3")
                argo.set(.failed, of: "job")
            }
            return argo.handler(request)
        }
        let wfctl = try Executable(at: server.url, companion: server)
        let result = try await wfctl.run("logs", "job", "-f", "-c", "all", "--exit-status")
        #expect(result.status == 3)
        #expect(
            Self.bySource(result.out) == [
                "job-a/init": ["i1"], "job-a/main": ["m1", "m2"], "job-a/db": ["d1", "d2"], "job-a/wait": ["w1"],
                "job-b/main": ["m3"],
            ])
        #expect(result.err == "")
        let asked = Set(argo.requests.compactMap { $0[query: "logOptions.container"] })
        #expect(asked == ["init", "db", "main", "wait"])
    }

    /// Templates of other objects are only known once the run has come to them.
    @Test func containersOfTemplatesThatComeLaterAreFollowedToo() async throws {
        let argo = FakeArgoServer()
        argo.add(workflow: Self.workflow(phase: "Running"))
        argo.log("job", pod: "job-a", container: "proxy", "p1")
        let stored = #""status":{"storedTemplates":{"x":{"container":{},"sidecars":[{"name":"proxy"}]}},"#
        let asksForProxy = Gate()
        let running = Self.workflow(phase: "Running", [("a", "Running")]).replacing(#""status":{"#, with: stored)
        let server = try LoopbackServer { request in
            if request[query: "logOptions.container"] == "proxy" {
                argo.set(.succeeded, of: "job")
                asksForProxy.open()
            }
            guard request.path.contains("/workflow-events/") else { return argo.handler(request) }
            return LoopbackAnswer(
                headers: [.init("Content-Type", "text/event-stream")], framing: .chunked(),
                parts: [.text(Self.event(running)), .wait(asksForProxy)])
        }
        let wfctl = try Executable(at: server.url, companion: server)
        let result = try await wfctl.run("logs", "job", "-f", "-c", "all")
        #expect(result == ChildProcess.Result(0, out: "job-a/proxy: p1\n", err: ""))
    }

    /// The second step fails only when the log of the first one was asked for. The pod of the last one is gone.
    @Test func failedStepsAreShownAsTheyFail() async throws {
        let argo = FakeArgoServer()
        argo.add(workflow: Self.workflow(phase: "Running", [("a", "Running"), ("b", "Running"), ("c", "Running")]))
        for name in ["a", "b", "c"] { argo.log("job", pod: "job-\(name)", "\(name)1", "\(name)2") }
        argo.keep("d1\nd2\n", as: "artifacts/argo/job/job-d/main-logs")
        let asksForB = Gate()
        let first = Self.workflow(phase: "Running", [("a", "Running"), ("b", "Failed"), ("c", "Running")])
        let last = Self.workflow(
            phase: "Failed", [("a", "Error"), ("b", "Failed"), ("c", "Succeeded"), ("d", "Failed")])
        let server = try LoopbackServer { request in
            if request[query: "podName"] == "job-b" { asksForB.open() }
            guard request.path.contains("/workflow-events/") else { return argo.handler(request) }
            return LoopbackAnswer(
                headers: [.init("Content-Type", "text/event-stream")], framing: .chunked(),
                parts: [.text(Self.event(first)), .wait(asksForB), .text(Self.event(last))])
        }
        let wfctl = try Executable(at: server.url, companion: server)
        let result = try await wfctl.run("logs", "job", "-f", "--failed")
        #expect(
            result.out == "job-b: b1\njob-b: b2\njob-a: a1\njob-a: a2\njob-d: d1\njob-d: d2\n")
        #expect(result.err == "wfctl: pod 'job-d' is gone; this is its log as the workflow kept it\n")
        #expect(result.status == 0)
        #expect(argo.requests.allSatisfy { $0[query: "logOptions.follow"] == nil })
    }

    /// The second attempt begins when the log of the first one was asked for, and ends the run.
    @Test func attemptsThatComeLaterAreFollowedWithTheirStep() async throws {
        func state(_ phase: String, attempts: [(name: String, phase: String)]) -> String {
            let children = attempts.map { "\"job-\($0.name)\"" }.joined(separator: ",")
            let step = #""nodes":{"job-flaky":{"id":"job-flaky","name":"flaky","displayName":"flaky","type":"Retry","#
            let node = step + "\"phase\":\"\(phase)\",\"children\":[\(children)]}\(attempts.isEmpty ? "" : ",")"
            return Self.workflow(phase: phase, attempts).replacing(#""nodes":{"#, with: node)
        }
        let argo = FakeArgoServer()
        argo.add(workflow: state("Running", attempts: []))
        argo.log("job", pod: "job-a", "a1")
        argo.log("job", pod: "job-b", "b1")
        argo.log("job", pod: "job-c", "of another step")
        let (asksForA, asksForB) = (Gate(), Gate())
        let first = state("Running", attempts: [("a", "Running")])
        let second = state("Running", attempts: [("a", "Failed"), ("b", "Running")])
        let last = state("Succeeded", attempts: [("a", "Failed"), ("b", "Succeeded")])
        let server = try LoopbackServer { request in
            if request[query: "podName"] == "job-a" { asksForA.open() }
            if request[query: "podName"] == "job-b" {
                argo.set(.succeeded, of: "job")
                asksForB.open()
            }
            guard request.path.contains("/workflow-events/") else { return argo.handler(request) }
            return LoopbackAnswer(
                headers: [.init("Content-Type", "text/event-stream")], framing: .chunked(),
                parts: [
                    .text(Self.event(first)), .wait(asksForA), .text(Self.event(second)), .wait(asksForB),
                    .text(Self.event(last)),
                ])
        }
        let wfctl = try Executable(at: server.url, companion: server)
        let result = try await wfctl.run("logs", "job", "flaky", "-f")
        #expect(result.status == 0 && result.err == "")
        #expect(Self.bySource(result.out) == ["job-a": ["a1"], "job-b": ["b1"]])
    }

    /// The second one begins when the first one is read; the run ends without the third one.
    @Test(arguments: [["a", "b"], ["a", "b", "c"]])
    func stepsThatBeginLaterAreWaitedForAsLongAsTheRunGoesOn(_ steps: [String]) async throws {
        let argo = FakeArgoServer()
        argo.add(workflow: Self.workflow(phase: "Running", [("a", "Running")]))
        for name in ["a", "b"] { argo.log("job", pod: "job-\(name)", "\(name)1") }
        let (asksForA, asksForB) = (Gate(), Gate())
        let second = Self.workflow(phase: "Running", [("a", "Running"), ("b", "Running")])
        let last = Self.workflow(phase: "Succeeded", [("a", "Succeeded"), ("b", "Succeeded")])
        let server = try LoopbackServer { request in
            if request[query: "podName"] == "job-a" { asksForA.open() }
            if request[query: "podName"] == "job-b" {
                argo.remove("job")
                argo.add(workflow: last)
                asksForB.open()
            }
            guard request.path.contains("/workflow-events/") else { return argo.handler(request) }
            return LoopbackAnswer(
                headers: [.init("Content-Type", "text/event-stream")], framing: .chunked(),
                parts: [.wait(asksForA), .text(Self.event(second)), .wait(asksForB), .text(Self.event(last))])
        }
        let wfctl = try Executable(at: server.url, companion: server)
        let result = try await wfctl.run(["logs", "job", "-f"] + steps.flatMap { ["--node", $0] })
        #expect(Self.bySource(result.out) == ["job-a": ["a1"], "job-b": ["b1"]])
        let notes = steps.dropFirst().map {
            "wfctl: step '\($0)' has not started yet, and is waited for while the workflow goes on\n"
        }.joined()
        let isMissing = steps.contains("c")
        let error = "wfctl: workflow 'job' has no step or pod 'c'\nhint: its steps are a, b\n"
        #expect(result.err == notes + (isMissing ? error : ""))
        #expect(result.status == (isMissing ? 5 : 0))
    }

    /// The main container is read when the other one is refused, and the run ends after that.
    @Test(arguments: [(403, 4, ""), (500, 7, "the server answered 500: ")])
    func aLogThatCannotBeReadLeavesTheOthers(_ answer: Int, _ status: Int32, _ text: String) async throws {
        let argo = FakeArgoServer()
        argo.add(workflow: Self.workflow(phase: "Running", [("a", "Running")]))
        argo.log("job", pod: "job-a", "m1")
        let isRefused = Gate()
        let last = Self.workflow(phase: "Succeeded", [("a", "Succeeded")])
        let server = try LoopbackServer { request in
            if request.path.contains("/workflow-events/") {
                return LoopbackAnswer(
                    headers: [.init("Content-Type", "text/event-stream")], framing: .chunked(),
                    parts: [.wait(isRefused), .text(Self.event(last))])
            }
            return request[query: "logOptions.container"] == "wait"
                ? .json(#"{"code":7,"message":"not for you"}"#, status: answer) : argo.handler(request)
        }
        let wfctl = try Executable(at: server.url, companion: server)
        let process = try wfctl.start(["logs", "job", "-f", "-c", "all", "--no-retry"])
        try await process.err.wait(for: "not for you")
        argo.log("job", pod: "job-a", "m2")
        argo.set(.succeeded, of: "job")
        isRefused.open()
        let result = try await process.result()
        #expect(result.status == status)
        #expect(Self.bySource(result.out) == ["job-a/main": ["m1", "m2"]])
        #expect(result.err.hasPrefix("wfctl: \(text)the log of the containers 'wait': not for you"), "\(result.err)")
        #expect(result.err.components(separatedBy: "not for you").count == 2)
    }

    @Test func logsThatAreAllRefusedEndFollowing() async throws {
        let argo = FakeArgoServer()
        argo.add(workflow: Self.workflow(phase: "Running", [("a", "Running")]))
        let server = try LoopbackServer { request in
            if request.path.contains("/workflow-events/") { return .silence }
            return request.path.hasSuffix("/log")
                ? .json(#"{"code":7,"message":"not for you"}"#, status: 403) : argo.handler(request)
        }
        let wfctl = try Executable(at: server.url, companion: server)
        let result = try await wfctl.run("logs", "job", "-f", "-c", "all")
        #expect(result.status == 4)
        #expect(result.err.contains("not for you (credentials: ARGO_TOKEN)\n"))
    }

    private static func event(_ object: String) -> String {
        let line = object.split(separator: "\n").joined(separator: " ")
        return "data: {\"result\":{\"type\":\"MODIFIED\",\"object\":\(line)}} \n\n"
    }
}
