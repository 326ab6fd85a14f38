import DocumentKit
import Testing

@testable import LocalEngine

@Suite struct PlanReaderTests {
    private static func problems(_ workflow: ValueTree) -> [String] {
        PlanReader { _ in nil }.read(workflow).report.problems.map(\.description)
    }

    private static let pod = shell("a", "true")

    /// A field, the value it is set to, and the object it is set in.
    private static let refused: [(place: String, field: String, value: ValueTree)] = [
        ("spec", "onExit", "a"), ("spec", "hooks", ["exit": ["template": "a"]]), ("spec", "parallelism", 1),
        ("spec", "suspend", true), ("spec", "shutdown", "Stop"), ("spec", "volumes", [["name": "v"]]),
        ("spec", "volumeClaimTemplates", []), ("spec", "synchronization", [:]), ("spec", "templateDefaults", [:]),
        ("spec", "retryStrategy", [:]), ("spec", "metrics", [:]), ("spec", "noSuchField", 0),
        ("spec.templates[0]", "retryStrategy", ["limit": 3]), ("spec.templates[0]", "parallelism", 2),
        ("spec.templates[0]", "memoize", [:]), ("spec.templates[0]", "synchronization", [:]),
        ("spec.templates[0]", "daemon", true), ("spec.templates[0]", "sidecars", []),
        ("spec.templates[0]", "initContainers", []), ("spec.templates[0]", "volumes", []),
        ("spec.templates[0]", "timeout", "1m"), ("spec.templates[0]", "metrics", [:]),
        ("spec.templates[0]", "failFast", true), ("spec.templates[0]", "typo", "x"),
        ("spec.templates[0].container", "volumeMounts", []), ("spec.templates[0].container", "envFrom", []),
        ("spec.templates[0].container", "lifecycle", [:]), ("spec.templates[0].container", "comand", ["x"]),
        ("spec.templates[0].inputs", "artifacts", []), ("spec.templates[0].outputs", "artifacts", []),
        ("spec.arguments", "artifacts", []), ("metadata", "clusterName", "x"),
    ]

    @Test(arguments: refused.indices)
    func refusesByPathWhatItCannotDo(_ index: Int) {
        let (place, field, value) = Self.refused[index]
        let manifest = workflow(Self.pod)
        #expect(
            Self.problems(manifest.setting(field, in: place, to: value))
                == ["\(place).\(field) is not supported by the local backend"])
    }

    private static let refusedInCalls: [(field: String, value: ValueTree)] = [
        ("when", "true"), ("withItems", [1, 2]), ("withParam", "[]"), ("withSequence", ["count": "2"]),
        ("continueOn", ["failed": true]), ("onExit", "a"), ("hooks", [:]), ("inline", [:]), ("depends", "x"),
    ]

    @Test(arguments: refusedInCalls.indices)
    func refusesByPathWhatStepsAndTasksCannotDo(_ index: Int) {
        let (field, value) = Self.refusedInCalls[index]
        var step = call("s", "a")
        step[field] = value
        #expect(
            Self.problems(workflow(steps("main", [call("first", "a")], [step]), Self.pod))
                == ["spec.templates[0].steps[1][0].\(field) is not supported by the local backend"])
        #expect(
            Self.problems(workflow(dag("main", step), Self.pod))
                == ["spec.templates[0].dag.tasks[0].\(field) is not supported by the local backend"])
    }

    @Test(arguments: ["resource", "suspend", "http", "plugin", "data", "containerSet"])
    func refusesKindsOfTemplatesByName(_ kind: String) {
        #expect(
            Self.problems(workflow(.object(["name": "a", kind: [:]])))
                == ["spec.templates[0].\(kind) is not supported by the local backend"])
    }

    @Test func tellsAllProblemsAtOnce() {
        var step = call("s", "nowhere")
        step["withItems"] = [1]
        step["when"] = "x"
        var container = shell("b", "{{nonsense}}")
        container["retryStrategy"] = [:]
        #expect(
            Self.problems(workflow(steps("main", [step]), container)) == [
                "spec.templates[0].steps[0][0].withItems is not supported by the local backend",
                "spec.templates[0].steps[0][0].when is not supported by the local backend",
                "spec.templates[1].retryStrategy is not supported by the local backend",
                "spec.templates[1].container.args[0] uses the unknown variable '{{nonsense}}'",
            ])
    }

    private static let wrong: [(manifest: ValueTree, problem: String)] = [
        (["kind": "Workflow"], "spec is missing"),
        (["spec": []], "spec must be an object"),
        (["spec": ["entrypoint": "a"]], "spec.templates is missing"),
        (workflow(pod).setting("entrypoint", in: "spec", to: nil), "spec.entrypoint is missing"),
        (workflow(pod).setting("entrypoint", in: "spec", to: "b"), "spec.entrypoint names no template: 'b'"),
        (workflow(pod).setting("entrypoint", in: "spec", to: 1), "spec.entrypoint must be a string"),
        (workflow(pod).setting("templates", in: "spec", to: "x"), "spec.templates must be a list"),
        (workflow("x"), "spec.templates[0] must be an object"),
        (workflow(pod, pod), "spec.templates[1].name is taken already: 'a'"),
        (workflow(shell("../a", "")), "spec.templates[0].name must be 1 to 128 letters, digits, '-' and '_'"),
        (workflow(["name": "a"]), "spec.templates[0] has none of container, script, steps, dag"),
        (
            workflow(["name": "a", "container": [:], "steps": []]),
            "spec.templates[0] must have only one of container, steps"
        ),
        (
            workflow(["name": "a", "container": ["image": "i"]]),
            "spec.templates[0].container.command is missing: what an image would run is not known here"
        ),
        (workflow(["name": "a", "script": ["command": ["sh"]]]), "spec.templates[0].script.source is missing"),
        (workflow(["name": "a", "steps": []]), "spec.templates[0].steps must not be empty"),
        (workflow(["name": "a", "steps": [["name": "b"]]]), "spec.templates[0].steps[0] must be a list of steps"),
        (workflow(["name": "a", "dag": ["tasks": []]]), "spec.templates[0].dag.tasks must not be empty"),
        (
            workflow(steps("main", [call("s", "gone")]), pod),
            "spec.templates[0].steps[0][0].template names no template: 'gone'"
        ),
        (
            workflow(steps("main", [call("s", "a")], [call("s", "a")]), pod),
            "spec.templates[0].steps[1][0].name is taken already: 's'"
        ),
        (
            workflow(dag("main", call("x", "a", after: ["gone"])), pod),
            "spec.templates[0].dag.tasks[0].dependencies[0] names no task: 'gone'"
        ),
        (
            workflow(
                steps(
                    "main",
                    [
                        call("s", "a").setting(
                            "arguments", in: "",
                            to: ["parameters": [["name": "x", "value": 1], ["name": "x", "value": 2]]])
                    ]),
                shell("a", "", inputs: ["x"])),
            "spec.templates[0].steps[0][0].arguments.parameters[1].name is taken already: 'x'"
        ),
        (
            workflow(dag("main", call("x", "a", after: ["x"])), pod),
            "spec.templates[0].dag.tasks[0].dependencies goes round in a circle"
        ),
        (workflow(steps("main", [call("s", "main")])), "spec.templates[0] calls itself: 'main', 'main'"),
        (
            workflow(steps("main", [call("s", "b")]), shell("b", "", inputs: ["x"])),
            "spec.templates[0].steps[0][0].arguments lacks the parameter 'x' of template 'b'"
        ),
        (
            workflow(shell("a", "", inputs: ["x"])),
            "spec.templates[0].inputs.parameters[0] has no value: give it one with -p x=VALUE"
        ),
        (
            workflow(pod).setting("arguments", in: "spec", to: ["parameters": [["name": "x", "value": "{{y"]]]),
            "spec.arguments.parameters[0].value has '{{' without '}}'"
        ),
        (
            workflow(shell("a", "{{inputs.parameters.y}}", inputs: [])),
            "spec.templates[0].container.args[0] uses '{{inputs.parameters.y}}', which has no value here"
        ),
        (
            workflow(shell("a", "{{workflow.parameters.y}}")),
            "spec.templates[0].container.args[0] uses '{{workflow.parameters.y}}', which has no value here"
        ),
        (
            workflow(
                steps("main", [call("s", "a"), call("t", "b", ["x": "{{steps.s.outputs.result}}"])]), pod,
                shell("b", "", inputs: ["x"])),
            "spec.templates[0].steps[0][1].arguments.parameters[0].value uses '{{steps.s.outputs.result}}', "
                + "which has no value here"
        ),
        (
            workflow(
                dag("main", call("s", "a"), call("t", "b", ["x": "{{tasks.s.outputs.result}}"])), pod,
                shell("b", "", inputs: ["x"])),
            "spec.templates[0].dag.tasks[1].arguments.parameters[0].value uses '{{tasks.s.outputs.result}}', "
                + "which has no value here"
        ),
        (
            workflow(pod).setting("activeDeadlineSeconds", in: "spec", to: 0),
            "spec.activeDeadlineSeconds must be a positive number of seconds"
        ),
        (
            workflow(pod).setting("activeDeadlineSeconds", in: "spec.templates[0]", to: "soon"),
            "spec.templates[0].activeDeadlineSeconds must be a positive number of seconds"
        ),
        (
            workflow(pod).setting("arguments", in: "spec", to: ["parameters": [["name": "x"]]]),
            "spec.arguments.parameters[0] has no value: give it one with -p x=VALUE"
        ),
        (
            workflow(pod).setting(
                "arguments", in: "spec", to: ["parameters": [["name": "x", "value": "3", "enum": ["1", "2"]]]]),
            "spec.arguments.parameters[0] has the value '3', not one of '1', '2'"
        ),
        (
            workflow(pod).setting("env", in: "spec.templates[0].container", to: [["name": "A", "valueFrom": [:]]]),
            "spec.templates[0].container.env[0].valueFrom is not supported by the local backend"
        ),
    ]

    @Test(arguments: wrong.indices)
    func saysWhatIsWrongAndWhere(_ index: Int) {
        #expect(Self.problems(Self.wrong[index].manifest) == [Self.wrong[index].problem])
    }

    @Test func readsAChainOfThousandsOfTasks() {
        var chain = dag("main", call("t0", "p", ["x": "0"]))
        chain["dag"]?["tasks"] = .array(
            (0..<3_000).map { index in
                let value = index == 0 ? "0" : "{{tasks.t\(index - 1).outputs.result}}"
                return call("t\(index)", "p", ["x": value], after: index == 0 ? [] : ["t\(index - 1)"])
            })
        #expect(Self.problems(workflow(chain, shell("p", "", inputs: ["x"]))) == [])
    }

    @Test func aTaskMayUseWhatATaskBeforeItsDependenciesPutOut() {
        let tasks = dag(
            "main", call("a", "p"), call("b", "p", after: ["a"]),
            call("c", "q", ["x": "{{tasks.a.outputs.result}}"], after: ["b"]))
        #expect(Self.problems(workflow(tasks, shell("p", ""), shell("q", "", inputs: ["x"]))) == [])
    }

    @Test func findsTheValueNearestToAPath() throws {
        let document = try JSONReader.read(Array("{\n \"a\": [\n  {\"b\": 1},\n  {}]}".utf8)).root
        let path = FieldPath()["a"]
        #expect(path[0]["b"].nearestValue(in: document).int == 1)
        #expect(path[1]["b"]["c"].nearestValue(in: document).position.line == 4)
        #expect(path[7].nearestValue(in: document).kind == .array)
    }

    @Test func aFieldThatIsFalseOrNullCountsAsAbsent() {
        let manifest = workflow(Self.pod).setting("suspend", in: "spec", to: false)
            .setting("onExit", in: "spec", to: .null).setting("daemon", in: "spec.templates[0]", to: false)
        #expect(Self.problems(manifest) == [])
    }

    @Test func notesOnceWhatOnlyConcernsKubernetes() {
        var first = shell("a", "true")
        first["container"]?["image"] = "busybox"
        first["container"]?["resources"] = ["limits": ["cpu": "1"]]
        var second = shell("b", "true")
        second["container"]?["resources"] = ["limits": ["cpu": "1"]]
        second["nodeSelector"] = ["a": "b"]
        let manifest = workflow(first, second).setting("serviceAccountName", in: "spec", to: "sa")
            .setting("tolerations", in: "spec", to: [])
        #expect(
            PlanReader { _ in nil }.read(manifest).report
                == ManifestReport(
                    problems: [],
                    notes: [
                        "images are not used: the commands run as processes of this machine",
                        "only for Kubernetes, not used here: spec.serviceAccountName, "
                            + "spec.templates[].container.resources, spec.templates[].nodeSelector",
                    ]))
    }

    @Test func refusesTemplatesThatMultiplyWithoutEnd() {
        let doubling = (0..<40).map { level in
            steps("t\(level)", [call("a", "t\(level + 1)"), call("b", "t\(level + 1)")])
        }
        var manifest = workflow(doubling[0])
        manifest["spec"]?["templates"] = .array(doubling + [shell("t40", "true")])
        #expect(
            Self.problems(manifest) == [
                "spec.entrypoint leads to more than 100000 nodes, the limit of the local backend"
            ])
    }

    @Test func refusesTemplatesThatNestTooDeep() {
        let nested = (0..<300).map { steps("t\($0)", [call("a", "t\($0 + 1)")]) }
        var manifest = workflow(nested[0])
        manifest["spec"]?["templates"] = .array(nested + [shell("t300", "true")])
        #expect(Self.problems(manifest) == ["spec.templates[100] is called more than 100 levels deep"])
    }

    @Test func takesTemplatesOfStoredObjectsAlongWithWhatTheyLeadTo() throws {
        let templates: [ValueTree] = [steps("outer", [call("x", "inner")]), shell("inner", "true"), shell("other", "")]
        let manifest = workflow([
            "name": "main", "steps": [[["name": "s", "templateRef": ["name": "lib", "template": "outer"]]]],
        ])
        let reader = PlanReader { key in
            guard key.scope == .namespaced("lib"),
                let index = templates.firstIndex(where: { $0["name"]?.string == key.name })
            else { return nil }
            return (templates[index], FieldPath()["spec"]["templates"][index])
        }
        let plan = try #require(reader.read(manifest).plan)
        #expect(plan.storedTemplates.map(\.key) == ["namespaced/lib/outer", "namespaced/lib/inner"])
    }

    @Test func namesTheStoredObjectThatAProblemIsIn() {
        let manifest = workflow([
            "name": "main", "steps": [[["name": "s", "templateRef": ["name": "lib", "template": "t"]]]],
        ])
        var bad = shell("t", "true")
        bad["sidecars"] = []
        let reader = PlanReader { $0.scope == .namespaced("lib") ? (bad, FieldPath()["spec"]["templates"][3]) : nil }
        #expect(
            reader.read(manifest).report.problems.map(\.description)
                == ["workflow template 'lib': spec.templates[3].sidecars is not supported by the local backend"])
    }
}

extension ValueTree {
    /// A copy with one field set in the object at a path such as `spec.templates[0]`.
    func setting(_ field: String, in place: String, to value: ValueTree?) -> ValueTree {
        func set(_ tree: ValueTree, _ path: ArraySlice<Substring>) -> ValueTree {
            var tree = tree
            guard let part = path.first else {
                tree[field] = value
                return tree
            }
            let words = part.split(separator: "[")
            let key = String(words[0])
            if words.count > 1, let index = Int(words[1].dropLast()) {
                let changed = set(tree[key]?[index] ?? [:], path.dropFirst())
                tree[key]?[index] = changed
            } else {
                let changed = set(tree[key] ?? [:], path.dropFirst())
                tree[key] = changed
            }
            return tree
        }
        return set(self, place.split(separator: ".")[...])
    }
}
