import DocumentKit
import WorkflowModel

/// A workflow out of its JSON text.
func workflow(_ json: String) throws -> Workflow {
    Workflow(try JSONReader.read(Array(json.utf8)).root)
}

/// A workflow `w` whose status holds these members of `nodes`.
func workflow(nodes: String) throws -> Workflow {
    try workflow(#"{"metadata": {"name": "w"}, "status": {"nodes": {\#(nodes)}}}"#)
}

/// A node out of its JSON text.
func node(_ json: String, key: String = "k") throws -> WorkflowNode {
    WorkflowNode(key: key, try JSONReader.read(Array(json.utf8)).root)
}

/// The text argo would put before the node of a row.
func prefix(_ row: NodeTreeRow) -> String {
    let joints = row.joints.map { joint in
        switch joint {
        case .child, .groupMiddle: "├─"
        case .lastChild, .groupLast: "└─"
        case .groupOnly: "──"
        case .groupFirst: "┬─"
        }
    }
    return " " + row.lines.map { $0 ? "│ " : "  " }.joined() + joints.joined()
}

/// The tree as lines of prefix and name.
func drawing(_ rows: NodeTreeRows) -> [String] {
    rows.map { prefix($0) + $0.node.displayName }
}
