import Foundation

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

    static func start(_ arguments: [String]) throws -> ChildProcess {
        guard let path else { throw Failure(description: "openssl is not installed") }
        return try ChildProcess(path, arguments, environment: [:])
    }

    /// Runs it to its end.
    static func run(_ arguments: [String]) async throws {
        let result = try await start(arguments).result()
        guard result.status == 0 else { throw Failure(description: "openssl \(arguments): \(result.err)") }
    }
}
