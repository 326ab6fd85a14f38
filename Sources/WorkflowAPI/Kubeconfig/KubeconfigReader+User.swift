import DocumentKit

extension KubeconfigReader {
    func user(_ value: DocumentValue) throws(KubeConfigurationError) -> KubeUser {
        var user = KubeUser()
        user.token = try text(value, "token").map { Secret($0) }
        user.tokenFile = try text(value, "tokenFile").map { absolute($0) }
        user.username = try text(value, "username")
        user.password = try text(value, "password").map { Secret($0) }
        user.clientCertificate = try material(value, "client-certificate")
        user.clientKey = try material(value, "client-key")
        user.impersonation = KubeImpersonation(
            user: try text(value, "as"), groups: try texts(value, "as-groups"), uid: try text(value, "as-uid"))
        user.impersonation.extra = try extra(value)
        if let exec = value["exec"], !exec.isNull { user.exec = try self.exec(exec) }
        if let provider = value["auth-provider"], !provider.isNull {
            guard provider.kind == .object else { throw error(provider, "'auth-provider': expected an object") }
            user.authProvider = try text(provider, "name") ?? "auth-provider"
        }
        return user
    }

    /// `as-user-extra: {scopes: [view, edit]}`
    private func extra(_ value: DocumentValue) throws(KubeConfigurationError) -> [KubeImpersonation.Extra] {
        guard let extra = value["as-user-extra"], !extra.isNull else { return [] }
        guard extra.kind == .object else { throw error(extra, "'as-user-extra': expected an object") }
        var all: [KubeImpersonation.Extra] = []
        for (key, _) in extra.members { all.append(.init(key: key, values: try texts(extra, key))) }
        return all
    }

    private func exec(_ value: DocumentValue) throws(KubeConfigurationError) -> KubeExec {
        guard value.kind == .object else {
            throw error(value, "'exec': expected an object, found \(value.kind.described)")
        }
        guard let command = try text(value, "command") else { throw error(value, "'exec' has no command") }
        guard let word = try text(value, "apiVersion") else { throw error(value, "'exec' has no apiVersion") }
        guard let version = ExecPlugin.Version(rawValue: word) else {
            let known = ExecPlugin.Version.allCases.map(\.rawValue).joined(separator: " or ")
            throw error(value["apiVersion"] ?? value, "'exec': expected the version \(known), found '\(word)'")
        }
        // A path with a slash in it is relative to the file; a bare name is looked for in PATH.
        let isPath = command.contains("/")
        var exec = KubeExec(version: version, command: isPath ? absolute(command) : command)
        exec.arguments = try texts(value, "args")
        exec.installHint = try text(value, "installHint")
        exec.providesClusterInfo = try flag(value, "provideClusterInfo")
        if let mode = try text(value, "interactiveMode") {
            guard let known = ExecPlugin.InteractiveMode(rawValue: mode) else {
                let modes = ExecPlugin.InteractiveMode.allCases.map(\.rawValue).joined(separator: ", ")
                throw error(value["interactiveMode"] ?? value, "'interactiveMode': expected one of \(modes)")
            }
            exec.interaction = known
        }
        for variable in try list(value, "env") {
            guard let name = try text(variable, "name") else { throw error(variable, "'env': a variable has no name") }
            let text = variable["value"]?.scalarText ?? ""
            exec.environment.append(KubeExec.Variable(name: name, value: Secret(text)))
        }
        return exec
    }

    private func texts(_ value: DocumentValue, _ key: String) throws(KubeConfigurationError) -> [String] {
        var texts: [String] = []
        for element in try list(value, key) {
            guard let text = element.scalarText else { throw error(element, "'\(key)': expected texts") }
            texts.append(text)
        }
        return texts
    }
}
