import DocumentKit

/// Checks that a container gets no two things at one path: volumes, and the artifacts it reads.
struct MountCheck {
    /// How messages write the way to the template.
    private let path: String
    private var owners: [String: String] = [:]

    static func run(_ template: TemplateView, into findings: inout Findings) {
        var check = Self(path: template.path)
        switch template.type {
        case .container:
            check.takeVolumes(of: template.value["container"], "container", &findings)
            check.takeArtifacts(of: template, &findings)
        case .script:
            check.takeVolumes(of: template.value["script"], "script", &findings)
            // An artifact inside a volume is put there; only containers are refused that.
            check.owners = [:]
            check.takeArtifacts(of: template, &findings)
        case .containerSet:
            guard let set = template.value["containerSet"] else { return }
            check.takeVolumes(of: set, "containerSet", &findings)
            // Every container has the volumes of the set beside its own.
            let shared = check.owners
            for (index, container) in (set["containers"]?.elements.map(\.self) ?? []).enumerated() {
                check.owners = shared
                check.takeVolumes(of: container, "containerSet.containers[\(index)]", &findings)
            }
            check.owners = [:]
            check.takeArtifacts(of: template, &findings)
        default: break
        }
    }

    private init(path: String) { self.path = path }

    private mutating func takeVolumes(of holder: DocumentValue?, _ word: String, _ findings: inout Findings) {
        guard let mounts = holder?["volumeMounts"] else { return }
        for (index, mount) in mounts.elements.enumerated() {
            take(
                mount["mountPath"], owner: "\(word).volumeMounts.\(mount.name("name") ?? "")",
                as: "\(word).volumeMounts[\(index)].mountPath", &findings)
        }
    }

    private mutating func takeArtifacts(of template: TemplateView, _ findings: inout Findings) {
        guard let artifacts = template.value[path: "inputs", "artifacts"] else { return }
        for (index, artifact) in artifacts.elements.enumerated() {
            take(
                artifact["path"], owner: "inputs.artifacts.\(artifact.name("name") ?? "")",
                as: "inputs.artifacts[\(index)].path", isCleaned: true, &findings)
        }
    }

    /// - Parameter isCleaned: the server cleans the path before it compares it.
    private mutating func take(
        _ place: DocumentValue?, owner: String, as field: @autoclosure () -> String, isCleaned: Bool = false,
        _ findings: inout Findings
    ) {
        guard let place, place.isPlain, let text = place.sentText, !text.isEmpty else { return }
        let key = isCleaned ? ArtifactPath.cleaned(text) : text
        guard let other = owners.updateValue(owner, forKey: key) else { return }
        findings.add(.duplicateMount, "\(path).\(field()) '\(text)' already mounted in \(other)", at: place)
    }
}
