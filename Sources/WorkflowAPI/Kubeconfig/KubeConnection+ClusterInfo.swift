import DocumentKit

extension KubeConnection {
    /// The cluster as a credential plugin is told of it: `spec.cluster` of an ExecCredential.
    ///
    /// ```
    /// {"server":"https://10.0.0.1:6443","certificate-authority-data":"LS0t…","tls-server-name":"kube",
    ///  "disable-compression":true,"config":{"audience":"lab"}}
    /// ```
    /// - Parameter authority: the certificates to trust, wherever they stand.
    func clusterInfo(authority: [UInt8]?) -> String {
        var info: ValueTree = ["server": .string(server)]
        if let name = cluster.tlsServerName { info["tls-server-name"] = .string(name) }
        if cluster.skipsVerification { info["insecure-skip-tls-verify"] = true }
        if let proxy = cluster.proxyURL { info["proxy-url"] = .string(proxy) }
        if let authority { info["certificate-authority-data"] = .string(Base64.encoded(authority)) }
        if cluster.disablesCompression { info["disable-compression"] = true }
        if let configuration = cluster.pluginConfiguration { info["config"] = configuration }
        return JSONWriter.text(info, style: .compact)
    }
}
