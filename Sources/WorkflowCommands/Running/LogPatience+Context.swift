import WorkflowAPI

extension LogPatience {
    /// As patient as the options say.
    init(_ settings: ConnectionSettings, in context: CommandContext) {
        let retries = settings.refusesRetries ? 0 : settings.retries
        var time = context.time
        time.wallTime = context.now
        self.init(retries: retries ?? RetryPolicy.standardRetries, time: time)
    }
}
