/// What a node stands for. A word that is none of argo's is kept as it came.
package enum NodeType: Sendable, Hashable {
    case pod, container, steps, stepGroup, dag, taskGroup, retry, skipped, suspend, http, plugin
    case unknown(String)

    /// argo's words, in the order of its documentation.
    private static let known: [(type: NodeType, word: String)] = [
        (.pod, "Pod"), (.container, "Container"), (.steps, "Steps"), (.stepGroup, "StepGroup"), (.dag, "DAG"),
        (.taskGroup, "TaskGroup"), (.retry, "Retry"), (.skipped, "Skipped"), (.suspend, "Suspend"), (.http, "HTTP"),
        (.plugin, "Plugin"),
    ]

    package init(_ word: String) {
        self = Self.known.first { $0.word == word }?.type ?? .unknown(word)
    }

    package var text: String {
        if case .unknown(let word) = self { return word }
        return Self.known.first { $0.type == self }?.word ?? ""
    }

    /// Its children hang under it, whatever template they belong to.
    package var isGroup: Bool { self == .stepGroup || self == .retry }
    /// Part of another node's row, so that it has none of its own in argo's tree.
    package var isHidden: Bool { self == .container || self == .taskGroup }
}
