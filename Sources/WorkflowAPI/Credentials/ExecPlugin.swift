/// A credential plugin and what it may be told of the cluster it is asked for.
package struct ExecPlugin: Sendable, Equatable {
    package var program: KubeExec
    /// nil tells it nothing.
    package var cluster: KubeCluster?

    package init(_ program: KubeExec, cluster: KubeCluster?) {
        self.program = program
        self.cluster = cluster
    }
}
