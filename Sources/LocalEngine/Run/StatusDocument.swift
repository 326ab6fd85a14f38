import DocumentKit
import WorkflowModel

/// Keeps a workflow document in step with its run. Nodes that did not change are not made again.
struct StatusDocument {
    private var workflow: ValueTree
    private let name: String
    private var nodes: [(id: String, tree: ValueTree)] = []
    private var version: Int
    private var podCount = 0
    private var donePodCount = 0
    private var isDone: [Bool] = []

    init(_ workflow: ValueTree) {
        self.workflow = workflow
        name = workflow["metadata"]?["name"]?.string ?? ""
        version = (workflow["metadata"]?["resourceVersion"]?.string).flatMap { Int($0) } ?? 1
    }

    /// Notes that somebody ordered the end, as argo does where it was asked for.
    mutating func shutDown(_ strategy: String) { workflow["spec"]?["shutdown"] = .string(strategy) }

    /// Notes whether somebody wants nothing new to start.
    mutating func suspend(_ isSuspended: Bool) { workflow["spec"]?["suspend"] = isSuspended ? true : nil }

    /// The document with what `state` has come to.
    mutating func update(_ state: inout RunState, startedAt: Timestamp) -> ValueTree {
        for place in state.takeChanges().sorted() { take(state.nodes[place], at: place, of: state) }
        let root = state.root
        let isFinished = root?.finishedAt != nil
        let phase = isFinished ? root?.phase.rawValue ?? "" : WorkflowPhase.running.rawValue
        let message = [state.stopReason?.message, root?.message].compactMap(\.self).first { !$0.isEmpty } ?? ""
        var status = workflow["status"] ?? .object([:])
        status["phase"] = .string(phase)
        status["startedAt"] = .string(startedAt.documentText)
        status["finishedAt"] = root?.finishedAt.map { .string(max($0, startedAt).documentText) } ?? .null
        status["message"] = isFinished && root?.phase != .succeeded && !message.isEmpty ? .string(message) : nil
        status["progress"] = podCount > 0 ? .string("\(donePodCount)/\(podCount)") : nil
        status["conditions"] = Self.conditions(isFinished: isFinished, isRunning: podCount > donePodCount)
        status["outputs"] = root.flatMap { StatusNode.outputs($0, isRoot: true) }
        status["nodes"] = .object(.init(nodes.lazy.map { (key: $0.id, value: $0.tree) }))
        workflow["status"] = status
        Self.label(&workflow, phase: phase, isFinished: isFinished)
        version += 1
        workflow["metadata"]?["resourceVersion"] = .string(String(version))
        return workflow
    }

    private mutating func take(_ node: RunNode, at place: Int, of state: RunState) {
        if place >= nodes.count {
            nodes += Array(repeating: (id: "", tree: .null), count: place + 1 - nodes.count)
            isDone += Array(repeating: false, count: place + 1 - isDone.count)
        }
        if node.type == .pod {
            if nodes[place].id.isEmpty { podCount += 1 }
            if node.finishedAt != nil && !isDone[place] {
                isDone[place] = true
                donePodCount += 1
            }
        }
        nodes[place] = (node.id, StatusNode.tree(node, of: state))
    }

    static func conditions(isFinished: Bool, isRunning: Bool) -> ValueTree {
        let running: ValueTree = ["type": "PodRunning", "status": .string(isRunning && !isFinished ? "True" : "False")]
        return isFinished ? [running, ["type": "Completed", "status": "True"]] : [running]
    }

    /// The labels that selectors and other clients go by.
    static func label(_ workflow: inout ValueTree, phase: String, isFinished: Bool) {
        var labels = workflow["metadata"]?["labels"] ?? .object([:])
        labels["workflows.argoproj.io/completed"] = .string(isFinished ? "true" : "false")
        labels["workflows.argoproj.io/phase"] = .string(phase)
        workflow["metadata"]?["labels"] = labels
    }
}
