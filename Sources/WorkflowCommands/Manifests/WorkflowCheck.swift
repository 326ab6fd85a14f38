import DocumentKit
import WorkflowAPI

/// The mistakes in a Workflow manifest that can be named before a server sees it.
///
/// Only what no server could accept; the linter knows more.
struct WorkflowCheck {
    let manifest: Manifest
    let options: SubmitOptions

    func run() throws(ManifestError) {
        let root = manifest.value
        if let version = root["apiVersion"], version.string != "argoproj.io/v1alpha1" {
            throw manifest.error("apiVersion is not 'argoproj.io/v1alpha1'", at: version)
        }
        try checkName(root)
        guard let spec = root["spec"], spec.kind == .object else {
            throw manifest.error(
                root["spec"] == nil ? "no 'spec'" : "'spec' is not an object", at: root["spec"] ?? root,
                hint: "a workflow has a spec with an 'entrypoint' and 'templates'")
        }
        // What a referenced template declares is known to the server only.
        guard spec["workflowTemplateRef"] == nil else { return }
        let templates = try checkTemplates(spec)
        let entrypoint = try checkEntrypoint(spec, templates)
        try checkParameters(spec, entrypoint)
    }

    private func checkName(_ root: DocumentValue) throws(ManifestError) {
        guard options.name == nil, options.generateName == nil else { return }
        let metadata = root["metadata"]
        for key in ["name", "generateName"] {
            if let value = metadata?[key], value.string?.isEmpty == false { return }
            if let value = metadata?[key], value.string == nil, !value.isNull {
                throw manifest.error("metadata.\(key) is \(value.kind.described), expected a string", at: value)
            }
        }
        throw manifest.error(
            "neither metadata.name nor metadata.generateName is set", at: metadata ?? root,
            hint: "set one of them, or give --name or --generate-name")
    }

    private func checkTemplates(_ spec: DocumentValue) throws(ManifestError) -> [String: DocumentValue] {
        guard let list = spec["templates"], list.kind == .array, list.count > 0 else {
            throw manifest.error("spec.templates is missing or empty", at: spec["templates"] ?? spec)
        }
        var templates: [String: DocumentValue] = [:]
        for (index, template) in list.elements.enumerated() {
            guard let name = template["name"]?.string, !name.isEmpty else {
                throw manifest.error("spec.templates[\(index)].name is required", at: template)
            }
            templates[name] = template
        }
        return templates
    }

    private func checkEntrypoint(
        _ spec: DocumentValue, _ templates: [String: DocumentValue]
    ) throws(ManifestError) -> DocumentValue {
        let known = "the templates are " + templates.keys.sorted().map { "'\($0)'" }.joined(separator: ", ")
        if let name = options.entrypoint {
            guard let template = templates[name] else {
                throw ManifestError(
                    manifest.source, "--entrypoint names the template '\(name)', which does not exist", hint: known)
            }
            return template
        }
        guard let value = spec["entrypoint"] else {
            throw manifest.error("no spec.entrypoint", at: spec, hint: known)
        }
        guard let name = value.string, let template = templates[name] else {
            throw manifest.error(
                "spec.entrypoint names the template '\(value.scalarText ?? "")', which does not exist", at: value,
                hint: known)
        }
        return template
    }

    private func checkParameters(_ spec: DocumentValue, _ entrypoint: DocumentValue) throws(ManifestError) {
        let declared = [spec["arguments"], entrypoint["inputs"]].flatMap { holder in
            (holder?["parameters"]).map { Array($0.elements).compactMap { $0["name"]?.string } } ?? []
        }
        for parameter in options.parameters where !declared.contains(parameter.name) {
            let names =
                declared.isEmpty
                ? "the workflow takes no parameters"
                : "the parameters are " + Set(declared).sorted().map { "'\($0)'" }.joined(separator: ", ")
            throw ManifestError(manifest.source, "unknown parameter '\(parameter.name)'", hint: names)
        }
    }
}
