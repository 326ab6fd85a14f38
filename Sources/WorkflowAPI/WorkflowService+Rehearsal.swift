package import WorkflowModel

extension WorkflowService {
    /// The run that an order would be given to; throws what it would be refused with, as far as reading tells.
    package func rehearse(_ action: WorkflowAction, on reference: WorkflowReference) async throws -> Workflow {
        try check(action)
        let workflow = try await get(reference, fields: action.selector == nil ? .status : .nodes)
        guard !workflow.isFinished else { throw BackendError.conflict("it is over: \(workflow.phaseText)") }
        if let selector = action.selector, !workflow.nodesAreElsewhere,
            !workflow.nodes.contains(where: { $0.isActiveSuspend && selector.matches($0) })
        {
            throw BackendError.nothingWaits(in: workflow)
        }
        return workflow
    }
}

extension BackendError {
    /// A selector picks no step that could go on or fail.
    static func nothingWaits(in workflow: Workflow) -> BackendError {
        .notFound("no waiting suspend step of workflow '\(workflow.name)' matches the selector")
    }
}
