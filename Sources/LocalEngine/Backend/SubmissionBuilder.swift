import DocumentKit
import WorkflowAPI
import WorkflowModel

/// Makes the workflow that a submission asks for, complete but for being stored.
struct SubmissionBuilder {
    struct Built {
        var workflow: ValueTree
        var namespace: String
        /// What a name is made from, nil when the workflow has one.
        var generateName: String?
        var report: ManifestReport
    }

    let configuration: LocalConfiguration

    init(_ configuration: LocalConfiguration) { self.configuration = configuration }

    func build(_ submission: Submission) throws(BackendError) -> Built {
        var manifest: ValueTree
        switch submission.source {
        case .manifest(let tree): manifest = tree
        case .resource(let kind, let name, let options):
            manifest = try instantiate(kind, name, options, namespace: submission.namespace)
        }
        try checkKind(manifest)
        let namespace = try namespace(of: manifest, submission)
        let hadStatus = manifest["status"].map { $0 != .null && $0 != .object([:]) } ?? false
        let generateName = try prepareMetadata(of: &manifest, namespace: namespace)
        let phase = WorkflowPhase.pending.rawValue
        manifest["status"] = ["phase": .string(phase)]
        StatusDocument.label(&manifest, phase: phase, isFinished: false)

        let inherited = try joinTemplate(into: &manifest, namespace: namespace)
        var (plan, report) = read(manifest, inherited, namespace: namespace)
        if hadStatus { report.notes.append("the status in the manifest is not taken over: the run gets its own") }
        if let plan, !plan.storedTemplates.isEmpty {
            manifest["status"]?["storedTemplates"] = .object(
                .init(plan.storedTemplates.lazy.map { (key: $0.key, value: $0.value) }))
        }
        return Built(workflow: manifest, namespace: namespace, generateName: generateName, report: report)
    }

    private func read(
        _ manifest: ValueTree, _ inherited: Findings.Inherited, namespace: String
    ) -> (plan: Plan?, report: ManifestReport) {
        let objects = StoredObjects { scope throws(BackendError) in try stored(scope, namespace: namespace) }
        let reader = PlanReader(stored: objects.template, absence: objects.absence)
        let (plan, _) = reader.read(StoredSpec.effective(manifest), inherited: inherited)
        if let plan {
            CommandChecker(environment: configuration.environment, findings: reader.findings).check(plan)
        }
        return (plan, reader.findings.report)
    }

    private func checkKind(_ manifest: ValueTree) throws(BackendError) {
        guard case .object = manifest else { throw .invalid("a manifest must be an object") }
        if let kind = manifest["kind"], kind != .string("Workflow") {
            throw .invalid("kind must be 'Workflow', not '\(kind.scalarText ?? "")'")
        }
    }

    private func namespace(of manifest: ValueTree, _ submission: Submission) throws(BackendError) -> String {
        let namespace = submission.namespace
        if let own = manifest["metadata"]?["namespace"]?.string, !own.isEmpty, own != namespace {
            throw .invalid("the namespace of the workflow, '\(own)', is not the one it is sent to, '\(namespace)'")
        }
        guard ObjectName.isNamespace(namespace) else {
            throw .invalid("'\(namespace)' is no namespace: lower-case letters, digits and '-', 63 at most")
        }
        return namespace
    }

    /// Gives it what a server would; what an older copy brought along from one goes.
    private func prepareMetadata(of manifest: inout ValueTree, namespace: String) throws(BackendError) -> String? {
        var metadata = manifest["metadata"] ?? .object([:])
        guard case .object = metadata else { throw .invalid("metadata must be an object") }
        for key in ["creationTimestamp", "uid", "resourceVersion", "generation", "managedFields", "selfLink"] {
            metadata[key] = nil
        }
        let name = metadata["name"]?.string ?? ""
        let generateName = metadata["generateName"]?.string ?? ""
        guard !name.isEmpty || !generateName.isEmpty else {
            throw .invalid("metadata.name is missing, and so is metadata.generateName")
        }
        metadata["name"] = .string(
            name.isEmpty ? GeneratedName.make(from: generateName, random: configuration.random) : name)
        guard let final = metadata["name"]?.string, ObjectName.isName(final) else {
            let field = name.isEmpty ? "generateName" : "name"
            throw .invalid(
                "metadata.\(field) '\(name.isEmpty ? generateName : name)' is no name: \(ObjectName.rule)")
        }
        metadata["namespace"] = .string(namespace)
        let now = configuration.now()
        metadata["uid"] = .string(ObjectName.uid(at: now, random: configuration.random))
        metadata["creationTimestamp"] = .string(now.documentText)
        metadata["resourceVersion"] = "1"
        manifest["apiVersion"] = manifest["apiVersion"] ?? "argoproj.io/v1alpha1"
        manifest["kind"] = "Workflow"
        manifest["metadata"] = metadata
        return name.isEmpty ? generateName : nil
    }
}
