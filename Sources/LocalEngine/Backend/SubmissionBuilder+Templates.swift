import DocumentKit
import WorkflowAPI
import WorkflowModel

extension SubmissionBuilder {
    /// The stored object behind a scope; nil when there is none.
    func stored(_ scope: TemplateKey.Scope, namespace: String) throws(BackendError) -> ValueTree? {
        let layout = StoreLayout(root: configuration.root)
        do throws(TemplateStore.Failure) {
            return switch scope {
            case .workflow: nil
            case .namespaced(let name):
                try TemplateStore(layout: layout, kind: .workflowTemplate).read(name, in: namespace)
            case .cluster(let name):
                try TemplateStore(layout: layout, kind: .clusterWorkflowTemplate).read(name, in: nil)
            }
        } catch {
            switch error {
            case .system(let error): throw error.backendError
            case .unreadable(let message): throw .storage(message)
            case .missing, .exists, .changed: return nil
            }
        }
    }

    /// Takes over the template that the whole workflow is made from; returns what came from it.
    func joinTemplate(
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
        guard let object = try stored(scope, namespace: namespace), let template = object["spec"] else {
            throw .notFound("\(scope.objectName ?? name) not found")
        }
        manifest["status"]?["storedWorkflowTemplateSpec"] = StoredSpec.join(spec, over: template)
        let fields = Set(template.members.map(\.key)).subtracting(spec.members.map(\.key))
        return .init(source: scope.objectName, fields: fields)
    }

    /// The workflow that a stored template stands for, with what the command line says otherwise.
    func instantiate(
        _ kind: ResourceKind, _ name: String, _ options: SubmitOptions, namespace: String
    ) throws(BackendError) -> ValueTree {
        if kind == .cronWorkflow { throw .unsupported(kind.plural, by: .local) }
        let scope: TemplateKey.Scope = kind == .workflowTemplate ? .namespaced(name) : .cluster(name)
        guard let object = try stored(scope, namespace: namespace) else {
            throw .notFound("\(kind.singular) '\(name)' not found")
        }
        try checkParameters(options, against: object, kind, name)
        return Instantiation(options: options).workflow(from: Resource(kind, object.document().root))
    }

    /// A parameter that nothing knows is a slip of the pen.
    private func checkParameters(
        _ options: SubmitOptions, against object: ValueTree, _ kind: ResourceKind, _ name: String
    ) throws(BackendError) {
        let spec = object["spec"]
        let entrypoint = options.entrypoint ?? spec?["entrypoint"]?.string
        let template = spec?["templates"]?.elements.first { $0["name"]?.string == entrypoint }
        var declared: [String] = []
        for parameters in [spec?["arguments"]?["parameters"], template?["inputs"]?["parameters"]] {
            // The workflow's arguments are mostly handed on to inputs of the same names.
            for case let name? in (parameters?.elements ?? []).map({ $0["name"]?.string })
            where !declared.contains(name) { declared.append(name) }
        }
        for parameter in options.parameters where !declared.contains(parameter.name) {
            let known = declared.isEmpty ? "it has none" : "it has \(declared.quotedList)"
            throw .invalid("\(kind.singular) '\(name)' has no parameter '\(parameter.name)'; \(known)")
        }
    }
}
