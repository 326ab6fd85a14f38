/// How an API server is reached.
package struct KubeCluster: Sendable, Equatable {
    package var server: String?
    package var certificateAuthority: KubeMaterial?
    package var skipsVerification = false
    /// The name that the server's certificate must be for, where that is not the address's.
    package var tlsServerName: String?
    package var proxyURL: String?

    package init() {}
}

/// A certificate or a key: the path of a PEM file, or its bytes.
package enum KubeMaterial: Sendable, Equatable {
    case file(String)
    case bytes([UInt8])
}

extension KubeMaterial: CustomReflectable {
    /// A key may be in here.
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
