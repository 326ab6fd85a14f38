import Testing
import WorkflowModel

@Suite("Node ids and pod names")
struct PodNameTests {
    @Test(
        "a node's id ends in the hash of its name",
        arguments: [
            ("many-items-z26lj", "many-items-z26lj[0].sleep(9:nine)", "many-items-z26lj-2619926859"),
            ("many-items-z26lj", "many-items-z26lj[0]", "many-items-z26lj-1414877240"),
            ("many-items-z26lj", "many-items-z26lj", "many-items-z26lj"),
            ("w", "", "w-2166136261"),
        ])
    func nodeID(workflow: String, node: String, expected: String) {
        #expect(PodName.nodeID(workflow: workflow, name: node) == expected)
    }

    @Test(
        "a pod's name carries workflow, template and hash",
        arguments: [
            ("demo", "demo.onExit", "cleanup", "demo-cleanup-1599854481"),
            ("demo", "demo", "main", "demo"),
            ("demo", "demo.inline-step", "x", "demo-\(PodName.fnv1a32("demo.inline-step"))"),
        ])
    func podName(workflow: String, node: String, template: String, expected: String) {
        #expect(PodName.podName(workflow: workflow, node: node, template: template) == expected)
    }

    @Test("a long prefix is cut to 242 bytes, never inside a character")
    func cutsPrefix() {
        let long = String(repeating: "w", count: 250)
        let hash = PodName.fnv1a32("n")
        #expect(
            PodName.podName(workflow: long, node: "n", template: "t")
                == String(repeating: "w", count: 242) + "-\(hash)")
        let exact = String(repeating: "w", count: 240)
        #expect(PodName.podName(workflow: exact, node: "n", template: "t") == "\(exact)-t-\(hash)")
        let wide = String(repeating: "w", count: 241) + "é"
        #expect(
            PodName.podName(workflow: wide, node: "n", template: "t")
                == String(repeating: "w", count: 241) + "-\(hash)")
    }

    @Test(
        "hashes as FNV-1a does",
        arguments: [("", 0x811c_9dc5), ("a", 0xe40c_292c), ("foobar", 0xbf9c_f968)] as [(String, UInt32)])
    func hash(text: String, expected: UInt32) {
        #expect(PodName.fnv1a32(text) == expected)
    }

    @Test(arguments: [
        ("wf-sh-2124544984", "wf-2124544984"), ("wf-2124544984", "wf-2124544984"), ("wf", "wf"), ("other", "other"),
    ])
    func tellsTheNodeOfAPod(_ pod: String, _ node: String) {
        #expect(PodName.nodeID(ofPod: pod, workflow: "wf") == node)
    }
}
