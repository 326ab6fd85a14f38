import DocumentKit
import Testing
import WorkflowModel

@testable import WorkflowCommands

@Suite struct RunChangesTests {
    /// A run with steps: `name: (type, phase, message)`.
    static func run(
        _ phase: String, progress: String = "", message: String = "",
        _ nodes: KeyValuePairs<String, (type: String, phase: String, message: String)> = [:]
    ) -> Workflow {
        let members = nodes.map { name, node -> (key: String, value: ValueTree) in
            (
                name,
                [
                    "id": .string(name), "name": .string(name), "displayName": .string(name),
                    "type": .string(node.type), "phase": .string(node.phase), "message": .string(node.message),
                ]
            )
        }
        let tree: ValueTree = [
            "metadata": ["name": "w", "creationTimestamp": "2026-01-01T00:00:00Z"],
            "status": [
                "phase": .string(phase), "progress": .string(progress), "message": .string(message),
                "nodes": .object(.init(members)),
            ],
        ]
        return Workflow(tree.document().root)
    }

    @Test func tellsEachPhaseOnce() {
        var changes = RunChanges()
        let states = [
            Self.run("", [:]), Self.run("Running", progress: "0/2", ["a": ("Pod", "Pending", "Pulling")]),
            Self.run("Running", progress: "0/2", ["a": ("Pod", "Running", "")]),
            Self.run("Running", progress: "1/2", ["a": ("Pod", "Succeeded", ""), "b": ("Pod", "Running", "")]),
            Self.run("Running", progress: "1/2", ["a": ("Pod", "Succeeded", ""), "b": ("Pod", "Running", "")]),
            Self.run(
                "Failed", progress: "1/2", message: "child 'b' failed",
                ["a": ("Pod", "Succeeded", ""), "b": ("Pod", "Failed", "exit code 1")]),
        ]
        let lines = states.flatMap { changes.take($0) }.map { $0.line(of: "w") }
        #expect(
            lines == [
                "w Pending", "w Running 0/2", "w a Pending", "w a Running", "w a Succeeded", "w b Running",
                "w b Failed: exit code 1", "w Failed 1/2: child 'b' failed",
            ])
    }

    @Test func passesOverWhatIsPartOfSomethingElse() {
        var changes = RunChanges()
        let state = Self.run(
            "Running",
            [
                "w": ("Steps", "Running", ""), "g": ("StepGroup", "Running", ""), "t": ("TaskGroup", "Running", ""),
                "c": ("Container", "Running", ""), "d": ("DAG", "Running", ""), "r": ("Retry", "Running", ""),
                "x": ("Pod", "Strange", ""),
            ])
        #expect(changes.take(state).map { $0.line(of: "w") } == ["w Running", "w d Running", "w r Running"])
    }

    @Test func keepsToTheStepsThatAreWanted() {
        var changes = RunChanges { $0.phase == .failed }
        let states = [
            Self.run("Running", ["a": ("Pod", "Running", "")]), Self.run("Running", ["a": ("Pod", "Failed", "")]),
        ]
        #expect(states.flatMap { changes.take($0) }.map { $0.line(of: "w") } == ["w Running", "w a Failed"])
    }
}
