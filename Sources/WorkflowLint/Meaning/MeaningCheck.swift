import DocumentKit

/// What can be said of documents from what they mean: names that lead nowhere, variables without a value, circles.
///
/// Where the shape of something is wrong nothing is said of it: `ShapeCheck` does.
struct MeaningCheck {
    let subjects: [Subject]
    let options: Linter.Options

    func run(into findings: inout Findings) {
        let library = Library(subjects)
        for (place, spec) in library.specs.enumerated() {
            findings.subject = spec.subject
            EntryCheck(library: library, place: place, options: options).run(into: &findings)
            NameCheck.run(spec.spec["templates"], path: "\(spec.path).templates", into: &findings)
            let variables = VariableCheck(library: library, place: place)
            variables.runOutsideTemplates(into: &findings)
            RetryCheck.run(spec, into: &findings)
            CronCheck.run(spec, into: &findings)
            MetricCheck(path: spec.path).run(spec.spec["metrics"], into: &findings)
            for template in spec.templates { check(template, in: place, library, variables, &findings) }
        }
        ReachCheck(graph: CallGraph(library)).run(into: &findings)
    }

    private func check(
        _ template: TemplateView, in place: Int, _ library: Library, _ variables: VariableCheck,
        _ findings: inout Findings
    ) {
        checkAlone(template, in: library.specs[place], &findings)
        let calls = CallCheck(library: library, place: place, ignoresMissing: options.ignoresMissing)
        for call in template.groups.flatMap(\.self) { calls.run(call, into: &findings) }
        for call in template.allCalls {
            if case .inline(let template) = call.target { checkAlone(template, in: library.specs[place], &findings) }
            if call.label.hook != nil { HookCheck.run(call, into: &findings) }
            LoopCheck.run(call, into: &findings)
            ConditionCheck.run(call.value, "\(call.label)", into: &findings)
        }
        let graph: TaskGraph?
        if template.type == .dag {
            graph = TaskGraph(template.groups.flatMap(\.self))
            NameCheck.run(template.value[path: "dag", "tasks"], path: "\(template.path).tasks", into: &findings)
        } else {
            graph = nil
            NameCheck.run(groupsOf: template, into: &findings)
        }
        if let graph { TaskCheck(template: template, graph: graph).run(into: &findings) }
        variables.run(template, graph: graph, into: &findings)
        variables.runExpressions(of: template, into: &findings)
    }

    /// What holds for a template whatever calls it, whether it has a name or stands inline in a call.
    private func checkAlone(_ template: TemplateView, in spec: SpecView, _ findings: inout Findings) {
        SourceCheck(template: template).run(into: &findings)
        ManifestCheck.run(template, into: &findings)
        MountCheck.run(template, into: &findings)
        for list in ["initContainers", "sidecars"] {
            NameCheck.run(template.value[list], path: "\(template.path).\(list)", into: &findings)
        }
        ContainerCheck(template: template).run(into: &findings)
        RetryCheck.run(template, of: spec, into: &findings)
        MetricCheck(path: template.path).run(template.value["metrics"], into: &findings)
    }
}
