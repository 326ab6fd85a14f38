package import DocumentKit

/// Makes text of the numbers and booleans that stand in a manifest's text fields.
///
/// argo reads YAML so: `args: [8080]` is `["8080"]`. A server reads JSON, in which a number is no text.
package struct TextFields {
    private let table = FieldTable.shared

    package init() {}

    package func quoted(_ manifest: ValueTree, as kind: ManifestKind) -> ValueTree {
        guard let type = table.type(named: kind.rawValue) else { return manifest }
        return object(manifest, as: type)
    }

    private func object(_ tree: ValueTree, as type: Int) -> ValueTree {
        mapMembers(of: tree) { key, value in
            guard let index = table.types[type].fields.first(where: { table.fields[$0].name == key }) else {
                return value
            }
            let field = table.fields[index]
            return self.value(value, as: field.kind, lists: field.lists, isMap: field.isMap)
        }
    }

    private func value(_ tree: ValueTree, as kind: FieldKind, lists: Int, isMap: Bool) -> ValueTree {
        if lists > 0 {
            guard case .array(let elements) = tree else { return tree }
            return .array(elements.map { value($0, as: kind, lists: lists - 1, isMap: isMap) })
        }
        if isMap { return mapMembers(of: tree) { _, member in value(member, as: kind, lists: 0, isMap: false) } }
        switch kind {
        case .type(let type): return object(tree, as: type)
        case .values: return text(tree)
        case .scalar(.labels), .scalar(.annotations): return mapMembers(of: tree) { _, member in text(member) }
        case .scalar(let scalar): return scalar.isText ? text(tree) : tree
        }
    }

    private func text(_ tree: ValueTree) -> ValueTree {
        switch tree {
        case .number(let number): .string(number)
        case .bool(let truth): .string(truth ? "true" : "false")
        default: tree
        }
    }

    private func mapMembers(of tree: ValueTree, _ change: (String, ValueTree) -> ValueTree) -> ValueTree {
        guard case .object(let members) = tree else { return tree }
        return .object(.init(members.map { (key: $0.key, value: change($0.key, $0.value)) }))
    }
}

extension FieldKind.Scalar {
    /// Whether only a string is taken.
    fileprivate var isText: Bool { expectation == FieldKind.Scalar.string.expectation }
}
