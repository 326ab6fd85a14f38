import Synchronization

/// What a run is called: as it was typed, then by the name that was seen.
final class SeenName: Sendable {
    private let text: Mutex<String>

    init(_ typed: String) { text = Mutex(typed) }

    var name: String { text.withLock(\.self) }

    func set(_ name: String) {
        if !name.isEmpty { text.withLock { $0 = name } }
    }
}
