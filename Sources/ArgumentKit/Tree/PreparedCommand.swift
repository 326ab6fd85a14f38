/// A parsed, validated command waiting for its world.
package struct PreparedCommand<Context: Sendable>: Sendable {
    /// The names down to it: `["wfctl", "template", "list"]`.
    package let path: [String]
    /// What the user should be told before it runs.
    package let notes: [ArgumentNote]
    private let start: @Sendable (Context) async throws -> Void

    init<C: Command>(_ command: C, path: [String], notes: [ArgumentNote]) where C.Context == Context {
        self.path = path
        self.notes = notes
        start = { context in
            do {
                try await command.run(in: context)
            } catch let error as ArgumentError {
                throw UsageError(error: error, path: path, usage: C.fullInfo.usage(path))
            }
        }
    }

    /// Runs it. An `ArgumentError` that it throws on the way arrives as a `UsageError`.
    package func callAsFunction(_ context: Context) async throws {
        try await start(context)
    }
}
