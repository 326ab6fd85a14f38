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
    /// Whether something is there already, and is replaced.
    let isReplacement: Bool

    init(kind: String, command: String, namespace: String?, again: WayBack, isReplacement: Bool = false) {
        self.kind = kind
        self.command = command
        self.namespace = namespace
        self.again = again
        self.isReplacement = isReplacement
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
    func run<Result>(
        _ write: (_ tell: (WriteFate) -> Void) async throws -> Result
    ) async throws -> Result {
        try await Interruption.saying { say in
            try await write { fate in
                switch fate {
                case .undone: say(.init(deed: fact(fate).sanitized(.message)))
                case .open(let name): say(.init(hint: "\(fact(fate)); \(advice(name))".sanitized(.message)))
                }
            }
        }
    }

    /// The same until the time is up: then whoever waits is told what may exist.
    func run<Result: Sendable>(
        until deadline: Deadline,
        _ write: @escaping @Sendable (_ tell: (WriteFate) -> Void) async throws -> Result
    ) async throws -> Result {
        let last = Mutex<WriteFate?>(nil)
        let result = try await deadline.run {
            try await run { tell in
                try await write { fate in
                    last.withLock { $0 = fate }
                    tell(fate)
                }
            }
        }
        if let result { return result }
        guard let fate = last.withLock(\.self) else {
            throw Diagnostic(message: "the time was up before anything was \(deed)", status: .timedOut)
        }
        var diagnostic = Diagnostic(message: "the time is up; \(fact(fate))", status: .timedOut)
        if case .open(let name) = fate { diagnostic.hint = advice(name) + " before you try again" }
        throw diagnostic
    }

    private func fact(_ fate: WriteFate) -> String {
        switch fate {
        case .open(let name): "\(kind) '\(name)' may or may not \(isReplacement ? "have been replaced" : "exist")"
        case .undone(let name): "\(kind) '\(name)' was not \(deed)"
        }
    }

    private var deed: String { isReplacement ? "replaced" : "created" }

    func diagnostic(_ error: BackendError) -> Diagnostic {
        var diagnostic = Diagnostic(backend: error)
        if case .unsettled(let write) = error { diagnostic.hint = advice(write.name) + " before you try again" }
        return diagnostic
    }

    private func advice(_ name: String) -> String { again.advice(command, name, in: namespace) }
}
