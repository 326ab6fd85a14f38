import DocumentKit
import TestSupport
import Testing
import WorkflowModel

@Suite("A workflow with a broken field")
struct MutationTests {
    /// A step into a tree.
    enum Step: Hashable, CustomStringConvertible {
        case key(String)
        case index(Int)

        var description: String {
            switch self {
            case .key(let key): key
            case .index(let index): "[\(index)]"
            }
        }
    }

    /// A text made of a workflow, and the fields it is made of.
    struct Probe: Sendable {
        let fields: [String]
        let read: @Sendable (Workflow) -> String

        init(_ fields: [String], _ read: @escaping @Sendable (Workflow) -> String) {
            self.fields = fields
            self.read = read
        }
    }

    static let probes = [
        Probe(["metadata.name"], \.name), Probe(["metadata.namespace"], \.namespace), Probe(["metadata.uid"], \.uid),
        Probe(["metadata.labels"]) { "\($0.labels)" },
        Probe(["metadata.creationTimestamp"]) { "\($0.createdAt as Timestamp?)" },
        Probe(["spec.priority"]) { "\($0.priority as Int?)" },
        Probe(["spec.serviceAccountName", "status.storedWorkflowTemplateSpec"], \.serviceAccount),
        Probe(["spec.arguments", "status.storedWorkflowTemplateSpec"]) { "\($0.parameters)" },
        Probe(["spec.templates"]) { "\($0.spec?.templateNames ?? [])" },
        Probe(["status.phase"], \.phaseText), Probe(["status.message"], \.message),
        Probe(["status.progress"], \.progress),
        Probe(["status.startedAt"]) { "\($0.startedAt as Timestamp?)" },
        Probe(["status.finishedAt"]) { "\($0.finishedAt as Timestamp?)" },
        Probe(["status.conditions"]) { "\($0.conditions)" },
        Probe(["status.resourcesDuration"], \.resourcesDuration.text),
        Probe(["status.outputs"]) { "\($0.outputParameters) \($0.outputArtifacts)" },
        Probe(
            ["status.phase", "metadata.creationTimestamp", "spec.suspend", "spec.shutdown", "status.nodes"],
            \.statusText),
        Probe(["status.phase", "metadata.labels", "status.finishedAt"]) { "\($0.outcome as Outcome?)" },
        Probe(["status.nodes"], \.podCounts.text),
        Probe(["status.nodes"]) { workflow in
            workflow.nodes.map {
                "\($0.key) \($0.id) \($0.name) \($0.type) \($0.phase as NodePhase?) \($0.message) \($0.templateText) "
                    + "\($0.isFulfilled) \($0.exitCode as Int?) \($0.duration(now: .epoch) as Duration?)"
            }.joined(separator: "\n")
        },
        Probe(["metadata.name", "status.nodes"]) { workflow in
            let tree = workflow.nodeTree()
            return (drawing(tree.mainRows()) + drawing(tree.exitRows()) + tree.unplaced.map(\.key))
                .joined(separator: "\n")
        },
    ]

    static let replacements: [ValueTree?] = [
        nil, .null, true, .number("1e400"), "x", ["demo"], ["name": "x"],
    ]

    @Test("loses that field and nothing else, whichever field it is and whatever it became")
    func everyField() throws {
        let original = ValueTree(try workflow(demoWorkflow).document)
        let expected = Self.probes.map { $0.read(Workflow(original.document().root)) }
        for path in Self.paths(in: original) {
            let field = path.map(\.description).joined(separator: ".")
            for replacement in Self.replacements {
                let broken = Workflow(Self.replacing(path[...], in: original, with: replacement).document().root)
                for (probe, text) in zip(Self.probes, expected) {
                    let read = probe.read(broken)
                    if probe.fields.contains(where: { Self.overlap($0, field) }) { continue }
                    #expect(read == text, "\(field) became \(String(describing: replacement))")
                }
            }
        }
    }

    @Test("every other node keeps its row when one node is broken, as long as its way to the root is whole")
    func everyNode() throws {
        let original = ValueTree(try workflow(demoWorkflow).document)
        let leaves = ["fan0", "fan1", "flaky0", "flaky1", "gate", "A", "B"]
        for leaf in leaves {
            for replacement in Self.replacements.dropFirst() {
                let path: [Step] = [.key("status"), .key("nodes"), .key(leaf)]
                let broken = Workflow(Self.replacing(path[...], in: original, with: replacement).document().root)
                let keys = Set(broken.nodeTree().mainRows().map(\.node.key))
                #expect(keys.isSuperset(of: leaves.filter { $0 != leaf }), "\(leaf)")
            }
        }
    }

    @Test("many broken fields at once never crash a view", arguments: 0..<40)
    func many(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        var tree = ValueTree(try workflow(demoWorkflow).document)
        for _ in 0..<25 {
            guard let path = Self.paths(in: tree).randomElement(using: &generator),
                let replacement = Self.replacements.randomElement(using: &generator)
            else { break }
            tree = Self.replacing(path[...], in: tree, with: replacement)
            let broken = Workflow(tree.document().root)
            for probe in Self.probes { _ = probe.read(broken) }
            #expect(WorkflowRow(broken).statusText == broken.statusText)
        }
    }

    private static func overlap(_ one: String, _ other: String) -> Bool {
        one == other || one.hasPrefix(other + ".") || other.hasPrefix(one + ".")
    }

    private static func paths(in tree: ValueTree) -> [[Step]] {
        var paths: [[Step]] = []
        var open: [([Step], ValueTree)] = [([], tree)]
        while let (path, tree) = open.popLast() {
            if !path.isEmpty { paths.append(path) }
            switch tree {
            case .object(let members): for (key, value) in members { open.append((path + [.key(key)], value)) }
            case .array(let elements):
                for (index, value) in elements.enumerated() { open.append((path + [.index(index)], value)) }
            default: break
            }
        }
        return paths
    }

    private static func replacing(_ path: ArraySlice<Step>, in tree: ValueTree, with value: ValueTree?) -> ValueTree {
        var tree = tree
        guard let step = path.first else { return tree }
        let isLast = path.count == 1
        switch step {
        case .key(let key):
            tree[key] = isLast ? value : tree[key].map { replacing(path.dropFirst(), in: $0, with: value) }
        case .index(let index):
            tree[index] = isLast ? value : tree[index].map { replacing(path.dropFirst(), in: $0, with: value) }
        }
        return tree
    }
}
