import DocumentKit
import WorkflowModel

/// Checks where a workflow begins and what it is given: entrypoint, arguments, exit handler and hooks.
struct EntryCheck {
    let library: Library
    let place: Int
    let options: Linter.Options

    private var spec: SpecView { library.specs[place] }
    private var calls: CallCheck {
        CallCheck(library: library, place: place, ignoresMissing: options.ignoresMissing)
    }

    func run(into findings: inout Findings) {
        // A cron workflow starts by itself: nobody is there to give it values. Other runs get theirs when they start.
        let isOpen = spec.kind != .cronWorkflow && (spec.isLibrary || !options.requiresValues)
        ArgumentCheck(
            prefix: "\(spec.path).arguments", isOpen: isOpen || spec.reference != nil, given: spec.overrides.parameters
        ).run(spec.spec["arguments"], into: &findings)
        let home = library.home(of: place)
        if home == nil, let reference = spec.reference, !reference.name.isEmpty,
            let value = spec.spec["workflowTemplateRef"]
        {
            calls.reportMissing(reference, at: value["name"] ?? value, prefix: "", &findings)
        }
        guard let home else { return }
        if home != place, let reference = spec.spec["workflowTemplateRef"] {
            if !isOpen { checkArguments(with: home, reference, &findings) }
            if !spec.isLibrary {
                InheritedVariableCheck(library: library, place: place, reference: reference)
                    .run(from: home, into: &findings)
            }
        }
        checkEntrypoint(in: home, &findings)
        for hook in spec.hooks { check(hook, in: home, &findings) }
    }

    /// The arguments of a stored object are those of the run where the run has none of that name.
    private func checkArguments(with home: Int, _ reference: DocumentValue, _ findings: inout Findings) {
        let own = spec.arguments.parameters
        let all = own + library.specs[home].arguments.parameters
        let isGiven = { (port: Port) in port.value.given("value") != nil || port.value.given("valueFrom") != nil }
        var names = Set(all.filter(isGiven).map(\.name) + spec.overrides.parameters)
        for parameter in all where names.insert(parameter.name).inserted {
            let path = "\(spec.path).arguments.\(parameter.name)"
            let place = own.first { $0.name == parameter.name }.flatMap { $0.value["name"] }
            findings.add(
                .missingValue, "\(path).value or \(path).valueFrom is required", at: place ?? reference,
                hint: place == nil ? "'\(library.specs[home].name)' names it without a value" : nil)
        }
    }

    private func checkEntrypoint(in home: Int, _ findings: inout Findings) {
        let value = spec.spec["entrypoint"]
        guard let entrypoint = spec.entrypoint ?? library.specs[home].entrypoint else {
            // The type of what stands there is for the rules on shape.
            guard !spec.isLibrary, value.map({ $0.isNull || $0.string == "" }) ?? true else { return }
            findings.add(
                .missingField, "\(spec.path).entrypoint is required", at: spec.spec,
                hint: "name the template to start with", holder: spec.spec, missing: ["entrypoint"])
            return
        }
        guard !entrypoint.contains("{{") else { return }
        switch library.template(entrypoint, in: home) {
        case .template(let template, _):
            if !spec.isLibrary { checkInputs(of: template, in: home, at: value, prefix: "", &findings) }
        case .undefined(let other):
            findings.add(
                .undefinedTemplate, "template name '\(entrypoint)' undefined", at: value ?? spec.spec,
                choice: Finding.Choice(entrypoint, among: other.templateNames))
        case .inline, .elsewhere, .unknown: break
        }
    }

    /// The first template, and the exit handler, are called with the arguments of the workflow.
    private func checkInputs(
        of template: TemplateView, in home: Int, at value: DocumentValue?, prefix: String, _ findings: inout Findings
    ) {
        guard !template.inputs.parameters.isEmpty || !template.inputs.artifacts.isEmpty else { return }
        let own = spec.arguments
        let inherited = library.specs[home].arguments
        let given = Set((own.parameters + inherited.parameters).map(\.name) + spec.overrides.parameters)
        for input in template.inputs.parameters where !input.hasValue && !given.contains(input.name) {
            reportMissing("parameters", input, of: template, at: value, prefix, &findings)
        }
        for input in template.inputs.artifacts where !input.isOptional && !input.hasLocation {
            guard !own.hasArtifact(input.name), !inherited.hasArtifact(input.name) else { continue }
            reportMissing("artifacts", input, of: template, at: value, prefix, &findings)
        }
    }

    private func reportMissing(
        _ kind: String, _ input: Port, of template: TemplateView, at value: DocumentValue?, _ prefix: String,
        _ findings: inout Findings
    ) {
        findings.add(
            .missingInput, "\(prefix)\(template.path) inputs.\(kind).\(input.name) was not supplied",
            at: value ?? spec.spec, hint: "name '\(input.name)' in '\(spec.path).arguments.\(kind)'")
    }

    private func check(_ hook: CallView, in home: Int, _ findings: inout Findings) {
        guard hook.label.name == "onExit" else {
            calls.run(hook, into: &findings)
            HookCheck.run(hook, into: &findings)
            return
        }
        if let template = calls.target(of: hook, prefix: "", &findings) {
            checkInputs(of: template, in: home, at: hook.value, prefix: "", &findings)
        }
    }
}
