package import DocumentKit

/// How an API server is reached.
package struct KubeCluster: Sendable, Equatable {
    package var server: String?
    package var certificateAuthority: PEM?
    package var skipsVerification = false
    /// The name that the server's certificate must be for, where that is not the address's.
    package var tlsServerName: String?
    package var proxyURL: String?
    package var disablesCompression = false
    /// What a credential plugin is to know of the cluster, in its own words.
    package var pluginConfiguration: ValueTree?

    package init() {}
}
