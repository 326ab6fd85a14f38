import Synchronization
import TerminalKit
import WorkflowAPI

/// Something that is about to be stored, and how to find out afterwards whether it was.
struct PendingWrite: Sendable {
    /// What messages call it: `workflow`.
    let kind: String
    /// What shows one by its name: `get`.
    let command: String
    /// nil for kinds without one.
    let namespace: String?
    /// How to come to the same place.
    let again: WayBack

    init(kind: String, command: String, namespace: String?, again: WayBack) {
        self.kind = kind
        self.command = command
        self.namespace = namespace
        self.again = again
    }

    /// A submission. Where the server chooses the name, its list tells what became of it.
    init(of submission: Submission, on backend: any Backend, again: WayBack) {
        if backend.has(.definitions) {
            self.init(kind: "an execution of workflow", command: "list --workflow", namespace: nil, again: again)
        } else {
            self.init(kind: "workflow", command: "get", namespace: submission.namespace, again: again)
        }
    }

    /// Carries out a write; whoever interrupts it meanwhile is told what may exist.
    func run<Result>(_ write: (_ willWrite: (String) -> Void) async throws -> Result) async throws -> Result {
        try await Interruption.saying { say in
            try await write { name in
                let fact = "\(kind) '\(name)' may or may not exist".sanitized(.message)
                say(.init(hint: "\(fact); \(advice(name).sanitized(.message))"))
            }
        }
    }

    /// The same until the time is up: then whoever waits is told what may exist.
    func run<Result: Sendable>(
        until deadline: Deadline,
        _ write: @escaping @Sendable (_ willWrite: (String) -> Void) async throws -> Result
    ) async throws -> Result {
        let begun = Mutex<String?>(nil)
        let result = try await deadline.run {
            try await run { willWrite in
                try await write { name in
                    begun.withLock { $0 = name }
                    willWrite(name)
                }
            }
        }
        if let result { return result }
        guard let name = begun.withLock(\.self) else {
            throw Diagnostic(
                message: "the time is up before the server answered, and nobody can tell what came of the submission",
                status: .timedOut)
        }
        throw Diagnostic(
            message: "the time is up; \(kind) '\(name)' may or may not exist",
            hint: advice(name) + " before you try again", status: .timedOut)
    }

    func diagnostic(_ error: BackendError) -> Diagnostic {
        var diagnostic = Diagnostic(backend: error)
        if case .unsettled(let write) = error { diagnostic.hint = advice(write.name) + " before you try again" }
        return diagnostic
    }

    private func advice(_ name: String) -> String { again.advice(command, name, in: namespace) }
}
