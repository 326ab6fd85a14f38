import DocumentKit
import Synchronization
import Testing
import WorkflowAPI
import WorkflowModel

@testable import LocalEngine

/// Documents tell whole seconds, and runs and nodes of one second still have their order.
@Suite struct LocalTimeTests {
    /// Starts nothing and keeps the locks, as runners do that have just begun.
    private final class HoldingLauncher: RunnerLauncher {
        private let locks = Mutex<[FileDescriptor]>([])
        func launch(_ folder: RunFolder, lock: FileDescriptor) throws(SystemError) {
            locks.withLock { $0.append(lock) }
        }
        func terminate(_ folder: RunFolder, _ record: RunnerRecord?, byForce: Bool) {}
    }

    /// Every look is a microsecond later than the one before.
    private final class Clock: Sendable {
        private let looks = Atomic<Int32>(0)
        func now() -> Timestamp {
            let looks = looks.add(1, ordering: .relaxed).newValue
            return Timestamp(seconds: 1_767_323_045, nanoseconds: looks * 1000)
        }
    }

    private let names = ["b", "d", "a", "c"]

    private func submitted() async throws -> (fixture: LocalFixture, backend: LocalBackend) {
        let fixture = try LocalFixture(launcher: HoldingLauncher())
        let backend = LocalBackend(
            LocalConfiguration(
                root: fixture.root, environment: fixture.environment, launcher: fixture.launcher, now: Clock().now))
        for name in names {
            _ = try await backend.workflows.submit(
                Submission(.manifest(workflow(named: name, shell("main", "true"))), namespace: "default"))
        }
        return (fixture, backend)
    }

    @Test func runsOfOneSecondAreListedYoungestFirst() async throws {
        let (fixture, _) = try await submitted()
        let list = try await fixture.list()
        #expect(list.map(\.name) == names.reversed())
        #expect(
            Set(list.map { $0.document["metadata"]?["creationTimestamp"]?.string }) == ["2026-01-02T03:04:05Z"])
    }

    @Test func theLatestOfOneSecondIsTheYoungest() async throws {
        let (fixture, _) = try await submitted()
        #expect(try await fixture.workflows.get(fixture.reference("@latest")).name == names.last)
    }

    @Test func runsThatEndInOneSecondAreListedYoungestFirst() async throws {
        let (fixture, _) = try await submitted()
        for name in names {
            let folder = fixture.folder(name)
            var tree = ValueTree(try JSONReader.read(Files.read(folder.document)).root)
            tree["status"] = ["phase": "Succeeded", "finishedAt": "2026-01-02T03:04:06Z"]
            try folder.write(tree)
        }
        #expect(try await fixture.list().map(\.name) == names.reversed())
    }

    @Test func everyTimeOfARunIsInWholeSeconds() async throws {
        let fixture = try LocalFixture()
        let done = try await fixture.run(
            workflow(
                steps(
                    "main", [call("a", "print", ["time": "x"])],
                    [call("b", "print", ["time": "{{steps.a.startedAt}}/{{steps.a.finishedAt}}"])]),
                shell("print", "echo {{inputs.parameters.time}} {{workflow.creationTimestamp}}", inputs: ["time"])))
        let status = try #require(done.document["status"])
        var times = [done.document["metadata"]?["creationTimestamp"]?.string]
        for object in [status] + (status["nodes"]?.members.map(\.value) ?? []) {
            times += [object["startedAt"]?.string, object["finishedAt"]?.string]
        }
        #expect(times.count == 13)
        for time in times { #expect(time?.utf8.count == 20 && time?.hasSuffix("Z") == true) }
        let printed = try await fixture.logs("demo").last ?? ""
        #expect(printed.utf8.count == 62 && !printed.contains("."), "\(printed)")
    }

    @Test func siblingsOfOneSecondGoByTheirStart() throws {
        func node(_ name: String, _ nanoseconds: Int) -> ValueTree {
            var node = RunNode(
                id: name, name: name, displayName: name, type: name == "demo" ? .dag : .pod, scope: .workflow,
                phase: .succeeded,
                startedAt: Timestamp(seconds: 5, nanoseconds: Int32(nanoseconds)))
            node.finishedAt = node.startedAt
            let plan = Plan(entrypoint: TemplateKey(scope: .workflow, name: "main"))
            var tree = StatusNode.tree(node, of: RunState(plan: plan, workflow: "demo"))
            if name != "demo" { tree["boundaryID"] = "demo" }
            return tree
        }
        let nodes: ValueTree = [
            "demo": node("demo", 0), "a": node("a", 3000), "b": node("b", 1000),
            "c": node("c", 2000),
        ]
        let tree: ValueTree = ["metadata": ["name": "demo"], "status": ["nodes": nodes]]
        let rows = Workflow(tree.document().root).nodeTree().mainRows()
        #expect(rows.map(\.node.displayName) == ["demo", "b", "c", "a"])
    }

    @Test func aClockThatIsSetBackMakesNoNegativeDuration() {
        var plan = Plan(entrypoint: TemplateKey(scope: .workflow, name: "main"))
        plan.templates = [:]
        var state = RunState(plan: plan, workflow: "demo")
        let node = state.add(
            RunNode(
                id: "a", name: "a", displayName: "a", type: .pod, scope: .workflow, phase: .running,
                startedAt: Timestamp(seconds: 9)))
        state.end(node, .succeeded, "", at: Timestamp(seconds: 5))
        #expect(state.nodes[node].finishedAt == Timestamp(seconds: 9))
    }
}
