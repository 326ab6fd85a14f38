import DocumentKit

/// One template of a document, with what the rules ask of it again and again.
final class TemplateView: Sendable {
    let value: DocumentValue
    /// Empty for an inline template.
    let name: String
    /// How argo's messages write the way to it: `templates.main`.
    let path: String
    let type: TemplateType?
    let inputs: Ports
    let outputs: Ports
    let isDaemon: Bool
    /// The groups of a steps template; the tasks of a DAG as one group; none for others.
    let groups: [[CallView]]
    /// Every call in it, with the hooks, and the calls of inline templates.
    let allCalls: [CallView]

    /// A template that stands in a step or task; its path is that of the call.
    convenience init(inline value: DocumentValue, path: String) { self.init(value, name: "", path: path) }

    /// - Parameter defaults: the spec's `templateDefaults`.
    init(_ value: DocumentValue, name: String, path: String, defaults: DocumentValue? = nil) {
        self.value = value
        self.name = name
        self.path = path
        type = TemplateType(of: value)
        inputs = Ports(value["inputs"], defaults: defaults?["inputs"])
        outputs = Ports(value["outputs"], defaults: defaults?["outputs"])
        isDaemon = [value, defaults].contains { $0?["daemon"]?.bool == true }
        switch type {
        case .steps:
            groups =
                value["steps"].map { steps in
                    steps.elements.enumerated().map { Self.calls($1, template: path, kind: .step(group: $0)) }
                } ?? []
        case .dag: groups = value[path: "dag", "tasks"].map { [Self.calls($0, template: path, kind: .task)] } ?? []
        default: groups = []
        }
        allCalls = Self.allCalls(from: groups)
    }

    private static func allCalls(from groups: [[CallView]]) -> [CallView] {
        var calls: [CallView] = []
        var open = groups.flatMap(\.self)
        while let call = open.popLast() {
            calls.append(call)
            open += call.hooks
            if case .inline(let template) = call.target { open += template.groups.flatMap(\.self) }
        }
        return calls
    }

    /// The steps or tasks of one list; those without a name are left to the rules on shape.
    private static func calls(_ list: DocumentValue, template: String, kind: CallLabel.Kind) -> [CallView] {
        list.elements.compactMap { value in
            guard let name = value.name("name") else { return nil }
            return CallView(value, label: CallLabel(template: template, kind: kind, name: name))
        }
    }

    /// It has a result and an exit code.
    var hasResult: Bool {
        switch type {
        case .container, .script, .data, .http, .plugin: true
        case .containerSet:
            value["containerSet"]?["containers"]?.elements.contains { $0["name"]?.sentText == "main" } ?? true
        case .steps, .dag, .resource, .suspend: false
        case nil: true
        }
    }
}
