import DocumentKit
import Foundation
import TestSupport
import Testing

/// What the repository shows to its users works as it stands.
@Suite(.timeLimit(.minutes(5))) struct ExampleTests {
    static let manifests = ((try? FileManager.default.contentsOfDirectory(atPath: Machine.examples.path)) ?? [])
        .filter { $0.hasSuffix(".json") || $0.hasSuffix(".yaml") }.sorted()

    @Test func thereAreExamples() { #expect(Self.manifests.count >= 5) }

    @Test(arguments: manifests) func runsLocallyToSuccess(_ name: String) async throws {
        let machine = try Machine()
        let file = Machine.examples.appendingPathComponent(name).path
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
        let manifest = try #require(try DocumentReader.readAll(bytes).first).root
        var source = [file]
        if manifest["kind"]?.string == "WorkflowTemplate" {
            let created = try await machine.run("template", "create", file, "-o", "name")
            try #require(created.status == 0, "\(created)")
            source = ["--from", "workflowtemplate/" + created.out.filter { $0 != "\n" }]
        }
        let result = try await machine.wfctl.run(["submit"] + source + ["--local", "--wait", "-o", "json"])
        #expect(result.status == 0, "\(result)")
        let run = try JSONReader.read(Array(result.out.utf8)).root
        #expect(run[path: "status", "phase"]?.string == "Succeeded")
        let log = try await machine.run("logs", run[path: "metadata", "name"]?.string ?? "")
        #expect(log.status == 0)
        #expect(log.out != "")
    }

    @Test(
        .enabled(
            if: ["/usr/local/bin/jq", "/usr/bin/jq", "/bin/jq"].contains {
                FileManager.default.isExecutableFile(atPath: $0)
            },
            "examples/ci.sh is not tested: jq is not installed"))
    func theScriptForCIBranchesOnTheExitStatus() async throws {
        let machine = try Machine()
        let script = Machine.examples.appendingPathComponent("ci.sh").path
        let good = try await machine.wfctl.run(
            program: "/bin/sh", [script, Machine.examples.appendingPathComponent("hello-world.json").path, "--local"])
        #expect(good.status == 0, "\(good)")
        #expect(good.out.contains(/^hello-world-\w+ succeeded, 1\/1 steps\n$/), "\(good)")

        let bad = try await machine.wfctl.run(
            program: "/bin/sh", [script, try machine.manifest("bad", "echo what went wrong; exit 9"), "--local"])
        #expect(bad.status == 3, "\(bad)")
        #expect(bad.out == "")
        #expect(bad.err.contains("bad failed; its steps and their logs:\n"))
        #expect(bad.err.contains("exit code 9"))
        #expect(bad.err.contains("what went wrong"))

        let missing = try await machine.wfctl.run(program: "/bin/sh", [script, "missing.json", "--local"])
        #expect(missing.status == 2)
    }

    @Test func aTemplateTakesParameters() async throws {
        let machine = try Machine()
        let template = Machine.examples.appendingPathComponent("template.json").path
        #expect(try await machine.run("template", "create", template).status == 0)
        #expect(try await machine.run("template", "create", template).status == 6)
        let result = try await machine.run(
            "submit", "--from", "workflowtemplate/greeter", "-p", "name=reader", "--log", "-o", "name")
        #expect(result.status == 0, "\(result)")
        #expect(result.out.hasSuffix(": hello reader\n"), "\(result)")
        #expect(try await machine.run("template", "delete", "greeter").status == 0)
        #expect(try await machine.run("submit", "--from", "workflowtemplate/greeter").status == 5)
    }
}
