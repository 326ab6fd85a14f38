import Foundation
#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The system's `openssl`, with which tests make certificates and servers that really speak TLS.
package enum OpenSSL {
    package struct Failure: Error, CustomStringConvertible {
        package var description: String
    }

    /// Where it is; tests that need it are skipped, and say so, where this is nil.
    package static let path: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
        return folders.map { "\($0)/openssl" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    package static var isInstalled: Bool { path != nil }

    /// Runs it to its end.
    static func run(_ arguments: [String]) throws {
        let child = try Child(arguments)
        let text = child.output { _ in false }
        guard child.exitStatus() == 0 else { throw Failure(description: "openssl \(arguments): \(text)") }
    }

    /// A running `openssl`. Not Foundation's Process: its children inherit one another's pipes and then seem to run on.
    struct Child: Sendable {
        private let pid: pid_t
        private let pipe: Int32

        /// Starts it with stdout and stderr in one pipe.
        init(_ arguments: [String]) throws {
            guard let path = OpenSSL.path else { throw Failure(description: "openssl is not installed") }
            var ends: [Int32] = [-1, -1]
            #if canImport(Glibc)
                // Closed in children of other threads, too, which a plain pipe would not be.
                let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
                var actions = posix_spawn_file_actions_t()
            #else
                let type = SOCK_STREAM
                var actions: posix_spawn_file_actions_t?
            #endif
            guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw Failure(description: "socketpair: \(errno)") }
            posix_spawn_file_actions_init(&actions)
            defer { posix_spawn_file_actions_destroy(&actions) }
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
            posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
            posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
            var words = ([path] + arguments).map { strdup($0) } + [nil]
            defer { words.forEach { free($0) } }
            var pid: pid_t = 0
            let result = posix_spawn(&pid, path, &actions, nil, &words, environ)
            close(ends[1])
            guard result == 0 else {
                close(ends[0])
                throw Failure(description: "cannot start \(path): errno \(result)")
            }
            self.pid = pid
            pipe = ends[0]
        }

        /// What it prints, until its end or until that is enough.
        func output(until isEnough: (String) -> Bool) -> String {
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 4096)
            while !isEnough(String(decoding: bytes, as: UTF8.self)) {
                let count = read(pipe, &buffer, buffer.count)
                guard count > 0 else { break }
                bytes += buffer[..<count]
            }
            return String(decoding: bytes, as: UTF8.self)
        }

        /// For good: children of Swift's threads start with SIGTERM blocked.
        func terminate() { kill(pid, SIGKILL) }

        /// Waits for its end; once.
        @discardableResult func exitStatus() -> Int32 {
            defer { close(pipe) }
            var status: Int32 = 0
            while waitpid(pid, &status, 0) < 0, errno == EINTR {}
            return status
        }
    }
}
