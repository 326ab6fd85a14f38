/// What kubeconfig files say together: clusters, users, and contexts that join one of each.
///
/// Of one name the first file that has it wins, whole; so does the first file that names a current context.
package struct KubeConfiguration: Sendable, Equatable {
    package var clusters: [KubeEntry<KubeCluster>] = []
    package var users: [KubeEntry<KubeUser>] = []
    package var contexts: [KubeEntry<KubeContext>] = []
    package var currentContext: String?

    package init() {}

    /// Adds what a further file says of names that are not known yet.
    package mutating func add(_ other: KubeConfiguration) {
        clusters.add(other.clusters)
        users.add(other.users)
        contexts.add(other.contexts)
        currentContext = currentContext ?? other.currentContext
    }

    /// Whether no file said anything.
    package var isEmpty: Bool { clusters.isEmpty && users.isEmpty && contexts.isEmpty && currentContext == nil }
}

/// One named thing and the file it stands in.
package struct KubeEntry<Value: Sendable & Equatable>: Sendable, Equatable {
    package var name: String
    /// What it says, or what is wrong with it: nobody has to mend what nobody asks for.
    package var reading: Result<Value, KubeConfigurationError>
    package var file: String

    package var value: Value { get throws(KubeConfigurationError) { try reading.get() } }
}

extension Array {
    /// The entry of that name.
    package func entry<Value>(_ name: String) -> KubeEntry<Value>? where Element == KubeEntry<Value> {
        first { $0.name == name }
    }

    fileprivate mutating func add<Value>(_ others: [KubeEntry<Value>]) where Element == KubeEntry<Value> {
        for other in others where entry(other.name) == nil { append(other) }
    }
}
