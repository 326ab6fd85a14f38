import DocumentKit
import WorkflowModel

/// Checks that every `{{variable}}` of a document has a value where it stands.
struct VariableCheck {
    let library: Library
    let place: Int
    private let globals: GlobalVariables

    init(library: Library, place: Int) {
        self.library = library
        self.place = place
        globals = GlobalVariables(of: place, in: library)
    }

    /// - Parameter graph: the tasks of a DAG template.
    func run(_ template: TemplateView, graph: TaskGraph?, into findings: inout Findings) {
        guard let type = template.type, !template.value.isPlain else { return }
        var scope = VariableScope(globals: globals, template: template)
        guard !type.isLeaf else {
            VariableReader(prefix: "\(template.path): ", scope: scope).read(template.value, into: &findings)
            return
        }
        let calls = CallScope(template, in: place, of: library)
        scope.calls = calls
        scope.part = .aside
        for (key, value) in template.value.fields {
            switch key.string {
            case type.rawValue: break
            case "outputs":
                scope.part = .outputs
                VariableReader(prefix: "\(template.path).outputs ", scope: scope).read(value, into: &findings)
                scope.part = .aside
            default:
                VariableReader(prefix: "\(template.path): ", scope: scope).read(value, into: &findings)
            }
        }
        scope.part = .call
        if let graph {
            checkTarget(of: template, scope, &findings)
            checkTasks(graph, scope, &findings)
        } else {
            checkSteps(calls, scope, "\(template.path).steps ", &findings)
        }
    }

    /// Everything of the spec but its templates: only variables of the workflow have a value there.
    func runOutsideTemplates(into findings: inout Findings) {
        let spec = library.specs[place]
        for (key, value) in spec.spec.fields where key.string != "templates" {
            VariableReader(prefix: "\(key.path): ", scope: VariableScope(globals: globals)).read(value, into: &findings)
        }
        for hook in spec.hooks {
            guard let expression = hook.value["expression"] else { continue }
            VariableReader(prefix: "\(hook.label) ", scope: VariableScope(globals: globals))
                .read(expression: expression, into: &findings)
        }
    }

    /// What is an expression without braces around it: when the hooks of calls run, and where outputs come from.
    func runExpressions(of template: TemplateView, into findings: inout Findings) {
        guard template.type?.isLeaf == false else { return }
        let hooks = template.groups.joined().flatMap(\.hooks).compactMap { hook in
            hook.value["expression"].map { ("\(hook.label) ", $0) }
        }
        let outputs =
            (template.outputs.parameters.map { $0.value[path: "valueFrom", "expression"] }
            + template.outputs.artifacts.map { $0.value["fromExpression"] }).compactMap(\.self)
        guard !hooks.isEmpty || !outputs.isEmpty else { return }
        var scope = VariableScope(globals: globals, template: template)
        scope.calls = CallScope(template, in: place, of: library)
        scope.part = .outputs
        for (prefix, expression) in hooks + outputs.map({ ("\(template.path).outputs ", $0) }) {
            VariableReader(prefix: prefix, scope: scope).read(expression: expression, into: &findings)
        }
    }

    private func checkTarget(of template: TemplateView, _ scope: VariableScope, _ findings: inout Findings) {
        guard let target = template.value[path: "dag", "target"] else { return }
        var scope = scope
        scope.part = .aside
        VariableReader(prefix: "\(template.path).targets ", scope: scope).read(target, into: &findings)
    }

    private func checkSteps(
        _ calls: CallScope, _ base: VariableScope, _ prefix: String, _ findings: inout Findings
    ) {
        var reader = VariableReader(prefix: prefix, scope: base)
        for (index, call) in calls.calls.enumerated() {
            reader.scope.group = calls.groups[index]
            reader.enter(call)
            for (key, value) in call.value.fields {
                reader.scope.finishedCall = Self.isHook(key) ? call.name : nil
                reader.read(value, into: &findings)
            }
        }
    }

    private func checkTasks(_ graph: TaskGraph, _ base: VariableScope, _ findings: inout Findings) {
        var waits = WaitCheck(graph: graph)
        var reader = VariableReader(prefix: "", scope: base)
        for (index, task) in graph.tasks.enumerated() {
            reader.prefix = "\(task.label) "
            reader.enter(task)
            for (key, value) in task.value.fields {
                let finished = Self.isHook(key) ? index : nil
                if key.string == "arguments" {
                    for kind in ["parameter", "artifact"] {
                        for argument in value[kind + "s"]?.elements.map(\.self) ?? [] {
                            let asked = reader.read(argument, into: &findings)
                            waits.add(asked, by: index, finished: finished, argument: (kind, argument))
                        }
                    }
                } else {
                    waits.add(reader.read(value, into: &findings), by: index, finished: finished)
                }
            }
        }
        waits.run(into: &findings)
    }

    private static func isHook(_ key: DocumentValue) -> Bool { key.string == "hooks" || key.string == "onExit" }
}
