import DocumentKit
package import WorkflowModel

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
        do {
            let nodes = try nodes(of: workflow)
            var tree = workflow.document.tree
            tree[path: "status", "compressedNodes"] = nil
            tree[path: "status", "nodes"] = nodes.root.tree
            return Workflow(tree.document().root)
        } catch {
            throw .failed("workflow '\(workflow.name)': \(error.reason)")
        }
    }

    /// Why nodes that are elsewhere are not to be had.
    fileprivate struct Absence: Error {
        /// A statement, with what to do where something can be done.
        let reason: String

        static func damaged(_ what: String) -> Absence { Absence(reason: "the packed steps are damaged: \(what)") }

        static func packed(with method: String) -> Absence {
            Absence(
                reason: "its steps are packed with \(method); set WORKFLOW_COMPRESSION_ALGORITHM=gzip for the workflow "
                    + "controller, or ask an Argo Server with --server")
        }
    }

    fileprivate static func nodes(of workflow: Workflow) throws(Absence) -> Document {
        guard workflow.status?["offloadNodeStatusVersion"]?.string ?? "" == "" else {
            throw Absence(
                reason: "its steps are kept in a database that only an Argo Server reads; ask one with --server")
        }
        guard let packed = Base64.decoded(workflow.status?["compressedNodes"]?.string ?? "") else {
            throw .damaged("they are no base64, or only a part of it")
        }
        if packed.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { throw .packed(with: "zstd, which wfctl does not unpack") }
        // Brotli has no mark of its own: to a controller it is all that has none.
        guard Gzip.isGzip(packed) else { throw .packed(with: "brotli, which wfctl does not unpack, or damaged") }
        let json: [UInt8]
        do throws(GzipError) {
            json = try Gzip.decompressed(packed, limit: limit)
        } catch {
            throw .damaged(error.text)
        }
        guard let nodes = try? JSONReader.read(json), nodes.root.kind == .object else {
            throw .damaged("they are not the JSON object they should be")
        }
        return nodes
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

extension Workflow {
    /// Why a document that went round no Argo Server shows no nodes, and what to do; nil where they are there, or where
    /// they can be unpacked.
    package var nodesAbsence: String? {
        guard nodesAreElsewhere else { return nil }
        do {
            _ = try PackedNodes.nodes(of: self)
            return nil
        } catch { return error.reason }
    }
}
