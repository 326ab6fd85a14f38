extension Credentials {
    /// What to do when the server does not accept them.
    var advice: String {
        switch method {
        case .secret(let secret): adviceOnSecret(secret)
        case .file(CredentialResolver.serviceAccountFile):
            "see whether the server takes the tokens of this cluster's service accounts"
        case .file(let path): "see whether '\(path)' is still kept up to date"
        case .command(let command): "run '\(command.name)' to see what it prints; it may want a new login"
        case .plugin(let plugin):
            "run '\(TokenCommand.words([plugin.command]).name)' to see what it prints; it may want a new login"
        case .oauth(let client):
            switch client.grant {
            case .device: "log in again with '\(OAuthToken.loginCommand(chosenContext))'"
            case .clientCredentials: "check the client's id, its secret and what it may ask for"
            }
        }
    }

    /// The context that commands have to name.
    var chosenContext: String? {
        if case .chosenContext(let name) = source { name } else { nil }
    }

    private func adviceOnSecret(_ secret: Secret) -> String {
        let isBasic = secret.value.hasPrefix("Basic ")
        let what =
            switch header {
            case .authorization: isBasic ? "the user's name and password" : "a token that is still good"
            case .named: "a key that is still good"
            }
        return switch source {
        case .context(let name), .chosenContext(let name):
            "store \(what) with 'wfctl context set \(name)' and \(option(isBasic))"
        case .variable(let name): isBasic ? "check \(what)" : "put \(what) into \(name)"
        case .kubeconfig: isBasic ? "check \(what) in the kubeconfig" : "put \(what) into the kubeconfig"
        case .flag, .file, .builtIn: isBasic ? "check \(what)" : "give \(what)"
        }
    }

    private func option(_ isBasic: Bool) -> String {
        switch header {
        case .authorization: isBasic ? "--password-file" : "--token-stdin"
        case .named: "--api-key-file"
        }
    }
}
