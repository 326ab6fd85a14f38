import ArgumentKit
import TerminalKit
import WorkflowAPI
import WorkflowLint

/// The options every command takes, before or after its name.
///
/// Their variables are read when a backend is chosen, which knows what beats what; the help only names them.
struct GlobalOptions: ArgumentGroup {
    var connection = ConnectionSettings()
    /// `--token-stdin`
    var readsToken = false
    var usesHTTP1: Bool?
    var verbose = false
    var color = ColorChoice.auto
    var noColor = false

    static var arguments: [Argument<Self>] {
        placeOptions
        credentialOptions
        trustOptions
        kubernetesOptions
        requestOptions
        flag(\.verbose, "verbose", "v", help: "Say every request and retry on standard error, credentials masked")
        option(\.color, "color", value: "when", help: "When to use colour")
        flag(\.noColor, "no-color", help: "The same as --color never")
        refused("loglevel", value: "level", reason: "use --verbose to see requests")
        refused("log-format", value: "format", reason: "wfctl writes no log")
        refused("gloglevel", value: "n", reason: "use --verbose to see requests")
        refused("disable-compression", reason: "wfctl never asks for compressed answers")
    }

    /// The backend these options and the environment choose.
    func connect(in context: CommandContext) throws -> Connection {
        if usesHTTP1 == false { throw ArgumentError.conflict("--argo-http1=false: wfctl talks HTTP/1.1 only") }
        var trace: (@Sendable (String) -> Void)?
        if verbose { trace = { context.note($0) } }
        let connected = try context.connect(try choice(in: context), trace)
        if connection.namespace == nil, let problem = Self.problem(withNamespace: connected.namespace) {
            throw Diagnostic(
                message: "the namespace '\(connected.namespace)' cannot be: \(problem)",
                hint: "'wfctl context show' tells where it comes from", status: .usage)
        }
        if connection.namespace != nil { try connected.backend.require(.namespaces, for: "--namespace") }
        return connected
    }

    /// The choice these options, the environment and the contexts make.
    func choice(in context: CommandContext) throws -> BackendChoice {
        try checkNamespace()
        var settings = connection
        if readsToken {
            settings.tokenFromInput = String(decoding: try context.input.readStandardInput(), as: UTF8.self)
        }
        return try context.choose(settings)
    }

    /// Has the options on trust hold for web addresses among files that are read where no server is asked.
    func trust(_ files: [String], in context: CommandContext) throws {
        guard files.contains(where: { $0.hasPrefix("http://") || $0.hasPrefix("https://") }) else { return }
        let contexts = context.contexts
        let options = try WebTrust.options(
            connection, environment: context.environment,
            contexts: { () throws(ConfigurationError) in try contexts.load(note: context.note) },
            readFile: context.input.readFile)
        if options != TLSOptions() { try context.trustOnWeb(options) }
    }

    /// Refuses a namespace that no cluster can have.
    func checkNamespace() throws(ArgumentError) {
        guard let namespace = connection.namespace, let problem = Self.problem(withNamespace: namespace) else { return }
        throw .invalidValue(namespace, for: .option("--namespace"), reason: problem)
    }

    private static func problem(withNamespace name: String) -> String? {
        name.isEmpty ? nil : ObjectName.labelProblem(name)
    }
}
