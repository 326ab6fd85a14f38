/// Which kubeconfig files there are, and what they say together.
package struct KubeconfigFiles: Sendable, Equatable {
    /// In the order of their rank.
    package var paths: [String]
    /// A file that somebody named must be there.
    package var isRequired: Bool

    /// `--kubeconfig`, else the list in `KUBECONFIG`, else `~/.kube/config`.
    package init(flag: String?, environment: [String: String]) {
        if let flag {
            (paths, isRequired) = ([flag], true)
        } else if let list = environment["KUBECONFIG"], !list.isEmpty {
            var seen: Set<Substring> = []
            paths = list.split(separator: ":").filter { seen.insert($0).inserted }.map(String.init)
            isRequired = false
        } else {
            paths = environment["HOME"].map { ["\($0)/.kube/config"] } ?? []
            isRequired = false
        }
    }

    /// - Parameter readFile: answers nil for a file that is not there.
    package func load(
        _ readFile: (String) throws -> [UInt8]?
    ) throws(KubeConfigurationError) -> KubeConfiguration {
        var configuration = KubeConfiguration()
        for path in paths {
            let bytes: [UInt8]?
            do {
                bytes = try readFile(path)
            } catch {
                throw .unreadable(path: path, reason: "\(error)")
            }
            if let bytes {
                configuration.add(try KubeconfigReader(path: path).read(bytes))
            } else if isRequired {
                throw .unreadable(path: path, reason: "No such file or directory")
            }
        }
        return configuration
    }
}
