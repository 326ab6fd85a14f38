import Testing
import WorkflowModel

@Suite("The tree of nodes")
struct NodeTreeTests {
    @Test("is drawn as argo draws it: groups on one line, single retries and task groups out of sight")
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
                "     ├─B",
            ])
        #expect(drawing(tree.exitRows()) == [" demo.onExit"])
        #expect(tree.unplaced.isEmpty)
    }
}
