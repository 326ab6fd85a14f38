import DocumentKit
import WorkflowModel

/// All documents linted together, to find what one says of another in.
struct Library {
    /// One of the templates: the spec and the template's place in it.
    struct Key: Hashable {
        var spec: Int
        var template: Int
    }

    /// What a call leads to.
    enum Found {
        case template(TemplateView, Key)
        case inline(TemplateView)
        /// The document it would be in is here, and it is not in it.
        case undefined(in: SpecView)
        /// The object it would be in is not here.
        case elsewhere(TemplateReference)
        /// It cannot be told before run time, or the shape is wrong.
        case unknown
    }

    let specs: [SpecView]
    private let stored: [String: [Int]]
    private let namesOfTemplates: [String]
    private let namesOfClusterTemplates: [String]

    init(_ subjects: [Subject]) {
        let specs = subjects.enumerated().compactMap { SpecView($1, at: $0) }
        self.specs = specs
        stored = Dictionary(grouping: specs.indices.filter { specs[$0].isLibrary }) { specs[$0].name }
        func names(of kind: ManifestKind) -> [String] {
            specs.filter { $0.kind == kind && !$0.name.isEmpty }.map(\.name)
        }
        namesOfTemplates = names(of: .workflowTemplate)
        namesOfClusterTemplates = names(of: .clusterWorkflowTemplate)
    }

    /// The stored objects of one scope, for hints.
    func names(isClusterScoped: Bool) -> [String] { isClusterScoped ? namesOfClusterTemplates : namesOfTemplates }

    /// The namespace of a workflow template that has the name referred to.
    func namespaceOfAnother(_ reference: TemplateReference) -> String? {
        guard !reference.isClusterScoped else { return nil }
        return stored[reference.name]?.lazy.filter { specs[$0].kind == .workflowTemplate }
            .compactMap { specs[$0].namespace }.first
    }

    subscript(_ key: Key) -> TemplateView { specs[key.spec].templates[key.template] }

    /// The place of the stored object a reference names.
    func find(_ reference: TemplateReference, from origin: SpecView) -> Int? {
        candidates(reference, from: origin).first
    }

    /// The objects of that name, those of the same file first: files of several environments may have one each. Objects
    /// that name no namespace may be in any.
    private func candidates(_ reference: TemplateReference, from origin: SpecView) -> [Int] {
        let kind = reference.isClusterScoped ? ManifestKind.clusterWorkflowTemplate : .workflowTemplate
        var places = (stored[reference.name] ?? []).filter { specs[$0].kind == kind }
        if !reference.isClusterScoped, let namespace = origin.namespace {
            let inside = places.filter { specs[$0].namespace == namespace }
            places = inside.isEmpty ? places.filter { specs[$0].namespace == nil } : inside
        }
        guard places.count > 1 else { return places }
        return places.filter { specs[$0].source == origin.source } + places.filter { specs[$0].source != origin.source }
    }

    /// The spec that holds the templates of another: itself, or the stored object that it is made from.
    /// - Returns: nil when that object is not here.
    func home(of place: Int) -> Int? {
        guard let reference = specs[place].reference else { return place }
        return find(reference, from: specs[place])
    }

    /// The template that a call in a spec runs.
    func resolve(_ target: CallTarget, in place: Int) -> Found {
        switch target {
        case .unknown: return .unknown
        case .inline(let template): return .inline(template)
        case .template(let name, _):
            guard let home = home(of: place) else { return .unknown }
            return template(name, in: home)
        case .reference(let reference, _):
            let objects = candidates(reference, from: specs[place])
            guard let first = objects.first else { return .elsewhere(reference) }
            return template(
                reference.template, in: objects.first { specs[$0].places[reference.template] != nil } ?? first)
        }
    }

    func template(_ name: String, in place: Int) -> Found {
        guard let template = specs[place].places[name] else {
            return .undefined(in: specs[place])
        }
        return .template(specs[place].templates[template], Key(spec: place, template: template))
    }
}
