import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What happens when somebody ends the process from outside: what was written so far gets out first.
///
/// A signal handler may do next to nothing, so it hands the signal to a thread that waits at a pipe.
package enum Interruption {
    private static let signals = [SIGHUP, SIGINT, SIGTERM]
    /// What there is to say on stderr when a signal comes, such as that a run goes on without us.
    package struct Words: Sendable, Equatable {
        /// What is done about it, in the line that tells of the interruption.
        var deed: String?
        /// A line of its own for who reads.
        var hint: String?

        package init(deed: String? = nil, hint: String? = nil) {
            self.deed = deed
            self.hint = hint
        }
    }

    private struct Farewell {
        var words: @Sendable () -> Words
        var act: (@Sendable () async -> Void)?
    }

    /// Those that stand, the outermost first; a place is its owner's for as long as it stands.
    private static let farewells = Mutex<[(owner: Int, farewell: Farewell)]>([])
    private static let owners = Atomic(0)
    /// A signal has come, and the process ends as soon as all is said and done.
    private static let isEnding = Atomic(false)
    /// Where the handler writes; it can reach nothing but globals.
    private static let alarm = Atomic<Int32>(-1)

    /// How the process ends; nil where nobody has said so, as in tests.
    private static let watch = Mutex<Watch?>(nil)

    private final class Watch: Sendable {
        let alarm: Int32
        let terminal: Terminal
        let end: @Sendable (Int32) -> Void

        init(_ alarm: Int32, _ terminal: Terminal, _ end: @escaping @Sendable (Int32) -> Void) {
            (self.alarm, self.terminal, self.end) = (alarm, terminal, end)
        }
    }

    /// Calls `end` with 128 and the signal's number, as shells count, once a signal has come and the output is out.
    ///
    /// A second signal ends the process at once: nobody may read any more. Signals that are ignored,
    /// as under nohup, stay ignored.
    package static func delivers(_ terminal: Terminal, then end: @escaping @Sendable (Int32) -> Void) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        let watch = Watch(ends[0], terminal, end)
        guard startThread(watch) else { return }
        Self.watch.withLock { $0 = watch }
        alarm.store(ends[1], ordering: .releasing)
        for number in signals where !isIgnored(number) {
            signal(number) { number in
                signal(number, SIG_DFL)
                let savedError = errno
                var message = UInt8(truncatingIfNeeded: number)
                _ = write(Interruption.alarm.load(ordering: .acquiring), &message, 1)
                errno = savedError
            }
        }
    }

    /// Has `words` said, and then `act` done, when a signal ends the process while `body` runs; what stands already is
    /// said and done before.
    ///
    /// Once that has begun it decides how the process ends: `body` may come to its end, but this does not return.
    package static func saying<Result>(
        _ words: @escaping @Sendable @autoclosure () -> Words, then act: (@Sendable () async -> Void)? = nil,
        while body: () async throws -> Result
    ) async rethrows -> Result {
        let owner = newOwner()
        stand(owner, Farewell(words: words, act: act))
        return try await withdrawing(owner, body)
    }

    /// The same with words that `body` finds as it goes: the last ones count.
    package static func saying<Result>(
        while body: (_ say: @escaping (Words) -> Void) async throws -> Result
    ) async rethrows -> Result {
        let owner = newOwner()
        return try await withdrawing(owner) {
            try await body { words in stand(owner, Farewell(words: { words })) }
        }
    }

    private static func newOwner() -> Int { owners.add(1, ordering: .relaxed).newValue }

    private static func stand(_ owner: Int, _ farewell: Farewell) {
        farewells.withLock { farewells in
            if let place = farewells.firstIndex(where: { $0.owner == owner }) {
                farewells[place].farewell = farewell
            } else {
                farewells.append((owner, farewell))
            }
        }
    }

    /// Ends the process as a signal does, with words and a status of its own: for who cannot leave in good order, since
    /// what runs listens to nobody. A signal that has come before decides.
    package static func end(_ status: Int32, saying words: String) {
        guard let watch = watch.withLock(\.self), !isEnding.exchange(true, ordering: .acquiringAndReleasing) else {
            return
        }
        leave(watch, saying: words)
        watch.end(status)
    }

    private static func leave(_ watch: Watch, saying words: String?) {
        watch.terminal.out.flushForTheLastTime()
        watch.terminal.out.retireFrame()
        guard let words else { return }
        try? watch.terminal.err.write(words)
        try? watch.terminal.err.flush()
    }

    private static func withdrawing<Result>(
        _ owner: Int, _ body: () async throws -> Result
    ) async rethrows -> Result {
        do {
            let result = try await body()
            await withdraw(owner)
            return result
        } catch {
            await withdraw(owner)
            throw error
        }
    }

    private static func withdraw(_ owner: Int) async {
        farewells.withLock { farewells in farewells.removeAll { $0.owner == owner } }
        while isEnding.load(ordering: .acquiring) { try? await Task.sleep(for: .seconds(60)) }
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        #if canImport(Glibc)
            let handler = action.__sigaction_handler.sa_handler
        #else
            let handler = action.__sigaction_u.__sa_handler
        #endif
        return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func startThread(_ watch: Watch) -> Bool {
        let box = Unmanaged.passRetained(watch)
        #if canImport(Glibc)
            var thread = pthread_t()
            let isStarted = pthread_create(&thread, nil, { box in Interruption.wait(box) }, box.toOpaque()) == 0
        #else
            var thread: pthread_t?
            let isStarted = pthread_create(&thread, nil, { box in Interruption.wait(box) }, box.toOpaque()) == 0
        #endif
        if !isStarted { box.release() }
        return isStarted
    }

    private static func wait(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let box else { return nil }
        let watch = Unmanaged<Watch>.fromOpaque(box).takeRetainedValue()
        guard let number = nextEnd(watch) else { return nil }
        // Whatever comes next ends the process at once.
        for other in signals where !isIgnored(other) { signal(other, SIG_DFL) }
        isEnding.store(true, ordering: .releasing)
        let farewells = farewells.withLock { $0.map(\.farewell) }
        leave(watch, saying: text(of: farewells.map { $0.words() }))
        let acts = farewells.compactMap(\.act)
        guard !acts.isEmpty else {
            watch.end(128 + number)
            return nil
        }
        Task {
            for act in acts { await act() }
            watch.end(128 + number)
        }
        return nil
    }

    /// Nothing where nobody has anything to say.
    private static func text(of words: [Words]) -> String? {
        if words.isEmpty { return nil }
        let deeds = ["wfctl: interrupted"] + words.compactMap(\.deed)
        return deeds.joined(separator: "; ") + "\n" + words.compactMap(\.hint).map { "hint: \($0)\n" }.joined()
    }

    /// Waits for a signal that ends the process; nil when there will be none. What stops it is dealt with here.
    private static func nextEnd(_ watch: Watch) -> Int32? {
        var message: UInt8 = 0
        while true {
            let count = read(watch.alarm, &message, 1)
            if count == 1 && Int32(message) != SIGTSTP { return Int32(message) }
            if count == 1 {
                watch.terminal.out.suspendFrame()
                raise(SIGSTOP)
                watch.terminal.out.resumeFrame()
            } else if count == 0 || errno != EINTR {
                return nil
            }
        }
    }

    /// From now on has a live region leave the terminal to others before Ctrl-Z stops the process.
    static func handsOverBeforeStops() {
        guard alarm.load(ordering: .acquiring) >= 0, !isIgnored(SIGTSTP) else { return }
        signal(SIGTSTP) { number in
            let savedError = errno
            var message = UInt8(truncatingIfNeeded: number)
            _ = write(Interruption.alarm.load(ordering: .acquiring), &message, 1)
            errno = savedError
        }
    }
}
