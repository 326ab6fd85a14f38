import Testing

@testable import ArgumentKit

@Suite struct CompletionRequestTests {
    private func request(_ words: [String]) throws -> CompletionRequest {
        guard case .complete(let request) = try sampleTool.resolve(["__complete"] + words, environment: [:]) else {
            throw ArgumentError.conflict("no request")
        }
        return request
    }

    @Test(arguments: [
        (["boxes", "send", "-n", "argo", "a.json"], ConnectionOptions(namespace: "argo"), ["a.json"]),
        (["boxes", "-n", "argo", "send", "-p", "x=1", "a"], ConnectionOptions(namespace: "argo"), ["a"]),
        (["boxes", "send", "-n"], ConnectionOptions(), []),
        (["boxes", "send", "-n", "argo", "-n"], ConnectionOptions(namespace: "argo"), []),
        (["boxes", "send", "--bogus", "-an", "argo"], ConnectionOptions(namespace: "argo"), []),
        (["boxes", "send", "-zzn", "argo", "--no-secure"], ConnectionOptions(namespace: "argo", secure: false), []),
        (["boxes", "send", "--timeout", "soon", "--secure=perhaps"], ConnectionOptions(), []),
        (["boxes", "send", "--", "-n", "argo"], ConnectionOptions(), ["-n", "argo"]),
        (["boxes", "send", "--kubeconfig", "x", "-h", "y"], ConnectionOptions(), ["y"]),
        (["boxes", "nothing", "-n", "argo"], ConnectionOptions(namespace: "argo"), ["nothing"]),
        (["boxes"], ConnectionOptions(), []),
        ([], ConnectionOptions(), []),
    ])
    func readsHalfACommandLine(_ words: [String], _ options: ConnectionOptions, _ positionals: [String]) throws {
        let request = try request(words)
        #expect(request.topic == words.first ?? "")
        #expect(request.options(ConnectionOptions.self, environment: [:]) == options)
        #expect(request.positionals == positionals)
    }

    @Test func knowsTheCommand() throws {
        #expect(try request(["x", "-n", "list", "sh", "list", "-o"]).path == ["tool", "shelf", "list"])
        #expect(try request(["x", "serve", "list"]).path == ["tool", "serve"])
    }

    @Test func theEnvironmentFillsInAndIsNoTrap() throws {
        let request = try request(["boxes", "send", "-s", "x"])
        let environment = ["TOOL_NAMESPACE": "argo", "SERVER": "y", "TOOL_SECURE": "maybe"]
        let expected = ConnectionOptions(server: Sourced("x", from: .option("--server")), namespace: "argo")
        #expect(request.options(ConnectionOptions.self, environment: environment) == expected)
    }

    @Test func leavesOutNamesThatAShellWouldRun() {
        let lines = CompletionRequest.lines([
            ("hello-world", "Running\t2m\n"), ("@latest", ""), ("$(reboot)", "x"), ("a b", ""), ("a;b", ""), ("", "x"),
            ("-rf", ""), ("a\nb", ""), ("`x`", ""), ("a/b.c:d_e", "ok"), ("é", ""), ("a&", ""), ("~", ""), ("*", ""),
        ])
        #expect(lines == "hello-world\tRunning 2m \n@latest\na/b.c:d_e\tok\n")
    }
}
