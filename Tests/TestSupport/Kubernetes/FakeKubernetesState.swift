import DocumentKit
import WorkflowModel

extension FakeKubernetes {
    /// Everything the cluster knows; answers are functions of it and of the request.
    struct State {
        struct Line {
            var container: String
            var time: Timestamp
            var content: String
        }

        var objects: [String: [ValueTree]] = [:]
        var pods: [ValueTree] = []
        var lines: [String: [Line]] = [:]
        /// Those of the instances before the present ones.
        var previousLines: [String: [Line]] = [:]
        var announced: [String: [String]] = [:]
        var streamEnd: [LoopbackAnswer.Part] = []
        var faults: [String: [Fault]] = [:]
        var requests: [LoopbackRequest] = []
        var authorization: String?
        var reviewVersions = ["v1"]
        var omitsKinds = false
        private var counter = 0
        private var lineCount = 0

        static let kinds = [
            "workflows": "Workflow", "workflowtemplates": "WorkflowTemplate",
            "clusterworkflowtemplates": "ClusterWorkflowTemplate", "cronworkflows": "CronWorkflow",
        ]

        private mutating func number() -> Int {
            counter += 1
            return counter
        }

        func index(of name: String, in plural: String, _ namespace: String) -> Int? {
            objects[plural]?.firstIndex {
                $0.name == name && (plural == "clusterworkflowtemplates" || $0.namespace == namespace)
            }
        }

        /// What the cluster adds to an object that is created.
        mutating func stamp(_ tree: inout ValueTree, _ plural: String, _ namespace: String) {
            let number = number()
            if tree[path: "metadata", "name"] == nil, let prefix = tree[path: "metadata", "generateName"]?.string {
                tree[path: "metadata", "name"] = .string(prefix + "x\(number)")
            }
            if plural != "clusterworkflowtemplates" { tree[path: "metadata", "namespace"] = .string(namespace) }
            if tree[path: "metadata", "uid"] == nil {
                tree[path: "metadata", "uid"] = .string("uid-\(number)")
                tree[path: "metadata", "creationTimestamp"] = .string(FakeArgoServer.State.time(number))
            }
            tree[path: "metadata", "resourceVersion"] = .string(String(1_000 + number))
            if let kind = Self.kinds[plural] {
                tree["apiVersion"] = "argoproj.io/v1alpha1"
                tree["kind"] = .string(kind)
            }
        }

        mutating func store(_ tree: ValueTree, in plural: String, _ namespace: String) {
            var tree = tree
            stamp(&tree, plural, namespace)
            objects[plural, default: []].append(tree)
        }

        mutating func replace(_ index: Int, in plural: String, with tree: ValueTree) {
            var tree = tree
            tree[path: "metadata", "resourceVersion"] = .string(String(1_000 + number()))
            objects[plural]?[index] = tree
        }

        mutating func set(_ phase: String, of name: String, _ namespace: String) {
            guard let index = index(of: name, in: "workflows", namespace), var tree = objects["workflows"]?[index]
            else { return }
            set(phase, of: &tree)
            replace(index, in: "workflows", with: tree)
        }

        mutating func set(_ phase: String, of tree: inout ValueTree) {
            let isFinal = WorkflowPhase(rawValue: phase)?.isFinal == true
            tree[path: "metadata", "labels", "workflows.argoproj.io/phase"] = .string(phase)
            tree[path: "metadata", "labels", "workflows.argoproj.io/completed"] = isFinal ? "true" : "false"
            tree[path: "status", "phase"] = .string(phase)
            tree[path: "status", "startedAt"] = tree[path: "metadata", "creationTimestamp"]
            tree[path: "status", "finishedAt"] = isFinal ? .string(FakeArgoServer.State.time(number())) : .null
        }

        mutating func addPod(
            _ name: String, of workflow: String, _ namespace: String, state: String = "terminated",
            containers: [String] = ["wait", "main"]
        ) {
            guard !pods.contains(where: { $0.name == name && $0.namespace == namespace }) else { return }
            let statuses = containers.map { container -> ValueTree in
                ["name": .string(container), "state": .object([state: [:]])]
            }
            pods.append([
                "metadata": [
                    "name": .string(name), "namespace": .string(namespace),
                    "creationTimestamp": .string(FakeArgoServer.State.time(number())),
                    "labels": ["workflows.argoproj.io/workflow": .string(workflow), "pod": .string(name)],
                ],
                "spec": [
                    "initContainers": [["name": "init"]],
                    "containers": .array(containers.map { ["name": .string($0)] }),
                ],
                "status": [
                    "phase": .string(state == "waiting" ? "Pending" : "Succeeded"),
                    "initContainerStatuses": [["name": "init", "state": ["terminated": [:]]]],
                    "containerStatuses": .array(statuses),
                ],
            ])
        }

        mutating func restart(_ container: String, _ pod: String, _ code: Int, _ reason: String) {
            previousLines[pod, default: []].removeAll { $0.container == container }
            previousLines[pod, default: []] += (lines[pod] ?? []).filter { $0.container == container }
            lines[pod]?.removeAll { $0.container == container }
            guard let index = pods.firstIndex(where: { $0.name == pod }),
                case .array(var statuses) = pods[index][path: "status", "containerStatuses"]
            else { return }
            for place in statuses.indices where statuses[place]["name"]?.string == container {
                let count = statuses[place]["restartCount"]?.int ?? 0
                statuses[place]["restartCount"] = .number(count + 1)
                statuses[place]["lastState"] = ["terminated": ["exitCode": .number(code), "reason": .string(reason)]]
            }
            pods[index][path: "status", "containerStatuses"] = .array(statuses)
        }

        mutating func write(_ line: String, _ container: String, _ pod: String) {
            lineCount += 1
            let time = Timestamp(seconds: 1_767_322_800) + .milliseconds(lineCount)
            lines[pod, default: []].append(Line(container: container, time: time, content: line))
        }
    }
}
