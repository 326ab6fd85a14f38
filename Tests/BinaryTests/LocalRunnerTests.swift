import Foundation
import TestSupport
import Testing

/// The background process that carries a local run out, and what is left when it is killed.
@Suite(.timeLimit(.minutes(5))) struct LocalRunnerTests {
    /// One step, then another that goes on until it is killed and holds a pipe open as long as it lives.
    private static let manifest = """
        {"kind": "Workflow", "metadata": {"name": "demo"}, "spec": {"entrypoint": "main",
         "templates": [
          {"name": "main", "steps": [[{"name": "first", "template": "first"}], [{"name": "second", "template": "second"}]]},
          {"name": "first", "container": {"command": ["sh", "-c"], "args": ["echo first; env"]}},
          {"name": "second", "container": {"command": ["sh", "-c"],
           "args": ["exec 9>\\"$HOME/alive\\"; echo second; sleep 600 & sleep 600"]}}]}}
        """

    private struct Status: Decodable {
        struct Node: Decodable {
            var displayName: String
            var phase: String
        }
        var phase: String
        var message: String?
        var nodes: [String: Node]?

        func phase(of step: String) -> String? { nodes?.values.first { $0.displayName == step }?.phase }
    }

    private struct Seen: Decodable { var status: Status }

    private let wfctl: Executable

    init() throws {
        wfctl = try Executable(["ARGO_TOKEN": "secret-one", "WFCTL_TOKEN": "secret-two", "PLAIN": "kept"])
    }

    private func seen() async throws -> Status {
        let result = try await wfctl.run("--local", "get", "demo", "-o", "json")
        #expect(result.status == 0)
        return try JSONDecoder().decode(Seen.self, from: Data(result.out.utf8)).status
    }

    /// The runner's process number, once the second step runs, and a process that ends with the last one of that step.
    private func startRun() async throws -> (runner: Int32, step: ChildProcess) {
        #expect(mkfifo("\(wfctl.home.path)/alive", 0o600) == 0)
        let file = try wfctl.home.write(Self.manifest, to: "demo.json")
        #expect(try await wfctl.run("submit", "--local", file).status == 0)
        let logs = try wfctl.start(["--local", "logs", "demo", "-f"])
        // A pipe ends for its reader when nobody has the other side open any more.
        let step = try ChildProcess("/bin/cat", ["\(wfctl.home.path)/alive"], environment: wfctl.environment)
        try await logs.out.wait(for: "second")
        logs.signal(SIGINT)
        _ = try await logs.result()
        // The status is written a moment after the events.
        while try await seen().phase(of: "second") != "Running" {}
        let record = try Data(
            contentsOf: URL(fileURLWithPath: "\(wfctl.home.path)/.local/state/wfctl/runs/default/demo/runner.json"))
        let fields = try #require(try JSONSerialization.jsonObject(with: record) as? [String: Int])
        return (Int32(try #require(fields["pid"])), step)
    }

    @Test func aRunGoesOnWithoutItsCommand() async throws {
        let file = try wfctl.home.write(
            Self.manifest.replacingOccurrences(
                of: "exec 9>\\\"$HOME/alive\\\"; echo second; sleep 600 & sleep 600", with: "true"),
            to: "demo.json")
        #expect(try await wfctl.start(["submit", "--local", file], input: .closed).result().status == 0)
        #expect(try await wfctl.run("--local", "wait", "demo").status == 0)
        let log = try await wfctl.run("--local", "logs", "demo").out
        #expect(log.contains("PLAIN=kept") && !log.contains("secret"))
    }

    @Test func aKilledRunnerLeavesAnErrorAndNoProcesses() async throws {
        let (runner, step) = try await startRun()
        #expect(kill(runner, SIGKILL) == 0)
        // Nobody need ask for it: its processes end with it.
        #expect(try await step.result().status == 0)
        let status = try await seen()
        #expect(status.phase == "Error")
        #expect(status.message == "the runner ended before the run was over (pid \(runner))")
        #expect(status.phase(of: "first") == "Succeeded")
        #expect(status.phase(of: "second") == "Error")
        #expect(try await wfctl.run("--local", "status", "demo").status == 3)
        #expect(try await wfctl.run("--local", "list", "-o", "name").out == "demo\n")
        #expect(try await wfctl.run("--local", "delete", "demo").status == 0)
        let file = "\(wfctl.home.path)/demo.json"
        #expect(try await wfctl.run("submit", "--local", file, "--name", "again").status == 0)
        #expect(try await wfctl.run("--local", "delete", "again").status == 0)
    }

    @Test func aRunnerThatIsToldToStopEndsTheRun() async throws {
        let (runner, step) = try await startRun()
        #expect(kill(runner, SIGTERM) == 0)
        #expect(try await step.result().status == 0)
        #expect(try await wfctl.run("--local", "wait", "demo").status == 3)
        let status = try await seen()
        #expect(status.phase == "Error")
        #expect(status.message == "the runner was told to stop")
    }

    @Test func deletingARunEndsItsRunnerAndProcesses() async throws {
        let (_, step) = try await startRun()
        #expect(try await wfctl.run("--local", "delete", "demo").status == 0)
        #expect(try await step.result().status == 0)
        #expect(try await wfctl.run("--local", "list", "-o", "name").out == "")
    }
}
