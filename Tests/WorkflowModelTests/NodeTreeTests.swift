import TestSupport
import Testing
import WorkflowModel

@Suite("The tree of nodes")
struct NodeTreeTests {
    @Test("is drawn as argo draws it: steps on one line, single retries, task groups and omitted nodes out of sight")
    func golden() throws {
        let tree = try workflow(demoWorkflow).nodeTree()
        #expect(
            drawing(tree.mainRows()) == [
                " demo",
                " ├───prep",
                " └─┬─fan(0:a)",
                "   ├─fan(1:b)",
                "   ├─flaky",
                "   │ ├─flaky(0)",
                "   │ └─flaky(1)",
                "   ├─gate",
                "   └─sub",
                "     ├─A",
                "     └─B",
            ])
        #expect(drawing(tree.exitRows()) == [" demo.onExit"])
        #expect(tree.unplaced.isEmpty)
    }

    @Test("a row knows its columns without the others")
    func columns() throws {
        let rows = Array(try workflow(demoWorkflow).nodeTree().mainRows())
        #expect(rows.map(\.depth) == [0, 2, 2, 2, 2, 3, 3, 2, 2, 3, 3])
        #expect(rows.map { Array($0.lines) }[5] == [false, true])
        #expect(rows.map(\.joints)[2] == [.lastChild, .groupFirst])
        #expect(rows.map(\.joints)[1] == [.child, .groupOnly])
    }

    @Test("a filter leaves rows out, keeps what is below them, and no branch leads to nothing")
    func filter() throws {
        let tree = try workflow(demoWorkflow).nodeTree()
        #expect(drawing(tree.mainRows { $0.phase == .succeeded }) == [" ──prep", " ┬─fan(0:a)", " └─A"])
        #expect(
            drawing(tree.mainRows { $0.phase == .failed }) == [
                " demo",
                " └───flaky",
                "     ├─flaky(0)",
                "     └─flaky(1)",
            ])
        #expect(
            drawing(tree.mainRows { $0.displayName != "sub" && $0.displayName != "fan(0:a)" }) == [
                " demo",
                " ├───prep",
                " └─┬─fan(1:b)",
                "   ├─flaky",
                "   │ ├─flaky(0)",
                "   │ └─flaky(1)",
                "   ├─gate",
                "   ├─A",
                "   └─B",
            ])
        #expect(drawing(tree.mainRows { _ in false }).isEmpty)
        #expect(drawing(tree.exitRows { $0.phase == .failed }).isEmpty)
    }

    @Test("without the workflow's own node there is no tree, and its nodes are listed as unplaced")
    func noMain() throws {
        let tree = try workflow(nodes: #""a": {"type": "Pod"}, "b": {"type": "Container"}"#).nodeTree()
        #expect(!tree.hasMain && !tree.hasExitHandler)
        #expect(drawing(tree.mainRows()).isEmpty && drawing(tree.exitRows()).isEmpty)
        #expect(tree.unplaced.map(\.key) == ["a"])
    }

    @Test(
        "siblings go by start, then by place in their list, then by name",
        arguments: [
            (["b@2", "a@2", "c@1"], ["c", "a", "b"]),
            (["later@5", "never"], ["never", "later"]),
            (["f(10:x)@1", "f(9:y)@1", "f(2:z)@1"], ["f(2:z)", "f(9:y)", "f(10:x)"]),
            (["r(10)@1", "r(9)@1"], ["r(10)", "r(9)"]),
            (["m@1", "f(1:b)@1", "z@1", "f(0:a)@1", "a@1"], ["a", "f(0:a)", "f(1:b)", "m", "z"]),
            (["f(1:b)@1", "f(0:a)@1", "a@0", "f(3:x)@2"], ["a", "f(0:a)", "f(1:b)", "f(3:x)"]),
            (
                ["f(99999999999999999999:x)@1", "f(:x)@1", "f(-1:x)@1"],
                ["f(-1:x)", "f(99999999999999999999:x)", "f(:x)"]
            ),
            ([":(@1", "(:@1"], ["(:", ":("]),
        ])
    func siblings(given: [String], expected: [String]) throws {
        var members = [#""w": {"type": "DAG", "displayName": "w"}"#]
        for (number, text) in given.enumerated() {
            let parts = text.split(separator: "@")
            let start = parts.count > 1 ? #""2026-01-01T00:00:0\#(parts[1])Z""# : "null"
            members.append(
                #""n\#(number)": {"type": "Pod", "boundaryID": "w", "displayName": "\#(parts[0])", "startedAt": \#(start)}"#
            )
        }
        let rows = try workflow(nodes: members.joined(separator: ",")).nodeTree().mainRows()
        #expect(rows.dropFirst().map(\.node.displayName) == expected)
    }

    @Test("the order does not depend on the order of the document")
    func stableOrder() throws {
        var generator = SeededGenerator(seed: 7)
        let members = (0..<60).map { number in
            let name = number % 3 == 0 ? "t\(number % 7)" : "f\(number % 2)(\(number / 4):i\(number))"
            return #"""
                "n\#(number)": {"type": "Pod", "boundaryID": "w", "displayName": "\#(name)", "startedAt":
                "2026-01-01T00:00:0\#(number % 2)Z"}
                """#
        }
        let root = [#""w": {"type": "DAG"}"#]
        let names = try workflow(nodes: (root + members).joined(separator: ",")).nodeTree().mainRows().map(
            \.node.displayName)
        for _ in 0..<20 {
            let shuffled = members.shuffled(using: &generator)
            let again = try workflow(nodes: (shuffled + root).joined(separator: ",")).nodeTree().mainRows()
            #expect(again.map(\.node.displayName) == names)
        }
    }
}
