import DocumentKit

/// Checks that no two objects of a list have the same name.
enum NameCheck {
    /// - Parameter path: the way to the list, as argo's messages write it: `templates.main.inputs.parameters`.
    static func run(_ list: DocumentValue?, path: @autoclosure () -> String, into findings: inout Findings) {
        guard let list, list.count > 1 else { return }
        var names: Set<String> = []
        for (index, value) in list.elements.enumerated() {
            guard let place = value["name"], let name = place.sentText, !name.isEmpty else { continue }
            if !names.insert(name).inserted {
                findings.add(.duplicateName, "\(path())[\(index)].name '\(name)' is not unique", at: place)
            }
        }
    }

    /// The steps of all groups of a template share their names.
    static func run(groupsOf template: TemplateView, into findings: inout Findings) {
        var names: Set<String> = []
        for (index, group) in template.groups.enumerated() {
            for call in group where !names.insert(call.name).inserted {
                findings.add(
                    .duplicateName, "\(template.path).steps[\(index)].name '\(call.name)' is not unique",
                    at: call.value["name"] ?? call.value)
            }
        }
    }
}
