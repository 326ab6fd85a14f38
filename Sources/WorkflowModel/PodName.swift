/// How argo makes ids and pod names out of node names.
///
///     workflow  many-items-z26lj
///     node      many-items-z26lj[0].sleep(9:nine)
///     node id   many-items-z26lj-2619926859                 workflow, then fnv1a32(node)
///     pod       many-items-z26lj-sleep-2619926859           workflow, template, then the same
package enum PodName {
    /// Where a longer prefix is cut, so that the whole stays a valid object name of 253 bytes.
    private static let prefixLimit = 242

    /// The key of a node in `status.nodes`; the root's is the workflow's own name.
    package static func nodeID(workflow: String, name: String) -> String {
        name == workflow ? workflow : "\(workflow)-\(fnv1a32(name))"
    }

    /// The pod of a node, by the naming called v2. A template written inline has no name and gives no part.
    package static func podName(workflow: String, node: String, template: String) -> String {
        if node == workflow { return workflow }
        var name = isInline(node) ? workflow : workflow + "-" + template
        if name.utf8.count > prefixLimit { name = cut(name) }
        name += "-"
        name += String(fnv1a32(node))
        return name
    }

    /// The key of the node behind a pod: both names end in the same number, whichever way pods are named.
    package static func nodeID(ofPod pod: String, workflow: String) -> String {
        guard pod != workflow, let dash = pod.lastIndex(of: "-") else { return pod }
        return workflow + pod[dash...]
    }

    /// The 32-bit FNV-1a hash of the UTF-8 bytes.
    package static func fnv1a32(_ text: String) -> UInt32 {
        text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }

    private static let inlineMark = Array(".inline".utf8)

    /// Whether the name has `.inline` in it, as nodes of templates without a name do.
    private static func isInline(_ node: String) -> Bool {
        var matched = 0
        for byte in node.utf8 {
            // The mark's only dot is its first byte, so what does not go on with it can only begin it anew.
            matched = byte == inlineMark[matched] ? matched + 1 : byte == inlineMark[0] ? 1 : 0
            if matched == inlineMark.count { return true }
        }
        return false
    }

    /// As many characters as fit.
    private static func cut(_ prefix: String) -> String {
        var length = 0
        return String(
            prefix.prefix { character in
                length += character.utf8.count
                return length <= prefixLimit
            })
    }
}
