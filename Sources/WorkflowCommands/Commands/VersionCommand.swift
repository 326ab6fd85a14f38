import ArgumentKit
import DocumentKit
import TerminalKit
import WorkflowAPI

/// `wfctl version`: of this program, and on request of the server.
struct VersionCommand: WorkflowCommand {
    static let version = "0.1.0"
    /// Of the release, for the manual page.
    static let date = "November 21, 2026"

    var globals = GlobalOptions()
    var short = false
    var withServer = false

    init() {}

    static let info = CommandInfo(
        name: "version",
        abstract: "Print the version",
        examples: [.init("Also ask the server for its version", "wfctl version --with-server")])

    static var arguments: [Argument<Self>] {
        flag(\.short, "short", help: "Print the number alone")
        flag(\.withServer, "with-server", help: "Ask the server for its version too")
        group(\.globals, "Connection")
    }

    func perform(in context: CommandContext) async throws {
        try context.terminal.out.write(
            short ? "wfctl: v\(Self.version)\n" : "wfctl: v\(Self.version)\n  Platform: \(Self.platform)\n")
        guard withServer else { return }
        let backend: any Backend
        do {
            backend = try globals.connect(in: context).backend
        } catch let error as ConfigurationError where error.isAboutNoServer {
            return context.note(error.message + (error.hint.map { "; \($0)" } ?? ""))
        }
        guard let server = try await backend.serverVersion() else {
            return context.note("the \(backend.kind.rawValue) backend has no server that tells its version")
        }
        let name = "\(backend.kind.rawValue)-server"
        let version = (server["version"] ?? server["gitVersion"])?.scalarText ?? "unknown"
        try context.terminal.out.write("\(name): \(version)".sanitized() + "\n")
        if short { return }
        for key in ["buildDate", "gitCommit", "gitTreeState", "gitTag", "goVersion", "compiler", "platform"] {
            guard let value = server[key]?.scalarText, !value.isEmpty else { continue }
            let label = key.prefix(1).uppercased() + key.dropFirst()
            try context.terminal.out.write("  \(label): \(value)".sanitized() + "\n")
        }
    }

    private static var platform: String {
        #if os(Linux)
            let system = "linux"
        #elseif os(macOS)
            let system = "darwin"
        #else
            let system = "unknown"
        #endif
        #if arch(x86_64)
            return system + "/amd64"
        #elseif arch(arm64)
            return system + "/arm64"
        #else
            return system
        #endif
    }
}

extension ConfigurationError {
    /// There is nobody to ask, which is no fault of a question that is about this program first.
    fileprivate var isAboutNoServer: Bool {
        switch self {
        case .nothingConfigured, .noServer, .kubeconfig(.empty): true
        default: false
        }
    }
}
