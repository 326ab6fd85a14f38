extension ConfigurationError {
    /// What is wrong, in one line.
    package var message: String {
        switch self {
        case .nothingConfigured: "no server is configured"
        case .noServer(let kind, let source):
            "'\(source)' asks for the \(kind.rawValue) backend, but no server is given"
        case .contradiction(let one, let other): "'\(one)' and '\(other)' contradict each other"
        case .selfContradiction(let source, let one, let other):
            "'\(source)': '\(one)' and '\(other)' contradict each other"
        case .kubeconfig(let error): error.message
        case .unsafeLogin(let source):
            "'\(source)': an OAuth server at the address of a server that is reached with --insecure-skip-verify, "
                + "--tls-server-name or unix:// cannot be told from anybody"
        case .incomplete(let source, let missing): "'\(source)' needs \(missing)"
        case .pointless(let source, let other): "'\(source)' has no effect without \(other)"
        case .unknownContext(let name, .context, _): "the current context '\(name)' is not there"
        case .unknownContext(let name, let source, _): "'\(source)': there is no context '\(name)'"
        case .contexts(let path, let reason): "\(path)\(reason)"
        case .invalid(let source, let value, let expected): "'\(source)': expected \(expected), found '\(value)'"
        case .server(let source, let problem): "'\(source)': \(problem.message)"
        case .token(let source, let problem): "'\(source)': \(problem.message)"
        case .header(let problem): "'--header': \(problem.message)"
        case .unreadable(let source, let path, let reason): "'\(source)': cannot read '\(path)': \(reason)"
        case .useless(let source, let path, let expected): "'\(source)': '\(path)' does not hold \(expected)"
        case .builtInPlugin(let source, let name):
            "'\(source)': the user is known by the built-in plugin '\(name)', which clients have no more"
        case .instanceID(let source, let kind):
            "'\(source)': an instance id cannot be used with \(kind == .argo ? "an Argo Server" : "the \(kind.rawValue) backend")"
        }
    }

    /// What to do about it; nil where the message says it all.
    package var hint: String? {
        switch self {
        case .noServer(_, .context(let name)), .noServer(_, .chosenContext(let name)):
            "a context has a server of its own, whatever variables say: 'wfctl context set \(name) --server ADDRESS'"
        case .nothingConfigured, .noServer:
            "use --server or ARGO_SERVER, choose a context with --context, or --local to work on this machine"
        case .unknownContext(_, .context, let known) where !known.isEmpty:
            "choose another with 'wfctl context use'; the contexts are \(known.joined(separator: ", "))"
        case .unknownContext(_, _, let known):
            known.isEmpty
                ? "there are none yet; make one with 'wfctl context set NAME --server ADDRESS'"
                : "the contexts are \(known.joined(separator: ", "))"
        case .kubeconfig(let error): error.hint
        case .unsafeLogin: "name the authority with --certificate-authority, or use another kind of credentials"
        case .builtInPlugin: "let the user's 'exec' name a credential plugin, or give a token with --token-file"
        case .instanceID(_, .argo): "the server adds its own instance id"
        case .instanceID(_, .kubernetes):
            "use the label workflows.argoproj.io/controller-instanceid with --labels and --selector"
        case .server(_, .userInfo): "use --token 'Basic …', --token-file or ARGO_TOKEN"
        case .server(_, .bareIPv6): "write [::1]:2746"
        case .token(_, .unprintable): "a token is one line of printable ASCII"
        case .header(.noColon): "write -H 'Name: value'"
        default: nil
        }
    }
}

extension ServerAddressProblem {
    var message: String {
        switch self {
        case .empty: "the address is empty"
        case .scheme(let scheme): "expected http or https, found '\(scheme)'"
        case .userInfo: "an address must not hold a user name or a password"
        case .host: "expected host:port or a URL"
        case .socket: "expected unix:///path of a socket"
        case .zone: "an IPv6 address with a zone (%) cannot be used; name the host in /etc/hosts or in DNS"
        case .bareIPv6: "an IPv6 address needs brackets"
        case .port(let port): "expected a port from 1 to 65535, found '\(port)'"
        case .queryOrFragment: "an address must not hold '?' or '#'"
        case .path: "a base path must not hold '.' or '..'"
        }
    }
}

extension TokenProblem {
    var message: String {
        switch self {
        case .empty: "the token is empty"
        case .schemeOnly(let scheme): "there is no token after '\(scheme)'"
        case .unprintable: "the token holds a line break or another character that no header may hold"
        }
    }
}

extension HeaderProblem {
    var message: String {
        switch self {
        case .noColon: "expected 'Name: value', found no colon"
        case .badName(let name): "'\(name)' is not a header name"
        case .badValue(let name): "the value of '\(name)' holds a control character"
        case .reserved(let name): "'\(name)' is set by wfctl itself"
        }
    }
}
