/// How a server learns who asks, as the settings say it; a value that holds no file and starts nothing.
package struct Credentials: Sendable, Equatable {
    package enum Method: Sendable, Equatable {
        /// A secret that is known already.
        case secret(Secret)
        /// A file that somebody else keeps up to date: it is read again for every request.
        case file(String)
        case command(TokenCommand)
        case plugin(ExecPlugin)
        case oauth(OAuthClient)
    }

    package var method: Method
    package var header: CredentialHeader
    package var source: SettingSource

    package init(_ method: Method, as header: CredentialHeader = .authorization, from source: SettingSource) {
        self.method = method
        self.header = header
        self.source = source
    }

    /// The value of an Authorization header, as it is to be sent.
    package init(authorization: Secret, source: SettingSource) {
        self.init(.secret(authorization), from: source)
    }

    /// A token that is known already, with or without its scheme word.
    init(token text: String, from source: SettingSource) throws(ConfigurationError) {
        do throws(TokenProblem) {
            self.init(.secret(Secret(try CredentialHeader.authorization.value(of: text))), from: source)
        } catch { throw .token(source, error) }
    }

    /// What messages call it: `--token-file`, `the token command of context prod`.
    package var origin: String {
        switch method {
        case .secret, .file: "\(source)"
        case .command:
            // An option or a variable of that name says it already.
            switch source {
            case .flag, .variable: "\(source)"
            default: "the token command of \(source)"
            }
        case .plugin: "the credential plugin of \(source)"
        case .oauth: "the OAuth login of \(source)"
        }
    }
}
