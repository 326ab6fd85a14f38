import DocumentKit
import WorkflowModel

/// Checks that a run has the parameters which the stored templates it is made from ask it for.
///
/// Of a stored template alone that cannot be told: nobody knows what runs it will be part of.
struct InheritedVariableCheck {
    let library: Library
    let place: Int
    /// Where the run names what it is made from.
    let reference: DocumentValue

    func run(from home: Int, into findings: inout Findings) {
        let globals = GlobalVariables(of: place, in: library)
        var told: Set<Substring> = []
        for template in templates(from: home) {
            for text in template.value.strings(withPairOf: UInt8(ascii: "{")) {
                for case .placeholder(let placeholder) in PlaceholderScanner(text.string ?? "") {
                    let name = placeholder.name
                    guard name.hasPrefix("workflow.parameters."), !placeholder.isNested,
                        let problem = globals.problem(with: name.dropFirst("workflow.".count)),
                        told.insert(name).inserted
                    else { continue }
                    findings.add(
                        .unknownVariable, "\(template.path): failed to resolve {{\(name)}}", at: reference,
                        hint: "'\(library.specs[home].name)' asks for it: name it in 'spec.arguments.parameters'",
                        choice: problem.choice)
                }
            }
        }
    }

    /// What the run may come to, in the order it is met.
    private func templates(from home: Int) -> [TemplateView] {
        let (spec, origin) = (library.specs[place], library.specs[home])
        var open: [Library.Found] = (spec.hooks + origin.hooks).reversed().map { library.resolve($0.target, in: home) }
        if let entrypoint = spec.entrypoint ?? origin.entrypoint {
            open.append(library.template(entrypoint, in: home))
        }
        var met: Set<Library.Key> = []
        var templates: [TemplateView] = []
        while let found = open.popLast() {
            guard case .template(let template, let key) = found, met.insert(key).inserted else { continue }
            templates.append(template)
            open += template.allCalls.map { library.resolve($0.target, in: key.spec) }
        }
        return templates
    }
}
