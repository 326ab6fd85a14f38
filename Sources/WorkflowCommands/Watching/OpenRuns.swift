import Synchronization
import WorkflowAPI
import WorkflowModel

/// The runs that are followed: what each is really called, and which are not over.
final class OpenRuns: Sendable {
    private struct Run {
        var reference: WorkflowReference
        var isOpen = true
        var knowledge = RunKnowledge.goesOn
    }

    private let runs: Mutex<[Run]>
    /// What was asked for and not answered yet.
    private let expected = Mutex<WorkflowReference?>(nil)

    /// - Parameter areKnown: they exist for certain, and are not over as far as anybody knows.
    init(_ references: [WorkflowReference] = [], areKnown: Bool = true) {
        runs = Mutex(references.map { Run(reference: $0, knowledge: areKnown ? .goesOn : .none) })
    }

    /// One that was created a moment ago.
    func add(_ reference: WorkflowReference) {
        runs.withLock { $0.append(Run(reference: reference)) }
        expected.withLock { $0 = nil }
    }

    /// One that is being created, for as long as it may be.
    func expect(_ fate: WriteFate, in namespace: String) {
        expected.withLock { expected in
            switch fate {
            case .open(let name): expected = WorkflowReference(namespace: namespace, name: name)
            case .undone: expected = nil
            }
        }
    }

    /// Those that may go on: what is open, and what may exist.
    var unfinished: [WorkflowReference] { open + [expected.withLock(\.self)].compactMap(\.self) }

    /// Over or not, in the order of their places.
    var all: [WorkflowReference] { runs.withLock { $0.map(\.reference) } }

    /// As it was typed, then as it was seen.
    func name(at place: Int) -> String { reference(at: place).name }

    func reference(at place: Int) -> WorkflowReference { runs.withLock { $0[place].reference } }

    /// `@latest` is known by its name once it was seen.
    func see(_ workflow: Workflow, at place: Int) {
        runs.withLock { runs in
            if !workflow.name.isEmpty { runs[place].reference.name = workflow.name }
            runs[place].knowledge = workflow.isFinished ? .over : .goesOn
        }
    }

    /// It cannot be looked at for now.
    func lose(_ place: Int, to reason: String) {
        runs.withLock { runs in
            if runs[place].knowledge == .goesOn { runs[place].knowledge = .outOfReach(reason) }
        }
    }

    func knowledge(at place: Int) -> RunKnowledge { runs.withLock { $0[place].knowledge } }

    func close(_ place: Int) { runs.withLock { $0[place].isOpen = false } }

    var open: [WorkflowReference] { runs.withLock { $0.filter(\.isOpen).map(\.reference) } }

    /// Whether all that are open were not over when they were last seen.
    var openGoOn: Bool {
        runs.withLock { runs in
            runs.allSatisfy { run in
                if case .outOfReach = run.knowledge { return true }
                return !run.isOpen || run.knowledge == .goesOn
            }
        }
    }
}
