import DocumentKit
import WorkflowAPI
import WorkflowModel

/// A workflow that a contract test wants in a certain state.
struct Job: Sendable, Hashable {
    var name: String
    var namespace = "one"
    /// Labels of the workflow, by name.
    var labels: [String: String] = [:]
    /// Where it is brought: `.succeeded`, `.failed` or `.running`.
    var phase = WorkflowPhase.succeeded
    /// What it prints, before it ends or before it is held.
    var lines: [String] = []

    init(
        _ name: String, namespace: String = "one", labels: [String: String] = [:],
        phase: WorkflowPhase = .succeeded, lines: [String] = []
    ) {
        self.name = name
        self.namespace = namespace
        self.labels = labels
        self.phase = phase
        self.lines = lines
    }

    var reference: WorkflowReference { WorkflowReference(namespace: namespace, name: name) }

    /// A manifest with this name and these labels that runs a line of shell.
    func manifest(script: String = "true") -> ValueTree {
        let pairs = labels.sorted { $0.key < $1.key }.map { (key: $0.key, value: ValueTree.string($0.value)) }
        return [
            "apiVersion": "argoproj.io/v1alpha1", "kind": "Workflow",
            "metadata": ["name": .string(name), "labels": .object(.init(pairs))],
            "spec": [
                "entrypoint": "main",
                "templates": [
                    [
                        "name": "main",
                        "container": ["image": "busybox", "command": ["sh", "-c"], "args": [.string(script)]],
                    ]
                ],
            ],
        ]
    }

    func submission(script: String = "true", dryRun: Submission.DryRun = .none) -> Submission {
        Submission(.manifest(manifest(script: script)), namespace: namespace, dryRun: dryRun)
    }
}
