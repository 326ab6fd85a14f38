import DocumentKit
import WorkflowAPI
import WorkflowModel

/// Stored templates of this machine, of one kind.
struct LocalResources: ResourceService {
    private let kind: ResourceKind
    private let store: TemplateStore
    private let configuration: LocalConfiguration

    init(_ kind: ResourceKind, _ configuration: LocalConfiguration) {
        self.kind = kind
        self.configuration = configuration
        store = TemplateStore(layout: StoreLayout(root: configuration.root), kind: kind)
    }

    func list(_ query: ResourceQuery, each body: (Resource) throws -> Void) async throws {
        let labels = try LabelSelector(parsing: query.labelSelector)
        let namespaces: [String?]
        if kind.isNamespaced, let namespace = query.namespace {
            namespaces = ObjectName.isNamespace(namespace) ? [namespace] : []
        } else {
            namespaces = try named("") { () throws(TemplateStore.Failure) in try store.namespaces() }
        }
        for namespace in namespaces {
            let names = try named("") { () throws(TemplateStore.Failure) in try store.names(namespace: namespace) }
            for name in names {
                // One that vanishes or cannot be read does not hide the others.
                guard let tree = try? store.read(name, in: namespace) else { continue }
                let resource = Resource(kind, tree.document().root)
                if labels.matches({ resource.label($0) }) { try body(resource) }
            }
        }
    }

    func get(_ name: String, namespace: String) async throws -> Resource {
        let tree = try named(name) { () throws(TemplateStore.Failure) in try store.read(name, in: place(namespace)) }
        return Resource(kind, tree.document().root)
    }

    func create(_ manifest: ValueTree, namespace: String, telling tell: (WriteFate) -> Void) async throws -> Resource {
        var manifest = manifest
        let name = try prepare(&manifest, namespace: namespace)
        manifest["metadata"]?["uid"] = .string(UUIDText.random(configuration.random))
        manifest["metadata"]?["creationTimestamp"] = .string(configuration.now().documentText)
        manifest["metadata"]?["resourceVersion"] = "1"
        manifest["metadata"]?["generation"] = 1
        tell(.open(name: name))
        try named(name) { () throws(TemplateStore.Failure) in
            try store.create(manifest, name, in: place(namespace))
        }
        return Resource(kind, manifest.document().root)
    }

    func update(_ manifest: ValueTree, namespace: String, telling tell: (WriteFate) -> Void) async throws -> Resource {
        var manifest = manifest
        let version = manifest["metadata"]?["resourceVersion"]?.string ?? ""
        let name = try prepare(&manifest, namespace: namespace)
        tell(.open(name: name))
        let tree = try named(name) { () throws(TemplateStore.Failure) in
            try store.update(name, in: place(namespace)) { stored throws(TemplateStore.Failure) in
                let known = stored["metadata"]?["resourceVersion"]?.string ?? ""
                if !version.isEmpty && version != known { throw .changed }
                var tree = manifest
                for key in ["uid", "creationTimestamp"] { tree["metadata"]?[key] = stored["metadata"]?[key] }
                tree["metadata"]?["resourceVersion"] = .string(String((Int(known) ?? 0) + 1))
                tree["metadata"]?["generation"] = .number((stored["metadata"]?["generation"]?.int ?? 0) + 1)
                return tree
            }
        }
        return Resource(kind, tree.document().root)
    }

    func delete(_ name: String, namespace: String) async throws {
        try named(name) { () throws(TemplateStore.Failure) in try store.delete(name, in: place(namespace)) }
    }

    private func place(_ namespace: String) -> String? { kind.isNamespaced ? namespace : nil }

    /// Checks what every stored object must have, and returns its name.
    private func prepare(_ manifest: inout ValueTree, namespace: String) throws(BackendError) -> String {
        guard case .object = manifest else { throw .invalid("a manifest must be an object") }
        if let given = manifest["kind"], given != .string(kind.rawValue) {
            throw .invalid("kind must be '\(kind.rawValue)', not '\(given.scalarText ?? "")'")
        }
        var metadata = manifest["metadata"] ?? .object([:])
        if metadata["name"]?.string ?? "" == "", let prefix = metadata["generateName"]?.string, !prefix.isEmpty {
            metadata["name"] = .string(GeneratedName.make(from: prefix, random: configuration.random))
        }
        guard let name = metadata["name"]?.string, !name.isEmpty else { throw .invalid("metadata.name is missing") }
        guard ObjectName.isName(name) else {
            throw .invalid("metadata.name '\(name)' is no name: \(ObjectName.rule)")
        }
        if kind.isNamespaced {
            guard ObjectName.isNamespace(namespace) else { throw .invalid("'\(namespace)' is no namespace") }
            if let own = metadata["namespace"]?.string, !own.isEmpty, own != namespace {
                throw .invalid("the namespace of the template, '\(own)', is not the one it is sent to, '\(namespace)'")
            }
            metadata["namespace"] = .string(namespace)
        } else {
            metadata["namespace"] = nil
        }
        guard case .object = manifest["spec"] else { throw .invalid("spec is missing") }
        manifest["apiVersion"] = manifest["apiVersion"] ?? "argoproj.io/v1alpha1"
        manifest["kind"] = .string(kind.rawValue)
        manifest["metadata"] = metadata
        return name
    }

    /// Does something with the store and says what went wrong as a backend does.
    private func named<Result>(
        _ name: String, _ body: () throws(TemplateStore.Failure) -> Result
    ) throws(BackendError) -> Result {
        do throws(TemplateStore.Failure) {
            return try body()
        } catch {
            switch error {
            case .system(let error): throw error.backendError
            case .exists: throw .conflict("\(kind.singular) '\(name)' already exists")
            case .missing: throw .notFound("\(kind.singular) '\(name)' not found")
            case .changed: throw .conflict("\(kind.singular) '\(name)' was changed meanwhile; get it and try again")
            case .unreadable(let message): throw .storage(message)
            }
        }
    }
}
