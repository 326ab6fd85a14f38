/// What a command line asks for.
package enum Invocation<Context: Sendable>: Sendable {
    case run(PreparedCommand<Context>)
    case help(CommandInfo, path: [String])
    /// `wfctl help exit-codes`
    case topic(HelpTopic)
    /// `wfctl --version`
    case version
    /// A shell asks for names: `wfctl __complete workflows wfctl get -n argo`
    case complete(CompletionRequest)
}
