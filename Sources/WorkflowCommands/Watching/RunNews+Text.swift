import WorkflowAPI

extension RunNews {
    /// What to say of news that are no state.
    func text(of name: String) -> String? {
        switch self {
        case .state: nil
        case .trouble(let error, let pause):
            "cannot follow workflow '\(name)' for now: \(error.statement); trying again"
                + (pause.map { " in \($0.inSeconds)" } ?? "")
        case .recovered: "workflow '\(name)' can be followed again"
        case .polls(let error):
            "workflow '\(name)' cannot be watched: \(error.statement); looking at it now and then instead"
        }
    }
}
