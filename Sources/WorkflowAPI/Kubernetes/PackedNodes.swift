import DocumentKit
import WorkflowModel

/// The nodes of a workflow that is too large to be stored as it is: JSON in gzip in base64.
///
///     "status": {"compressedNodes": "H4sIAAAA…", "phase": "Running"}
///     "status": {"phase": "Running", "nodes": {"demo-1": {…}}}          the same, unpacked
enum PackedNodes {
    /// Far more than fits into the megabyte that a cluster takes of one object.
    private static let limit = 512 << 20

    /// The workflow with its nodes in place; as it is where they are not packed, or not so that they can be read here.
    static func unpacked(_ workflow: Workflow) -> Workflow {
        (try? unpackedOrRefused(workflow)) ?? workflow
    }

    /// The same for whoever cannot do without the nodes.
    static func unpackedOrRefused(_ workflow: Workflow) throws(BackendError) -> Workflow {
        guard workflow.nodesAreElsewhere else { return workflow }
        if let reason = workflow.nodesAbsence { throw .failed("workflow '\(workflow.name)': \(reason)") }
        let nodes: Document
        do {
            let text = workflow.status?["compressedNodes"]?.string ?? ""
            guard let packed = Base64.decoded(text) else { throw GzipError.corrupt }
            nodes = try JSONReader.read(try Gzip.decompressed(packed, limit: limit))
        } catch {
            throw .malformed("status.compressedNodes of workflow '\(workflow.name)' cannot be unpacked: \(error)")
        }
        var tree = workflow.document.tree
        tree[path: "status", "compressedNodes"] = nil
        tree[path: "status", "nodes"] = nodes.root.tree
        return Workflow(tree.document().root)
    }

    /// The object with its nodes packed again, as the controller had packed them so that it fits.
    static func packed(_ tree: ValueTree) throws(BackendError) -> ValueTree {
        guard let nodes = tree[path: "status", "nodes"] else { return tree }
        var text: [UInt8] = []
        do {
            try JSONWriter(style: .compact).write(nodes, to: &text)
        } catch {
            throw .invalid("the nodes of the workflow cannot be written: \(error)")
        }
        var tree = tree
        tree[path: "status", "nodes"] = nil
        tree[path: "status", "compressedNodes"] = .string(Base64.encoded(Gzip.compressed(text)))
        return tree
    }
}
