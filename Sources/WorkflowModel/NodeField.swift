/// A field of a node that a selector can name.
package enum NodeField: Sendable, Hashable {
    case displayName, templateName, phase, name, id, referenceName, referenceTemplate
    /// The value of an input parameter.
    case input(String)

    private static let plain: [(key: String, field: NodeField)] = [
        ("displayName", .displayName), ("templateName", .templateName), ("phase", .phase), ("name", .name),
        ("id", .id), ("templateRef.name", .referenceName), ("templateRef.template", .referenceTemplate),
    ]
    private static let inputPrefix = "inputs.parameters."
    private static let inputSuffix = ".value"

    /// The keys a selector may use, for messages.
    package static let keys = plain.map(\.key) + [inputPrefix + "NAME" + inputSuffix]

    package init?(_ key: String) {
        if let field = Self.plain.first(where: { $0.key == key })?.field {
            self = field
        } else if key.hasPrefix(Self.inputPrefix), key.hasSuffix(Self.inputSuffix),
            key.utf8.count > Self.inputPrefix.utf8.count + Self.inputSuffix.utf8.count
        {
            self = .input(String(key.dropFirst(Self.inputPrefix.count).dropLast(Self.inputSuffix.count)))
        } else {
            return nil
        }
    }

    /// As a selector spells it.
    package var key: String {
        if case .input(let name) = self { return Self.inputPrefix + name + Self.inputSuffix }
        return Self.plain.first { $0.field == self }?.key ?? ""
    }

    /// Empty where the node has no such field.
    package func text(of node: WorkflowNode) -> String {
        switch self {
        case .displayName: node.displayName
        case .templateName: node.effectiveTemplate
        case .phase: node.phaseText
        case .name: node.name
        case .id: node.id
        case .referenceName: node.templateReference?.name ?? ""
        case .referenceTemplate: node.templateReference?.template ?? ""
        case .input(let name): node.inputParameters.last { $0.name == name }?.value ?? ""
        }
    }
}
