import ArgumentKit

/// `wfctl cache clear`: forgets what was kept to spare the server.
struct CacheClearCommand: Command {
    init() {}

    static let info = CommandInfo(
        name: "clear", abstract: "Forget what is kept to spare servers",
        discussion: """
            That is the names a shell was offered, for some seconds, and how a server wants to be asked, for an hour. \
            Logins are kept apart from it; 'wfctl auth logout' forgets one.
            """,
        examples: [.init("Find out anew what a server knows", "wfctl cache clear")])

    static var arguments: [Argument<Self>] { [] }

    func run(in context: CommandContext) throws {
        let counts: (names: Int, servers: Int)
        do {
            counts = (try context.names.clear(), try context.servers.clear())
        } catch { throw Diagnostic(message: "\(error)") }
        var parts: [String] = []
        if counts.names > 0 { parts.append("names for completion (\(counts.names))") }
        if counts.servers > 0 { parts.append("what was found out about servers (\(counts.servers))") }
        context.note(parts.isEmpty ? "the cache was empty" : "forgotten: " + parts.joined(separator: ", "))
    }
}
