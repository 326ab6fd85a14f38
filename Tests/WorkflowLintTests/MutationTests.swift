import DocumentKit
import TestSupport
import Testing
import WorkflowLint

/// Documents of which parts were lost, moved or became something else.
@Suite struct MutationTests {
    static let replacements: [ValueTree?] = [
        nil, .null, true, .number("1e400"), .number("-1"), "", "x", "{{", "{{inputs.parameters.x}}", "{{tasks.a.",
        "a &&",
        [], ["main"], [[]], [:], ["name": "main"], ["template": "main"], ["name": ["a"]],
    ]

    @Test("linting one says something or nothing, and ends", arguments: 0..<40)
    func neverCrash(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        var trees = try Self.documents.map { try YAMLReader.read(Array($0.utf8)).root.tree }
        for _ in 0..<6 {
            for index in trees.indices {
                let parts = Self.count(trees[index])
                var target = Int.random(in: 0..<parts, using: &generator)
                let donor = trees[Int.random(in: 0..<trees.count, using: &generator)]
                var source = Int.random(in: 0..<Self.count(donor), using: &generator)
                let value =
                    Bool.random(using: &generator)
                    ? Self.part(&source, of: donor) : Self.replacements.randomElement(using: &generator) ?? nil
                trees[index] = Self.replacing(&target, in: trees[index], with: value) ?? .object([:])
            }
            let subjects = zip(trees, ManifestKind.allCases + ManifestKind.allCases).map { tree, kind in
                Subject(source: "a", kind: kind, value: tree.document().root)
            }
            for finding in Linter(subjects).findings() {
                #expect(subjects.indices.contains(finding.subject) && !finding.message.isEmpty)
            }
        }
    }

    @Test func emptyDocumentsAreLinted() throws {
        for text in ["null", "[]", "1", "{}", #"{"spec": null}"#, #"{"spec": []}"#, #"{"spec": {"templates": {}}}"#] {
            let root = try JSONReader.read(Array(text.utf8)).root
            let subjects = ManifestKind.allCases.map { Subject(source: "a", kind: $0, value: root) }
            #expect(Set(Linter(subjects).findings().map(\.subject)).count == subjects.count, "\(text)")
        }
    }

    private static func count(_ tree: ValueTree) -> Int {
        1 + children(of: tree).reduce(0) { $0 + count($1) }
    }

    private static func children(of tree: ValueTree) -> [ValueTree] {
        switch tree {
        case .object(let members): members.map(\.1)
        case .array(let elements): elements
        default: []
        }
    }

    /// The value of a number, counted from the root downwards.
    private static func part(_ number: inout Int, of tree: ValueTree) -> ValueTree {
        if number == 0 { return tree }
        number -= 1
        for child in children(of: tree) {
            let size = count(child)
            if number < size { return part(&number, of: child) }
            number -= size
        }
        return tree
    }

    private static func replacing(_ number: inout Int, in tree: ValueTree, with value: ValueTree?) -> ValueTree? {
        if number == 0 {
            number = -1
            return value
        }
        if number > 0 { number -= 1 } else { return tree }
        switch tree {
        case .object(let members):
            var kept: [(String, ValueTree)] = []
            for (key, child) in members {
                if let child = replacing(&number, in: child, with: value) { kept.append((key, child)) }
            }
            var copy = ValueTree.object([:])
            for (key, child) in kept { copy[key] = child }
            return copy
        case .array(let elements):
            var kept: [ValueTree] = []
            for child in elements {
                if let child = replacing(&number, in: child, with: value) { kept.append(child) }
            }
            return .array(kept)
        default: return tree
        }
    }

    /// One of every kind, with everything that the rules look at.
    static let documents = [
        """
        kind: Workflow
        metadata: {name: w, labels: {a: b}}
        spec:
          entrypoint: main
          onExit: bye
          hooks: {running: {template: bye, expression: "true"}}
          arguments: {parameters: [{name: p, value: x, enum: [x]}], artifacts: [{name: f, raw: {data: a}}]}
          templates:
          - name: main
            inputs: {parameters: [{name: p}], artifacts: [{name: f}]}
            steps:
            - - {name: a, template: dag, when: "{{inputs.parameters.p}} == x", withItems: [{k: 1}, 2, [3]]}
            - - name: b
                templateRef: {name: lib, template: give}
                arguments: {parameters: [{name: m, value: "{{steps.a.status}}{{item.k}}"}]}
                hooks: {exit: {template: bye, arguments: {parameters: [{name: x, value: "{{steps.b.outputs.result}}"}]}}}
                withParam: "[1]"
              - {name: c, inline: {inputs: {parameters: [{name: q}]}, dag: {tasks: [{name: z, template: bye}]}}}
            outputs: {parameters: [{name: o, valueFrom: {parameter: "{{steps.b.outputs.parameters.out}}"}}]}
          - name: dag
            dag:
              target: t u
              tasks:
              - {name: t, template: bye, withSequence: {count: 3}}
              - {name: u, template: bye, depends: "t.AnySucceeded && !t.Failed", when: "{{tasks.t.outputs.result}} =~ 'x'"}
              - {name: v, template: main, depends: u}
          - name: bye
            retryStrategy: {}
            container: {image: a, command: [b], args: ["{{workflow.failures}}{{workflow.labels.a}}{{pod.name}}"]}
        """,
        """
        kind: WorkflowTemplate
        metadata: {name: lib}
        spec:
          templates:
          - name: give
            inputs: {parameters: [{name: m, default: ""}]}
            outputs: {parameters: [{name: out, globalName: g, valueFrom: {path: /a}}], artifacts: [{name: r, path: /b}]}
            script: {image: a, command: [b], source: "{{outputs.artifacts.r.path}}{{workflow.outputs.parameters.g}}"}
          - {name: back, steps: [[{name: s, template: back}]]}
        """,
        """
        kind: ClusterWorkflowTemplate
        metadata: {name: lib}
        spec:
          templates:
          - name: res
            outputs: {parameters: [{name: o, valueFrom: {jsonPath: a}}]}
            resource: {action: create, manifestFrom: {artifact: {name: f}}}
          - {name: set, containerSet: {containers: [{name: x, image: a, command: [b]}]}}
        """,
        """
        kind: CronWorkflow
        metadata: {name: c}
        spec:
          schedules: ["* * * * *"]
          workflowMetadata: {labels: {a: b}}
          workflowSpec: {workflowTemplateRef: {name: lib}, entrypoint: give, arguments: {parameters: [{name: m}]}}
        """,
    ]
}
