import Testing
import WorkflowModel

@Suite("Trees of nodes that make no sense")
struct NodeTreeHostileTests {
    @Test(
        "end, show each node at most once, and list the rest as unplaced",
        arguments: [
            // Groups that claim each other.
            (
                #""w": {"type": "Steps"}, "a": {"type": "StepGroup", "children": ["b"], "boundaryID": "w"}, "b": {"type": "Retry", "children": ["a", "c"]}, "c": {"type": "Pod"}"#,
                [" w"], ["a", "b", "c"]
            ),
            // Boundaries in a ring.
            (
                #""w": {"type": "DAG"}, "a": {"type": "DAG", "boundaryID": "b"}, "b": {"type": "DAG", "boundaryID": "a"}"#,
                [" w"], ["a", "b"]
            ),
            // A node that is its own boundary, and a group that claims itself.
            (
                #""w": {"type": "DAG"}, "a": {"type": "Pod", "boundaryID": "a"}, "g": {"type": "StepGroup", "boundaryID": "w", "children": ["g", "b"]}, "b": {"type": "Pod"}"#,
                [" w", " └───b"], ["a"]
            ),
            // The root is claimed from below.
            (
                #""w": {"type": "Steps", "boundaryID": "b"}, "a": {"type": "StepGroup", "boundaryID": "w", "children": ["w", "b"]}, "b": {"type": "Steps"}"#,
                [" w", " └───b"], []
            ),
            // Children and a boundary that are not there.
            (
                #""w": {"type": "Steps"}, "a": {"type": "StepGroup", "boundaryID": "w", "children": ["x", "b", "y"]}, "b": {"type": "Pod"}, "c": {"type": "Pod", "boundaryID": "x"}"#,
                [" w", " └───b"], ["c"]
            ),
            // One node in two groups: the first claim holds.
            (
                #""w": {"type": "Steps"}, "a": {"type": "StepGroup", "boundaryID": "w", "children": ["c", "c"]}, "b": {"type": "StepGroup", "boundaryID": "w", "children": ["c", "d"]}, "c": {"type": "Pod"}, "d": {"type": "Pod"}"#,
                [" w", " ├───c", " └───d"], []
            ),
            // The id differs from the key; the key counts.
            (
                #""w": {"type": "DAG", "id": "other"}, "a": {"type": "Pod", "id": "w", "displayName": "a", "boundaryID": "w"}, "b": {"type": "Pod", "displayName": "b", "boundaryID": "other"}"#,
                [" other", " └─a"], ["b"]
            ),
            // A key that stands twice: the last value counts, the node is there once.
            (
                #""w": {"type": "DAG"}, "a": {"type": "Pod", "displayName": "old", "boundaryID": "w"}, "a": {"type": "Pod", "displayName": "new", "boundaryID": "w"}"#,
                [" w", " └─new"], []
            ),
            // A retry whose only attempt is missing stays.
            (#""w": {"type": "Retry", "children": ["x"]}"#, [" w"], []),
            // Nodes that are no objects, and fields of other types.
            (
                #""w": {"type": "DAG", "displayName": null}, "a": 5, "b": null, "c": [{}], "d": {"type": 7, "boundaryID": "w", "children": "a", "startedAt": false, "displayName": 8}"#,
                [" w", " └─8"], ["a", "b", "c"]
            ),
            // A type of tomorrow is a row like any other and may have children.
            (
                #""w": {"type": "Wasm"}, "a": {"type": "Quantum", "boundaryID": "w"}, "b": {"type": "Pod", "boundaryID": "a"}"#,
                [" w", " └─a", "   └─b"], []
            ),
            // Parts of other rows have none of their own, wherever they claim to be.
            (
                #""w": {"type": "Retry", "children": ["a", "b"]}, "a": {"type": "Container", "children": ["b"]}, "b": {"type": "Pod"}, "c": {"type": "Pod", "boundaryID": "a"}"#,
                [" w", " └─b"], ["c"]
            ),
            // An empty group, and groups in groups.
            (
                #""w": {"type": "Steps"}, "a": {"type": "StepGroup", "boundaryID": "w", "displayName": "1", "children": []}, "b": {"type": "StepGroup", "boundaryID": "w", "displayName": "2", "children": ["c"]}, "c": {"type": "StepGroup", "children": ["d", "e"]}, "d": {"type": "Pod"}, "e": {"type": "Pod"}"#,
                [" w", " └───┬─d", "     └─e"], []
            ),
            // The exit handler hangs in the tree already.
            (
                #""w": {"type": "DAG"}, "w-\#(PodName.fnv1a32("w.onExit"))": {"type": "Pod", "displayName": "x", "boundaryID": "w"}"#,
                [" w", " └─x"], []
            ),
        ])
    func ends(nodes: String, rows: [String], unplaced: [String]) throws {
        let tree = try workflow(nodes: nodes).nodeTree()
        #expect(drawing(tree.mainRows()) == rows)
        #expect(drawing(tree.exitRows()).isEmpty)
        #expect(tree.unplaced.map(\.key) == unplaced)
    }

    @Test("a workflow called like its own exit handler has one tree")
    func nameless() throws {
        let tree = try workflow(#"{"status": {"nodes": {"": {"type": "DAG"}, "a": {"boundaryID": ""}}}}"#).nodeTree()
        #expect(Array(tree.mainRows()).count == 1)
        #expect(tree.unplaced.map(\.key) == ["a"])
    }

    @Test("a chain of 20,000 boundaries is a long loop, not a deep recursion")
    func deepBoundaries() throws {
        let members = (0..<20_000).map { number in
            #""n\#(number)": {"type": "DAG", "boundaryID": "\#(number == 0 ? "w" : "n\(number - 1)")"}"#
        }
        let tree = try workflow(nodes: (members + [#""w": {"type": "DAG"}"#]).joined(separator: ",")).nodeTree()
        var depth = 0
        for row in tree.mainRows() {
            #expect(row.depth == depth && row.joints.count == min(depth, 1))
            depth += 1
        }
        #expect(depth == 20_001)
        #expect(tree.mainRows { $0.key == "n19999" }.map(\.depth) == [0])
        #expect(tree.unplaced.isEmpty)
    }

    @Test("a chain of 20,000 groups puts its end on one line")
    func deepGroups() throws {
        let members = (0..<20_000).map { number in
            #""n\#(number)": {"type": "StepGroup", "children": ["n\#(number + 1)"]}"#
        }
        let ends = [
            #""w": {"type": "StepGroup", "children": ["n0"]}"#, #""n20000": {"type": "Pod", "displayName": "end"}"#,
        ]
        let rows = Array(try workflow(nodes: (members + ends).joined(separator: ",")).nodeTree().mainRows())
        #expect(rows.map(\.node.displayName) == ["end"])
        #expect(rows.map(\.joints.count) == [20_001])
    }
}
