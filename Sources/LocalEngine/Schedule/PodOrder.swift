/// A process to be started, with every variable filled in.
struct PodOrder: Sendable, Equatable {
    struct Output: Sendable, Equatable {
        var name: String
        var path: String
        var fallback: String?
    }

    /// Place of its node.
    var node: Int
    var podName: String
    /// The command's name and its arguments; a script's file is added by whoever writes it.
    var command: [String]
    var arguments: [String]
    /// What the template adds to the environment, later ones first in rank.
    var environment: [RunNode.Value]
    var folder: String?
    var script: String?
    /// Seconds.
    var deadline: Int?
    var outputs: [Output]
    /// Somebody reads what it prints.
    var keepsResult: Bool
}
