import DocumentKit
import WorkflowModel

/// Checks one call: that its template is there, and that it gets what it needs.
struct CallCheck {
    let library: Library
    /// The spec the call stands in.
    let place: Int
    let ignoresMissing: Bool

    /// Checks a step, a task or a hook, and the hooks of it.
    func run(_ call: CallView, into findings: inout Findings) {
        if let template = target(of: call, &findings) { checkInputs(of: template, call, &findings) }
        if let arguments = call.value["arguments"] {
            ArgumentCheck(prefix: "\(call.label).arguments", isOpen: false).run(arguments, into: &findings)
        }
        if case .inline(let template) = call.target {
            for call in template.groups.flatMap(\.self) { run(call, into: &findings) }
        }
        for hook in call.hooks { run(hook, into: &findings) }
    }

    /// The template a call runs; a finding where there is none.
    /// - Parameter prefix: what messages begin with, in place of the call's own label.
    func target(of call: CallView, prefix: String? = nil, _ findings: inout Findings) -> TemplateView? {
        let prefix = prefix ?? "\(call.label) "
        switch library.resolve(call.target, in: place) {
        case .template(let template, _), .inline(let template): return template
        case .unknown:
            let words = ["template", "templateRef", "inline"]
            guard call.value.kind == .object, !words.contains(where: { call.value.given($0) != nil }) else { break }
            findings.add(
                .missingField, "\(prefix)names no template", at: call.value["name"] ?? call.value,
                hint: "one of 'template', 'templateRef' and 'inline' says what it runs")
        case .undefined(let spec):
            let known = spec.templateNames
            switch call.target {
            case .template(let name, let value):
                findings.add(
                    .undefinedTemplate, "\(prefix)template name '\(name)' undefined", at: value,
                    choice: Finding.Choice(name, among: known))
            case .reference(let reference, let value):
                findings.add(
                    .undefinedTemplate, "\(prefix)template reference \(reference.name).\(reference.template) not found",
                    at: value["template"] ?? value, choice: Finding.Choice(reference.template, among: known))
            case .inline, .unknown: break
            }
        case .elsewhere(let reference):
            if case .reference(_, let value) = call.target {
                reportMissing(reference, at: value["name"] ?? value, prefix: prefix, &findings)
            }
        }
        return nil
    }

    /// An object that is referred to and not among the documents.
    func reportMissing(
        _ reference: TemplateReference, at value: DocumentValue, prefix: String, _ findings: inout Findings
    ) {
        guard !ignoresMissing else { return }
        let object =
            if reference.isClusterScoped {
                "cluster workflow template \"\(reference.name)\""
            } else {
                "workflow template \"\(reference.name)\""
                    + (library.specs[place].namespace.map { " in namespace \"\($0)\"" } ?? "")
            }
        let message = "\(prefix)couldn't find \(object)"
        guard let other = library.namespaceOfAnother(reference) else {
            findings.add(
                .missingReference, message, at: value,
                hint: "lint its file along, or leave out such references with --ignore-missing",
                choice: Finding.Choice(reference.name, among: library.names(isClusterScoped: reference.isClusterScoped))
            )
            return
        }
        findings.add(
            .missingReference, message, at: value,
            hint: "one of this name is in the namespace \"\(other)\", where nothing of another namespace finds it")
    }

    private func checkInputs(of template: TemplateView, _ call: CallView, _ findings: inout Findings) {
        let arguments = call.arguments
        let place = call.value["arguments"] ?? call.value["template"] ?? call.value["templateRef"] ?? call.value
        let callee = template.name.isEmpty ? "" : " \(template.path)"
        for (kind, inputs, given) in [
            ("parameters", template.inputs.parameters, arguments.parameters),
            ("artifacts", template.inputs.artifacts, arguments.artifacts),
        ] where !inputs.isEmpty || !given.isEmpty {
            let isParameter = kind == "parameters"
            var names: Set<String> = []
            let missing = inputs.filter { input in
                let isNeeded = isParameter ? !input.hasValue : !input.isOptional && !input.hasLocation
                return isNeeded && !given.contains { $0.name == input.name } && names.insert(input.name).inserted
            }
            let unused = given.filter { argument in !inputs.contains { $0.name == argument.name } }
            for input in missing {
                // A misspelled argument is one mistake: it is told where it is missed.
                findings.add(
                    .missingInput, "\(call.label)\(callee) inputs.\(kind).\(input.name) was not supplied", at: place,
                    hint: unused.first.map { "'\($0.name)' is given, which the template does not take" })
            }
            guard missing.isEmpty else { continue }
            for argument in unused {
                findings.add(
                    .unusedArgument,
                    "\(call.label).arguments.\(kind).\(argument.name) is no input of \(template.name.isEmpty ? "its template" : "the template '\(template.name)'")",
                    at: argument.value["name"] ?? argument.value,
                    choice: Finding.Choice(argument.name, among: inputs.map(\.name)))
            }
        }
    }
}
