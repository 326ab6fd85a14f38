import DocumentKit
import WorkflowModel

/// One entry of `status.nodes`, in argo's form.
enum StatusNode {
    static func tree(_ node: RunNode, of state: RunState) -> ValueTree {
        var tree: ValueTree.Members = [
            "id": .string(node.id), "name": .string(node.name), "displayName": .string(node.displayName),
            "type": .string(node.type.text),
        ]
        if let key = node.template {
            switch key.scope {
            case node.scope: tree.append("templateName", .string(key.name))
            case .workflow: tree.append("templateName", .string(key.name))
            case .namespaced(let object):
                tree.append("templateRef", ["name": .string(object), "template": .string(key.name)])
            case .cluster(let object):
                tree.append(
                    "templateRef",
                    ["name": .string(object), "template": .string(key.name), "clusterScope": true])
            }
        }
        tree.append("templateScope", .string(node.scope.word(workflow: state.workflow)))
        tree.append("phase", .string(node.phase.rawValue))
        if let boundary = node.boundary { tree.append("boundaryID", .string(state.nodes[boundary].id)) }
        if !node.message.isEmpty { tree.append("message", .string(node.message)) }
        tree.append("startedAt", .string(node.startedAt.documentText))
        tree.append(WorkflowNode.startFractionField, .number(Int(node.startedAt.nanoseconds)))
        tree.append("finishedAt", node.finishedAt.map { .string($0.documentText) } ?? .null)
        if node.type == .pod {
            tree.append("progress", .string(node.finishedAt == nil ? "0/1" : "1/1"))
            if node.phase != .pending { tree.append("hostNodeName", .string(HostName.current)) }
        }
        if !node.inputs.isEmpty { tree.append("inputs", ["parameters": parameters(node.inputs)]) }
        if let outputs = outputs(node, isRoot: false) { tree.append("outputs", outputs) }
        let ids: ([Int]) -> ValueTree = { .array($0.map { .string(state.nodes[$0].id) }) }
        if !node.children.isEmpty { tree.append("children", ids(node.children)) }
        if node.finishedAt != nil, node.type == .steps || node.type == .dag {
            tree.append("outboundNodes", ids(node.outbound))
        }
        return .object(tree)
    }

    /// What a node put out; of the root only what counts as the workflow's own.
    static func outputs(_ node: RunNode, isRoot: Bool) -> ValueTree? {
        var tree: ValueTree.Members = [:]
        if !node.outputs.isEmpty { tree.append("parameters", parameters(node.outputs)) }
        if !isRoot, let result = node.result { tree.append("result", .string(result)) }
        if !isRoot, let code = node.exitCode { tree.append("exitCode", .string(String(code))) }
        return tree.isEmpty ? nil : .object(tree)
    }

    private static func parameters(_ values: [RunNode.Value]) -> ValueTree {
        .array(values.map { ["name": .string($0.name), "value": .string($0.value)] })
    }
}
