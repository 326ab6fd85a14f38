package import WorkflowModel

extension RunFollower {
    package typealias States = AsyncThrowingStream<Workflow, any Error>

    /// The same for whoever needs time for each state: `states`, which need keep the latest only, end with the one in
    /// which the run is over. A run that ends in any other way is their error. `tell` hears of everything else.
    package func follow(
        _ reference: WorkflowReference, into states: States.Continuation, tell: (RunNews) -> Void
    ) async {
        do {
            let ending = try await follow(reference) { news in
                if case .state(let workflow) = news { states.yield(workflow) } else { tell(news) }
            }
            states.yield(try ending.workflow(reference.name))
            states.finish()
        } catch {
            states.finish(throwing: error)
        }
    }
}

extension RunEnding {
    /// The run as it ended.
    fileprivate func workflow(_ name: String) throws(BackendError) -> Workflow {
        switch self {
        case .over(let workflow): return workflow
        case .deleted: throw .deleted(name)
        case .replaced: throw .deleted(name, isReplaced: true)
        case .failed(let error): throw error
        }
    }
}
