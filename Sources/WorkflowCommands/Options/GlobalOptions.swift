import ArgumentKit
import TerminalKit
import WorkflowAPI

/// The options every command takes, before or after its name.
///
/// Their variables are read when a backend is chosen, which knows what beats what; the help only names them.
struct GlobalOptions: ArgumentGroup {
    var connection = ConnectionSettings()
    var usesHTTP1: Bool?
    var verbose = false
    var color = ColorChoice.auto
    var noColor = false

    static var arguments: [Argument<Self>] {
        option(
            \.connection.server, "server", "s", value: "address",
            help: "Argo Server, as host:port or URL (ARGO_SERVER)"
        ).aliases("argo-server")
        option(
            \.connection.namespace, "namespace", "n", value: "name", completion: .dynamic("namespaces"),
            help: "Namespace to work in (ARGO_NAMESPACE)")
        flag(\.connection.isLocal, "local", help: "Work on this machine, without a server")
        option(
            \.connection.backend, "backend", value: "kind", help: "Kind of place where workflows live (WFCTL_BACKEND)")
        option(
            \.connection.tokenFile, "token-file", value: "file", completion: .file(), help: "File that holds the token")
        option(
            \.connection.token, "token", value: "token",
            help: "The token itself (ARGO_TOKEN); other users of the machine can see it here")
        option(
            \.connection.baseHref, "argo-base-href", value: "path", help: "Path before /api/v1 (ARGO_BASE_HREF)")
        flag(\.connection.secure, "secure", "e", help: "Talk TLS unless the address says otherwise (ARGO_SECURE)")
        flag(
            \.connection.skipsVerification, "insecure-skip-verify", "k",
            help: "Accept any certificate (ARGO_INSECURE_SKIP_VERIFY)")
        option(
            \.connection.certificateAuthority, "certificate-authority", value: "file",
            completion: .file(extensions: ["pem", "crt"]),
            help: "Certificates to trust instead of the system's (ARGO_CERTIFICATE_AUTHORITY)")
        option(
            \.connection.headers, "header", "H", value: "name: value", help: "Header to send along")
        option(
            \.connection.requestTimeout, "request-timeout", value: "duration",
            help: "How long an answer may take, retries included, 30s if not given; 0 waits for ever")
        option(
            \.connection.retries, "retries", value: "n",
            help: "Further tries of a request that may yet succeed, 5 if not given"
        ).within(0...100)
        flag(\.connection.refusesRetries, "no-retry", help: "Try every request once")
        option(\.connection.instanceID, "instanceid", value: "id", help: "Refused, as argo refuses it with a server")
            .hidden()
        flag(\.usesHTTP1, "argo-http1", help: "The only way wfctl talks; accepted for argo's sake").hidden()
        flag(\.verbose, "verbose", "v", help: "Say every request and retry on standard error, credentials masked")
        option(\.color, "color", value: "when", help: "When to use colour")
        flag(\.noColor, "no-color", help: "The same as --color never")
        kubernetesOptions
        refused("loglevel", value: "level", reason: "use --verbose to see requests")
        refused("log-format", value: "format", reason: "wfctl writes no log")
        refused("gloglevel", value: "n", reason: "use --verbose to see requests")
        refused("proxy-url", value: "url", reason: "set http_proxy or https_proxy")
        refused("disable-compression", reason: "wfctl never asks for compressed answers")
    }

    /// What argo passes to the Kubernetes API, which wfctl does not talk to.
    private static var kubernetesOptions: [Argument<Self>] {
        let reason = "it concerns the Kubernetes API, and wfctl talks to Argo Servers"
        let names = [
            "kubeconfig", "context", "cluster", "user", "username", "password", "as", "as-group", "as-uid",
            "tls-server-name", "client-certificate", "client-key",
        ]
        return names.map { refused($0, value: "value", reason: reason) }
            + [refused("insecure-skip-tls-verify", reason: "use --insecure-skip-verify")]
    }

    /// Those of these options that another command needs to find the same thing, with a blank before each.
    var again: String {
        var words = ""
        // An address can hold a password.
        if let server = connection.server, !server.contains("@") { words += " -s \(server)" }
        if connection.isLocal { words += " --local" }
        if let namespace = connection.namespace { words += " -n \(namespace)" }
        return words
    }

    /// The backend these options and the environment choose.
    func connect(in context: CommandContext) throws -> Connection {
        if usesHTTP1 == false { throw ArgumentError.conflict("--argo-http1=false: wfctl talks HTTP/1.1 only") }
        var trace: (@Sendable (String) -> Void)?
        if verbose { trace = { context.note($0) } }
        let connected = try context.connect(connection, trace)
        if connection.namespace != nil { try connected.backend.require(.namespaces, for: "--namespace") }
        return connected
    }
}
