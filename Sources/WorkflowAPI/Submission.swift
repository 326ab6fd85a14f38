package import DocumentKit
package import WorkflowModel

/// A workflow about to be created.
package struct Submission: Sendable, Equatable {
    package enum Source: Sendable, Equatable {
        /// A whole Workflow manifest, with the options already written into it.
        case manifest(ValueTree)
        /// A stored object to instantiate; the server, or the engine, applies the options.
        case resource(ResourceKind, name: String, options: SubmitOptions)
    }

    /// How far a rehearsal goes; neither kind creates anything.
    package enum DryRun: Sendable, Equatable {
        case none
        /// The object is checked and comes back as it was sent.
        case client
        /// The object comes back as it would be stored, with a name and a uid.
        case server
    }

    package var source: Source
    package var namespace: String
    package var dryRun = DryRun.none

    package init(_ source: Source, namespace: String, dryRun: DryRun = .none) {
        self.source = source
        self.namespace = namespace
        self.dryRun = dryRun
    }
}

/// What the command line may override in a workflow that is submitted.
package struct SubmitOptions: Sendable, Equatable {
    package struct Parameter: Sendable, Equatable {
        package var name: String
        package var value: String
        /// Whether it is a text, whatever it looks like; else places where values have types judge by its looks.
        package var isText: Bool

        package init(name: String, value: String, isText: Bool = false) {
            self.name = name
            self.value = value
            self.isText = isText
        }
    }

    package var name: String?
    package var generateName: String?
    package var entrypoint: String?
    package var parameters: [Parameter] = []
    package var serviceAccount: String?
    package var labels: [Parameter] = []
    package var priority: Int?
    /// What a dashboard starts it in.
    package var environment: String?

    package init() {}
}
