import WorkflowAPI

extension LogPatience {
    /// Five tries in a row, ever later; a server that says when wins.
    init(in context: CommandContext) {
        self.init(
            pause: { failures, error in
                guard failures < 5 else { return nil }
                let span = Duration.milliseconds(100 << failures)
                return span * Double.random(in: 0..<1)
            },
            sleep: { try await Task.sleep(for: $0) }, now: context.now)
    }
}
