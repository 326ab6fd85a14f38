import DocumentKit
import Foundation
import Synchronization
import TestSupport
import WorkflowAPI
import WorkflowModel

@testable import LocalEngine

/// A store of its own in a temporary folder, whose runners are threads; gone when the test is over.
final class LocalFixture: Sendable {
    let root: String
    let launcher: any RunnerLauncher
    let notes = Mutex<[String]>([])
    let environment: [String: String]

    init(launcher: (any RunnerLauncher)? = nil, environment: [String: String] = LocalFixture.environment) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wfctl-\(UUID().uuidString)")
        root = folder.path
        self.environment = environment
        self.launcher =
            launcher
            ?? ThreadLauncher(environment: environment, settings: RunnerSettings(parallelism: 4, grace: .seconds(1)))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? Files.removeTree(root) }

    static let environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? CommandSearch.standardPath]

    var layout: StoreLayout { StoreLayout(root: root) }

    var backend: LocalBackend {
        LocalBackend(
            LocalConfiguration(
                root: root, environment: environment, launcher: launcher,
                note: { [weak self] note in self?.notes.withLock { $0.append(note) } }))
    }

    var workflows: any WorkflowService { backend.workflows }

    func reference(_ name: String, _ namespace: String = "default") -> WorkflowReference {
        WorkflowReference(namespace: namespace, name: name)
    }

    func folder(_ name: String) -> RunFolder { layout.run(name, in: "default") }

    @discardableResult
    func submit(_ manifest: ValueTree, namespace: String = "default") async throws -> Workflow {
        try await workflows.submit(Submission(.manifest(manifest), namespace: namespace))
    }

    /// Submits a workflow and follows it to its end.
    func run(_ manifest: ValueTree) async throws -> Workflow {
        let workflow = try await submit(manifest)
        return try await finish(workflow.name)
    }

    /// Follows a workflow to its end.
    func finish(_ name: String) async throws -> Workflow {
        try await watch(name) { $0.isFinished }
    }

    /// Follows a workflow until it is as wanted.
    func watch(_ name: String, until condition: (Workflow) -> Bool) async throws -> Workflow {
        var last: Workflow?
        try await workflows.watch(reference(name)) { event in
            guard case .changed(let workflow) = event else { return .stop }
            last = workflow
            return condition(workflow) ? .stop : .proceed
        }
        guard let last else { throw BackendError.notFound(name) }
        return last
    }

    func list(_ query: WorkflowQuery = WorkflowQuery(namespace: "default")) async throws -> [Workflow] {
        var found: [Workflow] = []
        try await workflows.list(query) { found.append($0) }
        return found
    }

    func logs(_ name: String, _ change: (inout LogQuery) -> Void = { _ in }) async throws -> [String] {
        var query = LogQuery(workflow: reference(name))
        change(&query)
        var lines: [String] = []
        try await workflows.logs(query) { lines.append(String(decoding: $0.content, as: UTF8.self)) }
        return lines
    }
}

/// A workflow of these templates; the first is the entrypoint.
func workflow(named name: String = "demo", arguments: [String: String] = [:], _ templates: ValueTree...) -> ValueTree {
    var spec: ValueTree = ["entrypoint": templates.first?["name"] ?? "", "templates": .array(templates)]
    if !arguments.isEmpty {
        let parameters = arguments.sorted { $0.key < $1.key }.map {
            ValueTree.object(["name": .string($0.key), "value": .string($0.value)])
        }
        spec["arguments"] = ["parameters": .array(parameters)]
    }
    return [
        "apiVersion": "argoproj.io/v1alpha1", "kind": "Workflow", "metadata": ["name": .string(name)], "spec": spec,
    ]
}

/// A template that runs a line of shell.
func shell(_ name: String, _ line: String, inputs: [String] = [], outputs: [String: String] = [:]) -> ValueTree {
    var template: ValueTree = [
        "name": .string(name), "container": ["command": ["sh", "-c"], "args": [.string(line)]],
    ]
    if !inputs.isEmpty {
        template["inputs"] = ["parameters": .array(inputs.map { ["name": .string($0)] })]
    }
    if !outputs.isEmpty {
        let parameters = outputs.sorted { $0.key < $1.key }.map { name, path -> ValueTree in
            ["name": .string(name), "valueFrom": ["path": .string(path)]]
        }
        template["outputs"] = ["parameters": .array(parameters)]
    }
    return template
}

/// A call of a template with arguments.
func call(
    _ name: String, _ template: String, _ arguments: [String: String] = [:], after dependencies: [String] = []
) -> ValueTree {
    var call: ValueTree = ["name": .string(name), "template": .string(template)]
    if !arguments.isEmpty {
        let parameters = arguments.sorted { $0.key < $1.key }.map { name, value -> ValueTree in
            ["name": .string(name), "value": .string(value)]
        }
        call["arguments"] = ["parameters": .array(parameters)]
    }
    if !dependencies.isEmpty { call["dependencies"] = .array(dependencies.map { .string($0) }) }
    return call
}

func steps(_ name: String, _ groups: [ValueTree]...) -> ValueTree {
    ["name": .string(name), "steps": .array(groups.map { .array($0) })]
}

func dag(_ name: String, failFast: Bool? = nil, _ tasks: ValueTree...) -> ValueTree {
    var dag: ValueTree = ["tasks": .array(tasks)]
    if let failFast { dag["failFast"] = .bool(failFast) }
    return ["name": .string(name), "dag": dag]
}
