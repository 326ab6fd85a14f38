import Foundation

/// The built `wfctl`, run as a process in a world that holds nothing but what the test puts there.
///
/// ```swift
/// let wfctl = try Executable(["ARGO_SERVER": server.url])
/// let result = try await wfctl.run("list", "-o", "json")             // Result(0, out: "[]\n", err: …)
/// let process = try wfctl.start(["logs", "x", "-f"])
/// try await process.out.wait(for: "a line")
/// process.signal(SIGINT)
/// #expect(try await process.result().status == 130)
/// ```
package struct Executable: Sendable {
    /// Beside the test bundle, where the build puts both.
    package static let path: String = {
        let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
        var folder = URL(fileURLWithPath: bundle)
        while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
        return folder.appendingPathComponent("wfctl").path
    }()

    /// HOME, and the folder for manifests.
    package let home: ScratchFolder
    package var environment: [String: String]
    /// The server it talks to, say; it lives as long as this and everything started from here.
    private let companion: (any Sendable)?

    package init(_ environment: [String: String] = [:], companion: (any Sendable)? = nil) throws {
        home = try ScratchFolder()
        self.companion = companion
        self.environment = ["HOME": home.path, "PATH": "/usr/local/bin:/usr/bin:/bin"]
            .merging(environment) { $1 }
    }

    package func start(
        _ words: [String], input: ChildProcess.Input = .text(""), out: ChildProcess.Output = .collected,
        err: ChildProcess.Output = .collected, terminal: PseudoTerminal? = nil
    ) throws -> ChildProcess {
        try ChildProcess(
            Self.path, words, environment: environment, input: input, out: out, err: err, terminal: terminal,
            companion: companion)
    }

    /// Runs it to its end.
    package func run(
        _ words: [String], input: String = "", out: ChildProcess.Output = .collected,
        err: ChildProcess.Output = .collected
    ) async throws -> ChildProcess.Result {
        try await start(words, input: .text(input), out: out, err: err).result()
    }

    package func run(_ words: String...) async throws -> ChildProcess.Result { try await run(words) }

    /// Starts it at a terminal that is its input and both its outputs.
    package func startAtTerminal(_ words: [String], columns: UInt16 = 80) throws -> ChildProcess {
        try start(
            words, input: .terminal, out: .terminal, err: .terminal, terminal: try PseudoTerminal(columns: columns))
    }

    /// Runs another program in the same world.
    package func run(
        program: String, _ arguments: [String], input: String = ""
    ) async throws -> ChildProcess.Result {
        try await ChildProcess(program, arguments, environment: environment, input: .text(input), companion: companion)
            .result()
    }
}
