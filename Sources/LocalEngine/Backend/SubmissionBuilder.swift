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

    private let configuration: LocalConfiguration
    private var layout: StoreLayout { StoreLayout(root: configuration.root) }

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
        var cache: [TemplateKey.Scope: ValueTree?] = [:]
        let reader = PlanReader { key in
            let object = cache[key.scope] ?? stored(key.scope, namespace: namespace)
            cache[key.scope] = object
            let templates = object?["spec"]?["templates"]?.elements ?? []
            return templates.firstIndex { $0["name"]?.string == key.name }.map {
                (templates[$0], FieldPath()["spec"]["templates"][$0])
            }
        }
        let (plan, _) = reader.read(StoredSpec.effective(manifest), inherited: inherited)
        if let plan {
            CommandChecker(environment: configuration.environment, findings: reader.findings).check(plan)
        }
        return (plan, reader.findings.report)
    }

    private func stored(_ scope: TemplateKey.Scope, namespace: String) -> ValueTree? {
        switch scope {
        case .workflow: nil
        case .namespaced(let name):
            try? TemplateStore(layout: layout, kind: .workflowTemplate).read(name, in: namespace)
        case .cluster(let name):
            try? TemplateStore(layout: layout, kind: .clusterWorkflowTemplate).read(name, in: nil)
        }
    }

    // MARK: Manifests

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
            name.isEmpty ? ObjectName.generated(from: generateName, random: configuration.random) : name)
        guard let final = metadata["name"]?.string, ObjectName.isName(final) else {
            let field = name.isEmpty ? "generateName" : "name"
            throw .invalid(
                "metadata.\(field) '\(name.isEmpty ? generateName : name)' is no name: \(ObjectName.rule)")
        }
        metadata["namespace"] = .string(namespace)
        metadata["uid"] = .string(ObjectName.uuid(random: configuration.random))
        metadata["creationTimestamp"] = .string(configuration.now().rfc3339)
        metadata["resourceVersion"] = "1"
        manifest["apiVersion"] = manifest["apiVersion"] ?? "argoproj.io/v1alpha1"
        manifest["kind"] = "Workflow"
        manifest["metadata"] = metadata
        return name.isEmpty ? generateName : nil
    }

    // MARK: Templates

    /// Takes over the template that the whole workflow is made from; returns what came from it.
    private func joinTemplate(
        into manifest: inout ValueTree, namespace: String
    ) throws(BackendError) -> Findings.Inherited {
        guard let spec = manifest["spec"], let reference = spec["workflowTemplateRef"], reference != .null else {
            return .init()
        }
        guard let name = reference["name"]?.string else {
            throw .invalid("spec.workflowTemplateRef.name is missing")
        }
        for key in reference.members.map(\.key) where !["name", "clusterScope"].contains(key) {
            throw .invalid("spec.workflowTemplateRef.\(key) is not supported by the local backend")
        }
        if let templates = spec["templates"], templates != .null, templates != .array([]) {
            throw .invalid("spec.templates must not stand beside spec.workflowTemplateRef")
        }
        let isCluster = reference["clusterScope"] == .bool(true)
        let scope: TemplateKey.Scope = isCluster ? .cluster(name) : .namespaced(name)
        guard let object = stored(scope, namespace: namespace), let template = object["spec"] else {
            throw .notFound("\(scope.objectName ?? name) not found")
        }
        manifest["status"]?["storedWorkflowTemplateSpec"] = StoredSpec.join(spec, over: template)
        let fields = Set(template.members.map(\.key)).subtracting(spec.members.map(\.key))
        return .init(source: scope.objectName, fields: fields)
    }

    private func instantiate(
        _ kind: ResourceKind, _ name: String, _ options: SubmitOptions, namespace: String
    ) throws(BackendError) -> ValueTree {
        let label: String
        switch kind {
        case .workflowTemplate: label = "workflows.argoproj.io/workflow-template"
        case .clusterWorkflowTemplate: label = "workflows.argoproj.io/cluster-workflow-template"
        case .cronWorkflow: throw .unsupported(kind.plural, by: .local)
        }
        let scope: TemplateKey.Scope = kind == .workflowTemplate ? .namespaced(name) : .cluster(name)
        guard let object = stored(scope, namespace: namespace) else {
            throw .notFound("\(kind.singular) '\(name)' not found")
        }
        try checkParameters(options, against: object, kind, name)
        var reference: ValueTree = ["name": .string(name)]
        if kind == .clusterWorkflowTemplate { reference["clusterScope"] = true }
        var workflow: ValueTree = [
            "apiVersion": "argoproj.io/v1alpha1", "kind": "Workflow",
            "metadata": ["labels": .object([label: .string(name)])],
            "spec": ["workflowTemplateRef": reference],
        ]
        if let name = options.name { workflow["metadata"]?["name"] = .string(name) }
        workflow["metadata"]?["generateName"] = .string(options.generateName ?? "\(name)-")
        for item in options.labels { workflow["metadata"]?["labels"]?[item.name] = .string(item.value) }
        if !options.parameters.isEmpty {
            let parameters = options.parameters.map {
                ValueTree.object(["name": .string($0.name), "value": .string($0.value)])
            }
            workflow["spec"]?["arguments"] = ["parameters": .array(parameters)]
        }
        if let entrypoint = options.entrypoint { workflow["spec"]?["entrypoint"] = .string(entrypoint) }
        if let account = options.serviceAccount { workflow["spec"]?["serviceAccountName"] = .string(account) }
        if let priority = options.priority { workflow["spec"]?["priority"] = .number(priority) }
        return workflow
    }

    /// A parameter that nothing knows is a slip of the pen.
    private func checkParameters(
        _ options: SubmitOptions, against object: ValueTree, _ kind: ResourceKind, _ name: String
    ) throws(BackendError) {
        let spec = object["spec"]
        let entrypoint = options.entrypoint ?? spec?["entrypoint"]?.string
        let template = spec?["templates"]?.elements.first { $0["name"]?.string == entrypoint }
        let declared = [spec?["arguments"], template?["inputs"]]
            .flatMap { $0?["parameters"]?.elements ?? [] }.compactMap { $0["name"]?.string }
        for parameter in options.parameters where !declared.contains(parameter.name) {
            let known = declared.isEmpty ? "it has none" : "it has \(declared.quotedList)"
            throw .invalid("\(kind.singular) '\(name)' has no parameter '\(parameter.name)'; \(known)")
        }
    }
}
