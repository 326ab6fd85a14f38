import DocumentKit
import WorkflowModel

extension FakeArgoServer {
    /// Everything the server knows; answers are functions of it and of the request.
    struct State {
        struct LogLine {
            var pod: String
            var container: String
            var time: Timestamp
            var content: String
        }

        var behaviour: Behaviour
        var workflows: [ValueTree] = []
        var archived: [ValueTree] = []
        var resources: [ResourceKind: [ValueTree]] = [:]
        var logs: [String: [LogLine]] = [:]
        /// What is kept, by `artifacts/{namespace}/{workflow}/{node}/{name}`.
        var artifacts: [String: [UInt8]] = [:]
        var changes: [String: [ValueTree]] = [:]
        var streamEnds: [String: [LoopbackAnswer.Part]] = [:]
        var faults: [String: [Fault]] = [:]
        var requests: [LoopbackRequest] = []
        private var counter = 0
        private var lineCount = 0

        init(behaviour: Behaviour) { self.behaviour = behaviour }

        /// A number that no object had before: for uids, names, versions and the seconds of creation times.
        mutating func number() -> Int {
            counter += 1
            return counter
        }

        /// When the next line of a log is written: a millisecond after the one before, from the second of January on.
        mutating func lineTime() -> Timestamp {
            lineCount += 1
            return Timestamp(seconds: 1_767_322_800) + .milliseconds(lineCount)
        }

        mutating func workflow(name: String, namespace: String, phase: String) -> ValueTree {
            var tree: ValueTree = [
                "metadata": ["name": .string(name), "namespace": .string(namespace)],
                "spec": ["entrypoint": "main"],
            ]
            stamp(&tree, namespace: namespace)
            workflows.append(tree)
            set(phase, of: name, namespace: namespace)
            return workflows.removeLast()
        }

        /// What the cluster adds to an object that is created.
        mutating func stamp(_ tree: inout ValueTree, namespace: String?) {
            let number = number()
            if tree[path: "metadata", "name"] == nil, let prefix = tree[path: "metadata", "generateName"]?.string {
                tree[path: "metadata", "name"] = .string(prefix + Self.suffix(number))
            }
            if let namespace { tree[path: "metadata", "namespace"] = .string(namespace) }
            tree[path: "metadata", "uid"] = .string("00000000-0000-4000-8000-" + Self.padded(number, 12))
            tree[path: "metadata", "resourceVersion"] = .string(String(1_000 + number))
            tree[path: "metadata", "creationTimestamp"] = .string(Self.time(number))
        }

        mutating func set(_ phase: String, of name: String, namespace: String) {
            guard let index = index(of: name, namespace) else { return }
            let isFinal = WorkflowPhase(rawValue: phase)?.isFinal == true
            let created = workflows[index][path: "metadata", "creationTimestamp"] ?? .string(Self.time(0))
            workflows[index][path: "metadata", "labels", "workflows.argoproj.io/phase"] = .string(phase)
            workflows[index][path: "metadata", "labels", "workflows.argoproj.io/completed"] = isFinal ? "true" : "false"
            workflows[index][path: "status", "phase"] = .string(phase)
            workflows[index][path: "status", "startedAt"] = created
            workflows[index][path: "status", "finishedAt"] = isFinal ? .string(Self.time(number())) : .null
        }

        func index(of name: String, _ namespace: String) -> Int? {
            if name == "@latest" {
                let mine = workflows.indices.filter { workflows[$0].namespace == namespace }
                return mine.max { workflows[$0].created < workflows[$1].created }
            }
            return workflows.firstIndex { $0.name == name && $0.namespace == namespace }
        }

        /// Seconds after the first of January 2026, so that later objects are younger.
        static func time(_ number: Int) -> String {
            "2026-01-01T\(padded(number / 3_600, 2)):\(padded(number / 60 % 60, 2)):\(padded(number % 60, 2))Z"
        }

        private static func suffix(_ number: Int) -> String {
            "x" + padded(number, 4)
        }

        private static func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
    }
}

extension ValueTree {
    var name: String { self[path: "metadata", "name"]?.string ?? "" }
    var namespace: String { self[path: "metadata", "namespace"]?.string ?? "" }
    var created: String { self[path: "metadata", "creationTimestamp"]?.string ?? "" }
    var labels: [String: String] {
        let members = self[path: "metadata", "labels"]?.members ?? [:]
        return Dictionary(members.map { ($0.key, $0.value.string ?? "") }) { $1 }
    }
}
