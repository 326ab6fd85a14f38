import WorkflowAPI

extension Diagnostic {
    /// A run for which nobody waits any longer, and what is known of it; `command` looks at it again.
    init(timeIsUpFor run: WorkflowReference, knowing knowledge: RunKnowledge, command: String, _ again: WayBack) {
        let name = run.name
        let advice = again.advice(command, [run])
        let (message, hint) =
            switch knowledge {
            case .none: ("the time is up before workflow '\(name)' could be looked at", advice)
            case .goesOn: ("the time is up and workflow '\(name)' is not over", "it goes on; " + advice)
            case .outOfReach(let reason):
                ("the time is up, and workflow '\(name)', which was not over, cannot be looked at: \(reason)", advice)
            case .over: ("the time is up before everything of workflow '\(name)', which is over, has come", advice)
            }
        self.init(message: message, hint: hint, status: .timedOut)
    }
}
