package import ArgumentKit
import TerminalKit
import WorkflowAPI
import WorkflowModel

extension ColorChoice: ArgumentValue {}
extension NodePhase: ArgumentValue {}
extension WorkflowPhase: ArgumentValue {}

extension BackendKind: ArgumentValue {
    package static var completion: Completion { .choices(BackendKind.allCases.map(\.rawValue)) }
}

extension TokenCommand: ArgumentValue {
    package init?(argument: String) {
        guard argument.contains(where: { !$0.isWhitespace }) else { return nil }
        self = .shell(argument)
    }

    package var argument: String { words.joined(separator: " ") }
    package static var expectation: String { "expected a command" }
    /// Its words may hold secrets.
    package static var isSecret: Bool { true }
}

extension Timestamp: ArgumentValue {
    package init?(argument: String) { self.init(rfc3339: argument) }
    package var argument: String { rfc3339 }
    package static var expectation: String { "expected an RFC 3339 time such as 2026-01-02T15:04:05Z" }
}

extension NodeFieldSelector: ArgumentValue {
    package init?(argument: String) {
        guard let selector = try? NodeFieldSelector(argument) else { return nil }
        self = selector
    }

    package var argument: String { text }

    package static var expectation: String {
        "expected key=value or key!=value; the keys are \(NodeField.keys.joined(separator: ", "))"
    }
}
