import ArgumentKit
import TerminalKit
import WorkflowAPI

/// `wfctl auth login`: has a person confirm a code in a browser, anywhere.
struct AuthLoginCommand: WorkflowCommand {
    var globals = GlobalOptions()

    init() {}

    static let info = CommandInfo(
        name: "login", abstract: "Log in with the OAuth client of a context",
        discussion: "The token is kept in the state folder, readable by its owner alone, and refreshed as needed.",
        examples: [.init("Log in where a browser is not", "wfctl auth login --context prod")])

    static var arguments: [Argument<Self>] {
        group(\.globals, "Connection")
    }

    func perform(in context: CommandContext) async throws {
        let login = try globals.login(in: context)
        try await login.logIn { code in
            context.note("open \(code.address) in a browser and enter the code \(code.userCode)")
            if let address = code.completeAddress { context.note("or open \(address)") }
            let minutes = (code.lifetime + 59) / 60
            context.note("waiting for up to \(minutes) minute\(minutes == 1 ? "" : "s"); Ctrl-C gives up")
        }
        context.note("logged in")
    }
}

/// `wfctl auth logout`: forgets the token that a login left.
struct AuthLogoutCommand: WorkflowCommand {
    var globals = GlobalOptions()

    init() {}

    static let info = CommandInfo(
        name: "logout", abstract: "Forget the token of an OAuth login",
        examples: [.init("Log out", "wfctl auth logout --context prod")])

    static var arguments: [Argument<Self>] {
        group(\.globals, "Connection")
    }

    func perform(in context: CommandContext) async throws {
        let isGone = try await globals.login(in: context).logOut()
        context.note(isGone ? "logged out" : "nobody was logged in")
    }
}

extension GlobalOptions {
    /// The OAuth client of the server these options choose.
    fileprivate func login(in context: CommandContext) throws -> OAuthToken {
        let choice = try choice(in: context)
        guard let server = choice.target.server, let credentials = server.credentials,
            case .oauth(let client) = credentials.method
        else {
            throw Diagnostic(
                message: "the credentials of '\(choice.source)' are no OAuth client: there is nothing to log in to",
                hint: "make one with 'wfctl context set NAME --oauth-client-id … --oauth-token-url …'", status: .usage)
        }
        return OAuthToken(client: client, origin: credentials.origin, world: try context.world(server))
    }
}
