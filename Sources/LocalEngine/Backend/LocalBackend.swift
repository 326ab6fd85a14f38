package import WorkflowAPI
package import WorkflowModel

/// Runs workflows on this machine: no server, no daemon, a folder for each run and a process that carries it out.
package struct LocalBackend: Backend {
    package let kind = BackendKind.local
    package let address = "this machine"
    private let configuration: LocalConfiguration

    package init(_ configuration: LocalConfiguration) { self.configuration = configuration }

    package var workflows: any WorkflowService { LocalWorkflows(configuration) }

    package func resources(_ kind: ResourceKind) throws(BackendError) -> any ResourceService {
        if kind == .cronWorkflow { throw .unsupported(kind.plural, by: self.kind) }
        return LocalResources(kind, configuration)
    }

    /// What there is to say of a submission, without doing anything.
    package func check(_ submission: Submission) throws(BackendError) -> ManifestReport {
        try SubmissionBuilder(configuration).build(submission).report
    }
}
