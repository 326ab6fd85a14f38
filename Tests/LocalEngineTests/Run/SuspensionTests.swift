import DocumentKit
import TestSupport
import Testing
import WorkflowAPI
import WorkflowModel

@testable import LocalEngine

/// Runs that are held: what runs goes on, and nothing new starts.
@Suite(.timeLimit(.minutes(5))) struct SuspensionTests {
    private let fixture: LocalFixture
    private let folder: ScratchFolder

    init() throws {
        fixture = try LocalFixture()
        folder = try ScratchFolder()
    }

    /// Two steps, the first of which waits for a file to vanish.
    private func submit() async throws {
        try folder.write("", to: "hold")
        let wait = "while [ -e '\(folder.path)/hold' ]; do sleep 0.01; done; echo first"
        try await fixture.submit(
            workflow(steps("main", [call("a", "a")], [call("b", "b")]), shell("a", wait), shell("b", "echo second")))
        _ = try await fixture.watch("demo") { $0.phase == .running }
    }

    private func phase(_ workflow: Workflow, _ step: String) -> NodePhase? {
        workflow.nodes.first { $0.displayName == step }?.phase
    }

    @Test func nothingNewStartsUntilTheRunIsResumed() async throws {
        try await submit()
        #expect(try await fixture.workflows.perform(.suspend, on: fixture.reference("demo")).isSuspended)
        try Files.removeTree(folder.path + "/hold")
        let held = try await fixture.watch("demo") { phase($0, "a") == .succeeded && $0.isSuspended }
        #expect(held.statusText == "Running (Suspended)")
        #expect([nil, .pending].contains(phase(held, "b")))
        #expect(try await fixture.workflows.get(fixture.reference("demo")).isSuspended)
        #expect(!(try await fixture.workflows.perform(.resume(), on: fixture.reference("demo")).isSuspended))
        let done = try await fixture.finish("demo")
        #expect(done.phase == .succeeded && !done.isSuspended)
        #expect(try await fixture.logs("demo") == ["first", "second"])
    }

    @Test(arguments: [(WorkflowAction.stop, "Stop"), (.terminate, "Terminate")])
    func aSuspendedRunCanBeEnded(_ action: WorkflowAction, _ strategy: String) async throws {
        try await submit()
        _ = try await fixture.workflows.perform(.suspend, on: fixture.reference("demo"))
        _ = try await fixture.workflows.perform(action, on: fixture.reference("demo"))
        let done = try await fixture.finish("demo")
        #expect(done.statusText == "Failed (Terminated)" && done.spec?.shutdown == strategy)
        #expect(done.message == "Stopped with strategy '\(strategy)'")
    }

    @Test(arguments: [WorkflowAction.fail(.phase("Running"), message: nil), .resume(.phase("Running"))])
    func thereAreNoSuspendStepsToPick(_ action: WorkflowAction) async throws {
        try await submit()
        await #expect(throws: BackendError.unsupported("suspend steps", by: .local)) {
            _ = try await fixture.workflows.perform(action, on: fixture.reference("demo"))
        }
        _ = try await fixture.workflows.perform(.stop, on: fixture.reference("demo"))
        _ = try await fixture.finish("demo")
    }
}
