/// A cluster, a user and a namespace that go together.
package struct KubeContext: Sendable, Equatable {
    package var cluster: String?
    package var user: String?
    package var namespace: String?

    package init(cluster: String? = nil, user: String? = nil, namespace: String? = nil) {
        self.cluster = cluster
        self.user = user
        self.namespace = namespace
    }
}
