import WorkflowAPI

extension WatchPatience {
    /// As patient as the options say.
    init(_ settings: ConnectionSettings, in context: CommandContext) {
        let retries = settings.refusesRetries ? 0 : settings.retries
        self.init(retries: retries ?? RetryPolicy.standardRetries, random: context.time.random)
    }
}
