package import WorkflowAPI
package import WorkflowModel

/// Runs workflows on this machine: no server, no daemon, a folder for each run and a process that carries it out.
package struct LocalBackend: Backend {
    package let kind = BackendKind.local
    package let address = "this machine"
    private var configuration: LocalConfiguration

    package init(_ configuration: LocalConfiguration) {
        self.configuration = configuration
        self.configuration.note = NotesOnce(configuration.note).callAsFunction
    }

    /// The real one: the user's own store, and runners that are this very program, started as `wfctl __run-local FOLDER`.
    package static func system(
        environment: [String: String], executable: String, note: @escaping @Sendable (String) -> Void
    ) throws(BackendError) -> LocalBackend {
        guard let root = LocalConfiguration.defaultRoot(environment: environment) else {
            throw .invalid("there is no place to keep runs: neither XDG_STATE_HOME nor HOME is set")
        }
        let launcher = ProcessLauncher(
            executable: OwnProgram.path(startedAs: executable, environment: environment),
            name: OwnProgram.name(startedAs: executable), environment: environment)
        return LocalBackend(
            LocalConfiguration(root: root, environment: environment, launcher: launcher, note: note))
    }

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
