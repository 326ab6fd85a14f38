import DocumentKit
import Testing
import WorkflowModel

@testable import LocalEngine

@Suite struct RunStateTests {
    private let now = Timestamp(seconds: 1_000)

    private func state(_ manifest: ValueTree) throws -> RunState {
        let (plan, report) = PlanReader { _ in nil }.read(manifest)
        #expect(report.problems.isEmpty)
        var state = RunState(plan: try #require(plan), workflow: "wf")
        state.begin(at: now)
        return state
    }

    /// Starts every pod that may start and returns their display names.
    private func start(_ state: inout RunState) -> [String] {
        var names: [String] = []
        while let order = state.nextOrder(at: now) {
            state.started(order.node)
            names.append(state.nodes[order.node].displayName)
        }
        return names
    }

    private func finish(_ state: inout RunState, _ name: String, _ result: PodResult = PodResult(phase: .succeeded)) {
        guard let place = state.nodes.firstIndex(where: { $0.displayName == name && $0.finishedAt == nil }) else {
            Issue.record("no node '\(name)' runs")
            return
        }
        state.finished(place, result, at: now)
    }

    /// Every node as `name type phase message -> children`.
    private func picture(_ state: RunState) -> [String] {
        state.nodes.map { node in
            let children = node.children.map { state.nodes[$0].name }.joined(separator: " ")
            return "\(node.name) \(node.type.text) \(node.phase.rawValue) \(node.message)-> \(children)"
        }
    }

    @Test func aPodAloneIsTheRoot() throws {
        var state = try state(workflow(shell("main", "true")))
        #expect(state.nodes.map(\.id) == ["wf"])
        #expect(state.nextOrder(at: now)?.podName == "wf")
        state.finished(0, PodResult(phase: .failed, message: "main: Error (exit code 3)", exitCode: 3), at: now)
        #expect(state.isFinished)
        #expect(picture(state) == ["wf Pod Failed main: Error (exit code 3)-> "])
    }

    @Test func stepsHangEachGroupOnTheOneBefore() throws {
        var state = try state(
            workflow(steps("main", [call("a", "p"), call("b", "p")], [call("c", "p")]), shell("p", "true")))
        #expect(start(&state) == ["a", "b"])
        finish(&state, "b")
        #expect(start(&state) == [])
        finish(&state, "a")
        #expect(start(&state) == ["c"])
        finish(&state, "c")
        #expect(state.isFinished)
        #expect(
            picture(state) == [
                "wf Steps Succeeded -> wf[0]",
                "wf[0] StepGroup Succeeded -> wf[0].a wf[0].b",
                "wf[0].a Pod Succeeded -> wf[1]",
                "wf[0].b Pod Succeeded -> wf[1]",
                "wf[1] StepGroup Succeeded -> wf[1].c",
                "wf[1].c Pod Succeeded -> ",
            ])
        #expect(state.nodes[0].outbound == [5])
        #expect(state.nodes[1].id == PodName.nodeID(workflow: "wf", name: "wf[0]"))
    }

    @Test func aFailedStepFailsItsGroupAndTheTemplateOnceTheOthersAreOver() throws {
        var state = try state(
            workflow(steps("main", [call("a", "p"), call("b", "p")], [call("c", "p")]), shell("p", "true")))
        _ = start(&state)
        finish(&state, "a", PodResult(phase: .failed, message: "main: Error (exit code 1)"))
        #expect(!state.isFinished)
        finish(&state, "b")
        let id = PodName.nodeID(workflow: "wf", name: "wf[0].a")
        #expect(
            picture(state) == [
                "wf Steps Failed child '\(id)' failed-> wf[0]",
                "wf[0] StepGroup Failed child '\(id)' failed-> wf[0].a wf[0].b",
                "wf[0].a Pod Failed main: Error (exit code 1)-> ",
                "wf[0].b Pod Succeeded -> ",
            ])
    }

    @Test func tasksHangOnTheLastNodesOfWhatTheyWaitedFor() throws {
        var state = try state(
            workflow(
                dag("main", call("a", "inner"), call("b", "p", after: ["a"])),
                steps("inner", [call("x", "p"), call("y", "p")]), shell("p", "true")))
        #expect(start(&state) == ["x", "y"])
        finish(&state, "x")
        finish(&state, "y")
        #expect(start(&state) == ["b"])
        finish(&state, "b")
        #expect(
            picture(state) == [
                "wf DAG Succeeded -> wf.a",
                "wf.a Steps Succeeded -> wf.a[0]",
                "wf.a[0] StepGroup Succeeded -> wf.a[0].x wf.a[0].y",
                "wf.a[0].x Pod Succeeded -> wf.b",
                "wf.a[0].y Pod Succeeded -> wf.b",
                "wf.b Pod Succeeded -> ",
            ])
        #expect(state.nodes.map(\.boundary) == [nil, 0, 1, 1, 1, 0])
    }

    @Test func tasksAfterAFailureAreOmitted() throws {
        var state = try state(
            workflow(dag("main", call("a", "p"), call("b", "p", after: ["a"])), shell("p", "true")))
        _ = start(&state)
        finish(&state, "a", PodResult(phase: .error, message: "no"))
        #expect(state.isFinished)
        #expect(
            picture(state) == [
                "wf DAG Error -> wf.a",
                "wf.a Pod Error no-> wf.b",
                "wf.b Skipped Omitted omitted: depends condition not met-> ",
            ])
    }

    @Test func valuesTravelFromOutputsToArgumentsToOutputs() throws {
        var main = steps(
            "main", [call("a", "make")],
            [call("b", "use", ["x": "{{steps.a.outputs.result}}/{{steps.a.outputs.parameters.p}}/{{steps.a.status}}"])])
        main["outputs"] = [
            "parameters": [["name": "o", "valueFrom": ["parameter": "<{{steps.a.outputs.parameters.p}}>"]]]
        ]
        var state = try state(
            workflow(
                main, shell("make", "true", outputs: ["p": "/tmp/p"]),
                shell("use", "{{inputs.parameters.x}}", inputs: ["x"])))
        #expect(state.nextOrder(at: now)?.keepsResult == true)
        finish(
            &state, "a",
            PodResult(phase: .succeeded, exitCode: 0, result: "R", parameters: [.init(name: "p", value: "P")]))
        #expect(
            state.nextOrder(at: now)
                == PodOrder(
                    node: 4, podName: PodName.podName(workflow: "wf", node: "wf[1].b", template: "use"),
                    command: ["sh", "-c"], arguments: ["R/P/Succeeded"], environment: [], outputs: [],
                    keepsResult: false))
        #expect(state.nodes[4].inputs == [.init(name: "x", value: "R/P/Succeeded")])
        finish(&state, "b")
        #expect(state.root?.outputs == [.init(name: "o", value: "<P>")])
    }

    @Test func anArgumentWithoutValueEndsTheCallAndNothingElse() throws {
        let manifest = workflow(
            dag(
                "main", failFast: false, call("a", "p"),
                call("b", "use", ["x": "{{tasks.a.outputs.result}}"], after: ["a"]),
                call("c", "p")),
            shell("p", "true"), shell("use", "", inputs: ["x"]))
        var state = try state(manifest)
        _ = start(&state)
        finish(&state, "a")
        #expect(start(&state) == [])
        finish(&state, "c")
        #expect(
            picture(state) == [
                "wf DAG Error -> wf.a wf.c",
                "wf.a Pod Succeeded -> wf.b",
                "wf.c Pod Succeeded -> ",
                "wf.b Skipped Error argument 'x' needs '{{tasks.a.outputs.result}}', which has no value-> ",
            ])
    }

    @Test func stoppingEndsWhatWaitsAndKeepsTheRestFromStarting() throws {
        var state = try state(
            workflow(steps("main", [call("a", "p"), call("b", "p")], [call("c", "p")]), shell("p", "true")))
        let order = state.nextOrder(at: now)
        state.started(try #require(order).node)
        state.stop(.init(phase: .failed, message: "too long"), at: now)
        #expect(!state.isFinished)
        #expect(state.nextOrder(at: now) == nil)
        finish(&state, "a")
        let id = PodName.nodeID(workflow: "wf", name: "wf[0].b")
        #expect(
            picture(state) == [
                "wf Steps Failed child '\(id)' failed-> wf[0]",
                "wf[0] StepGroup Failed child '\(id)' failed-> wf[0].a wf[0].b",
                "wf[0].a Pod Succeeded -> ",
                "wf[0].b Pod Failed too long-> ",
            ])
    }

    @Test func stoppingBetweenGroupsFailsTheTemplate() throws {
        var state = try state(workflow(steps("main", [call("a", "p")], [call("c", "p")]), shell("p", "true")))
        _ = start(&state)
        state.stop(.init(phase: .error, message: "stopped"), at: now)
        finish(&state, "a")
        #expect(picture(state).first == "wf Steps Error stopped-> wf[0]")
    }

    @Test func runsThousandsOfGroupsOneAfterTheOther() throws {
        var main = steps("main")
        main["steps"] = .array((0..<2_000).map { .array([call("s\($0)", "inner")]) })
        var state = try state(workflow(main, dag("inner", call("t", "p")), shell("p", "true")))
        var count = 0
        while let order = state.nextOrder(at: now) {
            state.finished(order.node, PodResult(phase: .succeeded), at: now)
            count += 1
        }
        #expect(count == 2_000)
        #expect(state.root?.phase == .succeeded)
    }

    @Test func everyNodeThatChangedIsTold() throws {
        var state = try state(workflow(steps("main", [call("a", "p")]), shell("p", "true")))
        #expect(state.takeChanges() == [0, 1, 2])
        #expect(state.takeChanges() == [])
        _ = start(&state)
        #expect(state.takeChanges() == [2])
    }
}
