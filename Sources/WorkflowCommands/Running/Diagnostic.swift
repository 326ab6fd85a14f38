import ArgumentKit
import WorkflowAPI
import DocumentKit
import TerminalKit

/// What the user sees of an error: `wfctl: <message>`, perhaps a `hint: <what to do>`, and the exit status.
struct Diagnostic: Equatable, Sendable {
    var message: String
    var hint: String?
    var status: ExitStatus

    init(message: String, hint: String? = nil, status: ExitStatus = .failure) {
        self.message = message
        self.hint = hint
        self.status = status
    }

    /// The one place where errors become text.
    init(_ error: any Error) {
        switch error {
        case let error as Diagnostic: self = error
        case let error as UsageError:
            self.init(message: "\(error)", hint: "\(error.advice); usage: \(error.usage)", status: .usage)
        case let error as BackendError:
            self.init(backend: error)
            message = Self.contained(message)
        case let error as ConfigurationError: self.init(message: error.message, hint: error.hint, status: .usage)
        case let error as ManifestError: self.init(message: "\(error)", hint: error.hint, status: .usage)
        case let error as InputError:
            self.init(
                message: "cannot read '\(Input.label(error.name))': \(error)",
                status: error.isUnreachable ? .unreachable : .usage)
        case let error as OutputError: self.init(message: Self.text(error))
        case let status as ExitStatus: self.init(message: status.meaning, status: status)
        case is CancellationError: self.init(message: "interrupted", status: .interrupted)
        default: self.init(message: "unexpected error: \(error)")
        }
    }

    /// A server's words, which cannot pass for lines of ours: further lines are indented, and there is an end to them.
    private static func contained(_ message: String) -> String {
        let lines = message.prefix(longestMessage).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.joined(separator: "\n  ") + (message.count > longestMessage ? "…" : "")
    }

    private static let longestMessage = 4_000

    private static func text(_ error: OutputError) -> String {
        switch error {
        case .closed: "the output was closed"
        case .failed(_, let message): "cannot write the output: \(message)"
        }
    }

    /// The text for stderr; what came from servers cannot drive the terminal.
    var text: String {
        var text = "wfctl: " + message.sanitized(.message) + "\n"
        if let hint { text += "hint: " + hint.sanitized(.message) + "\n" }
        return text
    }
}

extension Diagnostic: Error {}
