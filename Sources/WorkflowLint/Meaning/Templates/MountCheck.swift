import DocumentKit

/// Checks that a container gets no two things at one path: volumes, and the artifacts it reads.
enum MountCheck {
    static func run(_ template: TemplateView, into findings: inout Findings) {
        guard template.type == .container, let container = template.value["container"] else { return }
        var owners: [String: String] = [:]
        func take(_ place: DocumentValue?, owner: String, as path: @autoclosure () -> String) {
            guard let place, place.isPlain, let text = place.string, !text.isEmpty else { return }
            if let other = owners.updateValue(owner, forKey: text) {
                findings.add(
                    .duplicateMount, "\(template.path).\(path()) '\(text)' already mounted in \(other)", at: place)
            }
        }
        if let mounts = container["volumeMounts"] {
            for (index, mount) in mounts.elements.enumerated() {
                take(
                    mount["mountPath"], owner: "container.volumeMounts.\(mount.name("name") ?? "")",
                    as: "container.volumeMounts[\(index)].mountPath")
            }
        }
        if let artifacts = template.value[path: "inputs", "artifacts"] {
            for (index, artifact) in artifacts.elements.enumerated() {
                take(
                    artifact["path"], owner: "inputs.artifacts.\(artifact.name("name") ?? "")",
                    as: "inputs.artifacts[\(index)].path")
            }
        }
    }
}
