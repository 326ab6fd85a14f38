import Foundation
import Synchronization

/// An event that happens once: tests wait for servers and servers for tests, without sleeping.
package final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var tasks: [UUID: CheckedContinuation<Void, any Error>] = [:]
        var threads: [DispatchSemaphore] = []
    }

    private let state = Mutex(State())

    package init() {}

    package var isOpen: Bool { state.withLock(\.isOpen) }

    /// Lets everybody through, now and later.
    package func open() {
        let (tasks, threads) = state.withLock { state in
            defer {
                state.isOpen = true
                state.tasks = [:]
                state.threads = []
            }
            return (state.tasks, state.threads)
        }
        for task in tasks.values { task.resume() }
        for thread in threads { thread.signal() }
    }

    /// Suspends the test until the gate is open; throws when the test is cancelled (its time limit passed).
    package func opened() async throws {
        let id = UUID()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let result: Result<Void, any Error>? = state.withLock { state in
                    if state.isOpen { return .success(()) }
                    if Task.isCancelled { return .failure(CancellationError()) }
                    state.tasks[id] = continuation
                    return nil
                }
                if let result { continuation.resume(with: result) }
            }
        } onCancel: {
            state.withLock { $0.tasks.removeValue(forKey: id) }?.resume(throwing: CancellationError())
        }
    }

    /// Blocks a server's thread until the gate is open.
    func block() {
        let semaphore = DispatchSemaphore(value: 0)
        let isOpen = state.withLock { state in
            if !state.isOpen { state.threads.append(semaphore) }
            return state.isOpen
        }
        if !isOpen { semaphore.wait() }
    }
}
