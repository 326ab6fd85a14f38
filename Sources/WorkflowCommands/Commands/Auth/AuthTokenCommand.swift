import ArgumentKit
import Foundation
import TerminalKit
import WorkflowAPI

/// `wfctl auth token`: the value of the header that tells a server who asks.
struct AuthTokenCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var usesKubeconfig = false

    init() {}

    static let info = CommandInfo(
        name: "token", abstract: "Print the value of the header that authenticates",
        examples: [.init("For curl -H \"Authorization: …\"", "wfctl auth token --context prod")])

    static var arguments: [Argument<Self>] {
        flag(
            \.usesKubeconfig, "legacy-kubeconfig",
            help: "Print the kubeconfig in base64, as Argo Servers of version 2 took it")
        group(\.globals, "Connection")
    }

    func perform(in context: CommandContext) async throws {
        if usesKubeconfig { return try context.terminal.out.write(try kubeconfig(in: context) + "\n") }
        let choice = try globals.choice(in: context)
        guard let server = choice.target.server else {
            throw ArgumentError.conflict("the local backend needs no credentials")
        }
        guard let credentials = server.credentials else {
            if server.showsCertificate {
                throw Diagnostic(
                    message: "'\(choice.source)': a client certificate authenticates, there is no header",
                    status: .denied)
            }
            throw Diagnostic(
                message: "no credentials are configured for \(server.address)",
                hint: "give them with --token-file, WFCTL_TOKEN or a context", status: .denied)
        }
        guard let header = try await credentials.source(in: try context.world(server)).header() else {
            throw Diagnostic(
                message: "\(credentials.origin): a client certificate authenticates, there is no header",
                status: .denied)
        }
        try context.terminal.out.write(header.value.sanitized() + "\n")
    }

    /// The one kubeconfig file there is, whole.
    private func kubeconfig(in context: CommandContext) throws -> String {
        let files = KubeconfigFiles(flag: globals.connection.kubeconfig, environment: context.environment)
        let paths =
            files.isRequired ? files.paths : try files.paths.filter { try context.contexts.readIfThere($0) != nil }
        guard let path = paths.first else { throw ConfigurationError.kubeconfig(.empty(paths: files.paths)) }
        guard paths.count == 1 else {
            throw ArgumentError.conflict(
                "KUBECONFIG names \(paths.count) files, and the header holds one file as it is: choose one with --kubeconfig, "
                    + "or make one of them with 'kubectl config view --flatten'")
        }
        return Data(try context.input.readFile(path)).base64EncodedString()
    }
}
