/// Checks a plan as a whole: what is named exists, what is used is known, and it ends.
struct PlanChecker {
    let plan: Plan
    let findings: Findings

    /// More nodes than this are a mistake, or an attack: templates that call each other twice double with every level.
    static let nodeLimit = 100_000
    static let depthLimit = 100

    func check() {
        for template in plan.templates.values.sorted(by: { $0.path.description < $1.path.description }) {
            findings.source = template.source
            checkCalls(of: template)
            VariableChecker(template: template, plan: plan, findings: findings).check()
        }
        findings.source = nil
        guard findings.problems.isEmpty else { return }
        checkEntrypoint()
        checkSize()
    }

    private func checkCalls(of template: Template) {
        for call in template.calls {
            guard let target = plan.templates[call.target] else {
                reportMissing(call)
                continue
            }
            let given = Set(call.arguments.map(\.name))
            for input in target.inputs where input.fallback == nil && !given.contains(input.name) {
                findings.report(
                    call.path["arguments"], "lacks the parameter '\(input.name)' of template '\(target.key.name)'")
            }
            for argument in call.arguments {
                guard let input = target.inputs.first(where: { $0.name == argument.name }) else {
                    findings.note(
                        "template '\(target.key.name)' has no input '\(argument.name)', which \(argument.path) gives it"
                    )
                    continue
                }
                if let value = argument.value.literal, !input.choices.isEmpty, !input.choices.contains(value) {
                    findings.report(
                        argument.path["value"], "is '\(value)', not one of \(input.choices.quotedList)")
                }
            }
        }
        if case .dag(let tasks, _) = template.body { checkDependencies(tasks) }
    }

    private func reportMissing(_ call: TemplateCall) {
        let object = call.target.scope.objectName
        if let reference = call.reference, let object, let reason = plan.absences[call.target.scope] {
            findings.report(reference["name"], "names \(object), which \(reason)")
        } else {
            let owner = object.map { " in \($0)" } ?? ""
            findings.report(
                (call.reference ?? call.path)["template"], "names no template\(owner): '\(call.target.name)'")
        }
    }

    private func checkDependencies(_ tasks: [TemplateCall]) {
        let places = Dictionary(tasks.enumerated().map { ($1.name, $0) }) { first, _ in first }
        for task in tasks {
            for (index, name) in task.dependencies.enumerated() where places[name] == nil {
                findings.report(task.path["dependencies"][index], "names no task: '\(name)'")
            }
        }
        // Take away tasks that wait for nothing until there is none: what stays waits in a circle.
        var dependents: [[Int]] = Array(repeating: [], count: tasks.count)
        var open = tasks.enumerated().map { place, task in
            let dependencies = Set(task.dependencies.compactMap { places[$0] })
            for dependency in dependencies { dependents[dependency].append(place) }
            return dependencies.count
        }
        var free = open.indices.filter { open[$0] == 0 }
        while let place = free.popLast() {
            for dependent in dependents[place] {
                open[dependent] -= 1
                if open[dependent] == 0 { free.append(dependent) }
            }
        }
        for (place, task) in tasks.enumerated() where open[place] > 0 {
            findings.report(task.path["dependencies"], "goes round in a circle")
        }
    }

    /// The entrypoint is called with the arguments of the workflow.
    private func checkEntrypoint() {
        guard let template = plan.templates[plan.entrypoint] else { return }
        findings.source = template.source
        for input in template.inputs where input.fallback == nil && plan.arguments[input.name] == nil {
            findings.report(input.path, "has no value: give it one with -p \(input.name)=VALUE")
        }
        findings.source = nil
    }

    private func checkSize() {
        var sizes: [TemplateKey: Int] = [:]
        guard let size = size(of: plan.entrypoint, above: [], &sizes) else { return }
        if size > Self.nodeLimit {
            findings.report(
                FieldPath()["spec"]["entrypoint"],
                "leads to more than \(Self.nodeLimit) nodes, the limit of the local backend")
        }
    }

    /// Nodes that one call makes; nil when the template cannot be carried out.
    private func size(of key: TemplateKey, above: [TemplateKey], _ sizes: inout [TemplateKey: Int]) -> Int? {
        if let size = sizes[key] { return size }
        guard let template = plan.templates[key] else { return nil }
        if above.contains(key) || above.count >= Self.depthLimit {
            findings.source = template.source
            findings.report(
                template.path,
                above.contains(key)
                    ? "calls itself: \((above + [key]).map(\.name).quotedList)"
                    : "is called more than \(Self.depthLimit) levels deep")
            findings.source = nil
            return nil
        }
        var size = 1
        if case .steps(let groups) = template.body { size += groups.count }
        for call in template.calls {
            guard let part = self.size(of: call.target, above: above + [key], &sizes) else { return nil }
            size = min(size + part, Self.nodeLimit + 1)
        }
        sizes[key] = size
        return size
    }
}
