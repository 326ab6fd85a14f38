import DocumentKit
import WorkflowModel

/// An order to a run as a change of its object, which is how a cluster without an Argo Server takes one.
struct WorkflowEdit {
    let action: WorkflowAction
    /// nil where nobody knows; labels that name somebody else go then.
    var actor: WorkflowActor?
    let now: Timestamp

    /// The object to write back; nil when it is as it should be already.
    func applied(to workflow: Workflow) throws(BackendError) -> ValueTree? {
        guard var tree = try changed(workflow) else { return nil }
        tree.label(WorkflowActor.labels(actor, action))
        return workflow.nodesAreElsewhere ? try PackedNodes.packed(tree) : tree
    }

    private func changed(_ workflow: Workflow) throws(BackendError) -> ValueTree? {
        switch action {
        case .suspend:
            if workflow.spec?.isSuspended == true { return nil }
            var tree = workflow.document.tree
            tree[path: "spec", "suspend"] = true
            return tree
        case .resume(nil):
            let isSuspended = workflow.spec?.isSuspended == true
            // Nodes that cannot be read do not keep the whole from going on, where it is the whole that was suspended.
            let unpacked = isSuspended ? PackedNodes.unpacked(workflow) : try PackedNodes.unpackedOrRefused(workflow)
            let waiting = unpacked.nodes.filter(\.isActiveSuspend)
            guard isSuspended || !waiting.isEmpty else { return nil }
            var tree = (waiting.isEmpty ? workflow : unpacked).document.tree
            if isSuspended { tree[path: "spec", "suspend"] = nil }
            try end(waiting, as: .succeeded, message: actor?.resumeMessage, in: &tree)
            return tree
        case .resume(let selector?):
            return try changed(workflow, selector, to: .succeeded, message: actor?.resumeMessage)
        case .fail(let selector, let message): return try changed(workflow, selector, to: .failed, message: message)
        case .stop, .terminate: return nil
        }
    }

    private func changed(
        _ workflow: Workflow, _ selector: NodeFieldSelector, to phase: NodePhase, message: String?
    ) throws(BackendError) -> ValueTree? {
        let unpacked = try PackedNodes.unpackedOrRefused(workflow)
        let picked = unpacked.nodes.filter { $0.isActiveSuspend && selector.matches($0) }
        if picked.isEmpty { return nil }
        var tree = unpacked.document.tree
        try end(picked, as: phase, message: message, in: &tree)
        return tree
    }

    private func end(
        _ nodes: [WorkflowNode], as phase: NodePhase, message: String?, in tree: inout ValueTree
    ) throws(BackendError) {
        for node in nodes {
            var changed = node.document.tree
            changed["phase"] = .string(phase.rawValue)
            changed["finishedAt"] = .string(Timestamp(seconds: now.seconds).rfc3339)
            if let message {
                let earlier = phase == .succeeded ? changed["message"]?.string ?? "" : ""
                changed["message"] = .string(earlier.isEmpty ? message : earlier + "; " + message)
            }
            if phase == .succeeded, let outputs = changed[path: "outputs", "parameters"] {
                changed[path: "outputs", "parameters"] = .array(try outputs.elements.map(supplied))
            }
            tree[path: "status", "nodes", node.key] = changed
        }
    }

    /// An output that somebody was to supply takes its default, where it has one.
    private func supplied(_ parameter: ValueTree) throws(BackendError) -> ValueTree {
        guard parameter[path: "valueFrom", "supplied"] != nil, parameter["value"] == nil else { return parameter }
        guard let value = parameter[path: "valueFrom", "default"] else {
            let name = parameter["name"]?.string ?? ""
            throw .invalid("output parameter '\(name)' has not been set and does not have a default value")
        }
        var parameter = parameter
        parameter["value"] = value
        parameter["valueFrom"] = nil
        return parameter
    }
}
