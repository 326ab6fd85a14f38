package import DocumentKit

/// Why kubeconfig files lead to no cluster. No line of a file is shown: it may hold a secret.
package enum KubeConfigurationError: Error, Equatable, Sendable {
    case unreadable(path: String, reason: String)
    /// Something in a file, with its place.
    case malformed(path: String, SourcePosition, String)
    /// There is nothing to read: these files are missing or empty.
    case empty(paths: [String])
    case noCurrentContext(known: [String])
    /// A name that nothing has: `cluster`, `user` or `context`, and who asks for it.
    case unknown(_ what: String, String, askedBy: String, known: [String])
    case noCluster(context: String)
    case noServer(cluster: String)
    case notInCluster(String)
    /// Groups, a uid or more of nobody, and who tells them.
    case impersonatesNobody([SettingSource])

    package var message: String {
        switch self {
        case .unreadable(let path, let reason): "cannot read '\(path)': \(reason)"
        case .malformed(let path, let position, let message): "\(path):\(position): \(message)"
        case .empty(let paths):
            paths.isEmpty
                ? "there is no kubeconfig, and this is no pod"
                : "there is nothing in \(paths.map { "'\($0)'" }.joined(separator: ", ")), and this is no pod"
        case .noCurrentContext: "the kubeconfig names no current context"
        case .unknown(let what, let name, let asker, _): "'\(asker)': the kubeconfig has no \(what) '\(name)'"
        case .noCluster(let context): "context '\(context)' of the kubeconfig names no cluster"
        case .noServer(let cluster): "cluster '\(cluster)' of the kubeconfig has no server"
        case .notInCluster(let reason): "the service account of this pod cannot be used: \(reason)"
        case .impersonatesNobody(let tellers):
            tellers.map { "'\($0)'" }.joined(separator: " and ") + (tellers.count == 1 ? " needs" : " need")
                + " a user to act as"
        }
    }

    package var hint: String? {
        switch self {
        case .empty: "name one with --kubeconfig or KUBECONFIG, or the API server with --server"
        case .noCurrentContext(let known): Self.choice("--context", known)
        case .unknown(let what, _, _, let known): Self.choice("--\(what)", known)
        case .impersonatesNobody: "name one with --as"
        default: nil
        }
    }

    private static func choice(_ flag: String, _ known: [String]) -> String? {
        known.isEmpty ? nil : "choose with \(flag): " + known.map { "'\($0)'" }.joined(separator: ", ")
    }
}
