import DocumentKit

/// Checks where the inputs and outputs of a template come from; it depends on what the template does.
struct SourceCheck {
    let template: TemplateView

    private var path: String { template.path }

    func run(into findings: inout Findings) {
        for kind in ["parameters", "artifacts"] {
            for side in ["inputs", "outputs"] {
                NameCheck.run(template.value[path: side, kind], path: "\(path).\(side).\(kind)", into: &findings)
            }
        }
        guard let type = template.type else { return }
        for artifact in template.inputs.artifacts {
            if artifact.value.name("from") != nil, let place = artifact.value["from"] {
                findings.add(
                    .misplacedSource, "\(path).inputs.artifacts.\(artifact.name).from not valid in inputs", at: place,
                    hint: "the arguments of the call say where it comes from")
            }
            checkPath(of: artifact, "inputs", type, &findings)
            HDFSCheck(path: "\(path).inputs.artifacts.\(artifact.name).hdfs")
                .run(artifact.value["hdfs"], into: &findings)
        }
        HDFSCheck(path: "\(path).archiveLocation.hdfs")
            .run(template.value[path: "archiveLocation", "hdfs"], into: &findings)
        for artifact in template.outputs.artifacts { checkPath(of: artifact, "outputs", type, &findings) }
        for parameter in template.outputs.parameters { check(parameter, type, &findings) }
        if type == .resource { checkManifest(&findings) }
        if type == .containerSet { checkMain(&findings) }
    }

    private func checkPath(of artifact: Port, _ side: String, _ type: TemplateType, _ findings: inout Findings) {
        let place = artifact.value.given("path")
        guard let place, place.string != "" else {
            if type.hasFiles {
                findings.add(
                    .missingSource,
                    "error in \(path).\(side).artifacts.\(artifact.name): Artifact '\(artifact.name)' did not specify a path",
                    at: artifact.value)
            }
            return
        }
        if !type.hasFiles {
            findings.add(
                .misplacedSource,
                "\(path).\(side).artifacts.\(artifact.name).path only valid in container/script templates", at: place)
        } else if place.isPlain, let text = place.sentText, ArtifactPath.leavesFolder(text) {
            findings.add(
                .invalidValue,
                "error in \(path).\(side).artifacts.\(artifact.name): Artifact '\(artifact.name)' attempted to use "
                    + "a path containing '..'. Directory traversal is not permitted", at: place)
        }
    }

    private func check(_ parameter: Port, _ type: TemplateType, _ findings: inout Findings) {
        let name = "\(path).outputs.parameters.\(parameter.name)"
        guard parameter.value.given("value") == nil else { return }
        guard let source = parameter.value.given("valueFrom") else {
            findings.add(.missingSource, "\(name) does not have valueFrom or value specified", at: parameter.value)
            return
        }
        let sources = ["path", "jqFilter", "jsonPath", "parameter", "expression", "supplied"]
        // None at all is told by the rules on shape.
        guard source.kind == .object, sources.contains(where: { source.isSet($0) }) else { return }
        let message: String
        switch type {
        case .container, .containerSet, .script:
            if source.isSet("path") { return }
            message = "\(name).path must be specified for \(type.title) templates"
        case .resource:
            if source.isSet("jqFilter") || source.isSet("jsonPath") { return }
            message = "\(name) .jqFilter or jsonPath must be specified for \(type.title) templates"
        case .steps, .dag:
            if source.isSet("parameter") || source.isSet("expression") { return }
            message = "\(name).parameter or expression must be specified for \(type.title) templates"
        case .suspend, .data, .http, .plugin: return
        }
        findings.add(.missingSource, message, at: source)
    }

    private func checkManifest(_ findings: inout Findings) {
        guard let artifact = template.value[path: "resource", "manifestFrom", "artifact"],
            let name = artifact.name("name"), !template.inputs.hasArtifact(name)
        else { return }
        findings.add(
            .missingSource, "artifact \(name) in `manifestFrom` refer to a non-exist artifact",
            at: artifact["name"] ?? artifact,
            choice: Finding.Choice(name, among: template.inputs.artifacts.map(\.name)))
    }

    /// Files are read and written by the container `main`.
    private func checkMain(_ findings: inout Findings) {
        guard !template.hasResult, let containers = template.value[path: "containerSet", "containers"],
            !template.inputs.artifacts.isEmpty || !template.outputs.parameters.isEmpty
                || !template.outputs.artifacts.isEmpty
        else { return }
        findings.add(
            .missingSource,
            "\(path).containerSet.containers must have a container named \"main\" for input or output", at: containers)
    }
}

extension DocumentValue {
    /// A member that is neither null nor an empty text.
    fileprivate func isSet(_ key: String) -> Bool { given(key).map { $0.string != "" } ?? false }
}
