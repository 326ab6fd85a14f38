import ArgumentKit

/// `wfctl cache clear`: forgets what was kept to spare the server.
struct CacheClearCommand: Command {
    init() {}

    static let info = CommandInfo(
        name: "clear", abstract: "Forget the names kept for completion",
        discussion: "Logins are kept apart from them; 'wfctl auth logout' forgets one.",
        examples: [.init("Offer new names at once", "wfctl cache clear")])

    static var arguments: [Argument<Self>] { [] }

    func run(in context: CommandContext) throws {
        do {
            try context.names.clear()
        } catch { throw Diagnostic(message: "\(error)") }
        context.note("the cache is empty")
    }
}
