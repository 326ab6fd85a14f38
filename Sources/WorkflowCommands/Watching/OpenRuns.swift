import Synchronization
import WorkflowAPI

/// The runs that are followed: what each is really called, and which are not over.
final class OpenRuns: Sendable {
    private struct Run {
        var reference: WorkflowReference
        var isOpen = true
    }

    private let runs: Mutex<[Run]>

    init(_ references: [WorkflowReference] = []) { runs = Mutex(references.map { Run(reference: $0) }) }

    func add(_ reference: WorkflowReference) { runs.withLock { $0.append(Run(reference: reference)) } }

    /// Over or not, in the order of their places.
    var all: [WorkflowReference] { runs.withLock { $0.map(\.reference) } }

    /// As it was typed, then as it was seen.
    func name(at place: Int) -> String { runs.withLock { $0[place].reference.name } }

    /// `@latest` is known by its name once it was seen.
    func see(_ name: String, at place: Int) {
        if !name.isEmpty { runs.withLock { $0[place].reference.name = name } }
    }

    func close(_ place: Int) { runs.withLock { $0[place].isOpen = false } }

    var open: [WorkflowReference] { runs.withLock { $0.filter(\.isOpen).map(\.reference) } }
}
