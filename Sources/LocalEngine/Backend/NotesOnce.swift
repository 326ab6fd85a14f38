import Synchronization

/// Passes each note on once: a command that submits many workflows would repeat itself.
final class NotesOnce: Sendable {
    private let note: @Sendable (String) -> Void
    private let told = Mutex<Set<String>>([])

    init(_ note: @escaping @Sendable (String) -> Void) { self.note = note }

    func callAsFunction(_ text: String) {
        if told.withLock({ $0.insert(text).inserted }) { note(text) }
    }
}
