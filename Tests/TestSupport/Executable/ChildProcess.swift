import Foundation
import Synchronization

/// A process of a test: its output is collected, its end awaited, and nothing of it outlives the limit.
package final class ChildProcess: Sendable {
    /// Where its input comes from.
    package enum Input: Sendable {
        case text(String)
        /// The terminal given beside it.
        case terminal
        case closed
    }

    /// Where its output goes.
    package enum Output: Sendable {
        case collected
        /// Into a pipe whose reader goes away after that many bytes, before the first when that is 0.
        case cut(after: Int)
        /// Into a pipe that is never read, as a pager that waits for a key keeps it.
        case unread
        case file(String)
        case terminal
        case closed
    }

    /// What it left behind.
    package struct Result: Sendable, Equatable {
        package enum Ending: Sendable, Equatable {
            case exited(Int32)
            case killed(by: Int32)
            /// It, or something it started, still had its output open when the time was up.
            case overran
        }

        package var ending: Ending
        package var out: String
        package var err: String

        package init(_ status: Int32, out: String = "", err: String = "") {
            self.init(.exited(status), out: out, err: err)
        }

        package init(_ ending: Ending, out: String = "", err: String = "") {
            self.ending = ending
            self.out = out
            self.err = err
        }

        /// The exit status; nil when it did not come that far.
        package var status: Int32? {
            if case .exited(let status) = ending { status } else { nil }
        }
    }

    package let pid: Int32
    package let out = ByteCollector()
    package let err = ByteCollector()
    /// Everything that came to its terminal, whatever descriptor it was written to.
    package let screen = ByteCollector()
    private let terminal: PseudoTerminal?
    /// Lives as long as the process: the server it talks to.
    private let companion: (any Sendable)?
    private let ending = Mutex<Result.Ending?>(nil)
    private let ended = Gate()
    private let isPipeFull = Mutex(false)

    package init(
        _ program: String, _ arguments: [String], environment: [String: String], input: Input = .text(""),
        out outPlace: Output = .collected, err errPlace: Output = .collected, terminal: PseudoTerminal? = nil,
        companion: (any Sendable)? = nil, limit: Duration = .seconds(240)
    ) throws {
        self.terminal = terminal
        self.companion = companion
        let inputPipe = try Self.pipe()
        let outPipe = try Self.pipe()
        let errPipe = try Self.pipe()
        if case .cut(after: 0) = outPlace { Self.close(outPipe.read) }
        let spawn = ChildSpawn(
            program: program, arguments: arguments, environment: environment,
            files: [
                Self.file(input, inputPipe.read, terminal), Self.file(outPlace, outPipe.write, terminal),
                Self.file(errPlace, errPipe.write, terminal),
            ])
        let started = Swift.Result { try spawn.start() }
        var unread: Int32?
        if case .unread = outPlace { unread = fcntl(outPipe.write, F_DUPFD_CLOEXEC, 0) }
        for descriptor in [inputPipe.read, outPipe.write, errPipe.write] { Self.close(descriptor) }
        pid = try started.get()
        feed(input, to: inputPipe.write)
        collect(out, from: outPipe.read, outPlace)
        collect(err, from: errPipe.read, errPlace)
        if let terminal {
            screen.start(reading: terminal.person) { withExtendedLifetime(terminal) {} }
        } else {
            screen.close()
        }
        Thread.detachNewThread { [self, unread] in waitForEnd(unread) }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Int(limit.components.seconds))) {
            [weak self] in self?.overrun()
        }
    }

    package func type(_ text: String) { terminal?.type(text) }

    package func signal(_ signal: Int32) {
        // Only while nobody has waited for it: afterwards the number may be another's.
        ending.withLock { if $0 == nil { kill(pid, signal) } }
    }

    /// Waits for its end, and for the end of everything it wrote.
    package func result() async throws -> Result {
        try await ended.opened()
        for collector in [out, err, screen] { try await collector.end() }
        return Result(ending.withLock { $0 } ?? .overran, out: out.text, err: err.text)
    }

    /// Waits until a signal has stopped it; a signal to go on that came before would be lost. Its end will do, too.
    package func stopped() async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [pid] in
                var info = siginfo_t()
                while waitid(P_PID, id_t(pid), &info, WSTOPPED | WEXITED | WNOWAIT) != 0 && errno == EINTR {}
                continuation.resume()
            }
        }
    }

    /// Whether its output, which nobody read, had no place for more at its end.
    package var hasFilledItsPipe: Bool { isPipeFull.withLock(\.self) }

    private func waitForEnd(_ unread: Int32?) {
        var info = siginfo_t()
        // It stays a zombie with its number until the lock is held.
        while waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) != 0 && errno == EINTR {}
        if let unread {
            var place = pollfd(fd: unread, events: Int16(POLLOUT), revents: 0)
            let isFull = poll(&place, 1, 0) == 0
            isPipeFull.withLock { $0 = isFull }
            Self.close(unread)
        }
        ending.withLock { ending in
            var status: Int32 = 0
            waitpid(pid, &status, 0)
            let signal = status & 0x7F
            if ending == nil { ending = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(by: signal) }
        }
        ended.open()
    }

    private func overrun() {
        let collectors = [out, err, screen]
        ending.withLock { ending in
            if ending == nil { kill(-pid, SIGKILL) }
            if ending == nil || !collectors.allSatisfy(\.isAtEnd) { ending = .overran }
        }
        ended.open()
        collectors.forEach { $0.close() }
    }
}

extension ChildProcess {
    private static func pipe() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard Foundation.pipe(&ends) == 0 else { throw ChildSpawn.Failure(call: "pipe", code: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private static func close(_ descriptor: Int32) { _ = Foundation.close(descriptor) }

    private static func file(_ input: Input, _ pipe: Int32, _ terminal: PseudoTerminal?) -> ChildSpawn.File {
        switch input {
        case .text: .descriptor(pipe)
        case .terminal: terminal.map { .path($0.path) } ?? .closed
        case .closed: .closed
        }
    }

    private static func file(_ output: Output, _ pipe: Int32, _ terminal: PseudoTerminal?) -> ChildSpawn.File {
        switch output {
        case .collected, .cut, .unread: .descriptor(pipe)
        case .file(let path): .path(path)
        case .terminal: terminal.map { .path($0.path) } ?? .closed
        case .closed: .closed
        }
    }

    private func feed(_ input: Input, to descriptor: Int32) {
        guard case .text(let text) = input, !text.isEmpty else { return Self.close(descriptor) }
        Thread.detachNewThread {
            // A process that ends without reading must not take the tests along.
            var signals = sigset_t()
            sigemptyset(&signals)
            sigaddset(&signals, SIGPIPE)
            pthread_sigmask(SIG_BLOCK, &signals, nil)
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                if count <= 0 { break }
                rest = rest.dropFirst(count)
            }
            Self.close(descriptor)
        }
    }

    private func collect(_ collector: ByteCollector, from descriptor: Int32, _ place: Output) {
        switch place {
        case .collected: collector.start(reading: descriptor) { Self.close(descriptor) }
        case .cut(after: 0): collector.close()
        case .cut(let limit): collector.start(reading: descriptor, limit: limit) { Self.close(descriptor) }
        case .unread:
            collector.close()
            Thread.detachNewThread { [ended] in
                ended.block()
                Self.close(descriptor)
            }
        case .file, .terminal, .closed:
            Self.close(descriptor)
            collector.close()
        }
    }
}
