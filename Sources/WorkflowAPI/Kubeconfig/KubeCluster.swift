/// How an API server is reached.
package struct KubeCluster: Sendable, Equatable {
    package var server: String?
    package var certificateAuthority: PEM?
    package var skipsVerification = false
    /// The name that the server's certificate must be for, where that is not the address's.
    package var tlsServerName: String?
    package var proxyURL: String?

    package init() {}
}
