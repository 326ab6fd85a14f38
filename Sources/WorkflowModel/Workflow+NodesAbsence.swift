extension Workflow {
    /// Why a document that went round no Argo Server shows no nodes, and what to do; nil where that can be mended, or
    /// where they are there.
    ///
    /// Base64 tells by its first letters what is packed in it: `H4s…` is gzip, `KLUv/…` is zstd, all else is brotli.
    package var nodesAbsence: String? {
        guard nodesAreElsewhere, let status else { return nil }
        if !status.text("offloadNodeStatusVersion").isEmpty {
            return "its steps are kept in a database that only an Argo Server reads; ask one with --server"
        }
        let packed = status.text("compressedNodes")
        if packed.hasPrefix("H4s") { return nil }
        return
            "its steps are packed with \(packed.hasPrefix("KLUv/") ? "zstd" : "brotli"), which wfctl does not unpack; "
            + "set WORKFLOW_COMPRESSION_ALGORITHM=gzip for the workflow controller, or ask an Argo Server with --server"
    }
}
