import DocumentKit

/// What a template does; the raw value is the field that says it.
enum TemplateType: String, CaseIterable, Sendable {
    case container, containerSet, steps, script, resource, dag, suspend, data, http, plugin

    /// nil unless exactly one of the fields is there: the shape of such a template is wrong already.
    init?(of template: DocumentValue) {
        var types: [Self] = []
        for (key, value) in template.fields where !value.isNull {
            if let type = key.string.flatMap(Self.init(rawValue:)) { types.append(type) }
        }
        guard types.count == 1 else { return nil }
        self = types[0]
    }

    /// As argo's messages write it.
    var title: String {
        switch self {
        case .container: "Container"
        case .containerSet: "ContainerSet"
        case .steps: "Steps"
        case .script: "Script"
        case .resource: "Resource"
        case .dag: "DAG"
        case .suspend: "Suspend"
        case .data: "Data"
        case .http: "HTTP"
        case .plugin: "Plugin"
        }
    }

    /// It calls no other templates.
    var isLeaf: Bool { self != .steps && self != .dag }

    /// It runs as a pod of its own.
    var isPod: Bool {
        switch self {
        case .container, .containerSet, .script, .resource, .data: true
        case .steps, .dag, .suspend, .http, .plugin: false
        }
    }

    /// Its artifacts are files: argo wants a path for each of them.
    var hasFiles: Bool { isLeaf && self != .suspend }
}
