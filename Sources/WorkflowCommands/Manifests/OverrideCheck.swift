import DocumentKit
import WorkflowAPI

/// What a manifest and the options of `submit` must agree on; what is wrong with the manifest itself is the linter's.
struct OverrideCheck {
    let manifest: Manifest
    let options: SubmitOptions

    func run() throws(ManifestError) {
        try checkName()
        // What a referenced template declares is known to the server only.
        guard let spec = manifest.value["spec"], spec["workflowTemplateRef"] == nil else { return }
        let entrypoint = try checkEntrypoint(spec)
        try checkParameters(spec, entrypoint)
    }

    private func checkName() throws(ManifestError) {
        guard options.name == nil, options.generateName == nil else { return }
        let metadata = manifest.value["metadata"]
        for key in ["name", "generateName"] where metadata?[key].map({ !$0.isNull && !$0.isText("") }) ?? false {
            return
        }
        throw manifest.error(
            "neither metadata.name nor metadata.generateName is set", at: metadata ?? manifest.value,
            hint: "set one of them, or give --name or --generate-name")
    }

    /// The template to start with, as far as there is one.
    private func checkEntrypoint(_ spec: DocumentValue) throws(ManifestError) -> DocumentValue? {
        let templates = spec["templates"].map { Array($0.elements) } ?? []
        let name = options.entrypoint ?? spec["entrypoint"]?.string
        if let template = templates.last(where: { $0["name"]?.string == name }) { return template }
        guard let asked = options.entrypoint else { return nil }
        let names = templates.compactMap { $0["name"]?.string }.sorted().map { "'\($0)'" }
        throw ManifestError(
            manifest.source, "--entrypoint names the template '\(asked)', which does not exist",
            hint: "the templates are \(names.joined(separator: ", "))")
    }

    private func checkParameters(_ spec: DocumentValue, _ entrypoint: DocumentValue?) throws(ManifestError) {
        let declared = [spec["arguments"], entrypoint?["inputs"]].flatMap { holder in
            (holder?["parameters"]).map { Array($0.elements).compactMap { $0["name"]?.string } } ?? []
        }
        for parameter in options.parameters where !declared.contains(parameter.name) {
            let names =
                declared.isEmpty
                ? "the workflow takes no parameters"
                : "the parameters are " + Set(declared).sorted().map { "'\($0)'" }.joined(separator: ", ")
            throw ManifestError(manifest.source, "unknown parameter '\(parameter.name)'", hint: names)
        }
        for parameter in options.parameters { try checkChoice(parameter, spec) }
    }

    /// A server compares with the `enum` that the workflow's own arguments have.
    private func checkChoice(_ parameter: SubmitOptions.Parameter, _ spec: DocumentValue) throws(ManifestError) {
        let declared = spec[path: "arguments", "parameters"].map { Array($0.elements) } ?? []
        guard let place = declared.first(where: { $0["name"]?.string == parameter.name })?["enum"],
            place.kind == .array
        else { return }
        let choices = place.elements.compactMap(\.scalarText)
        guard !choices.isEmpty, !choices.contains(parameter.value) else { return }
        throw manifest.error(
            "the parameter '\(parameter.name)' cannot be '\(parameter.value)'", at: place,
            hint: "it can be " + choices.map { "'\($0)'" }.joined(separator: ", "))
    }
}
