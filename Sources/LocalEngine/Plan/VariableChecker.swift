/// Checks that every variable of a template will have a value where it stands.
struct VariableChecker {
    let template: Template
    let plan: Plan
    let findings: Findings

    func check() {
        for input in template.inputs {
            check(input.fallback, at: input.path, isGlobal)
        }
        switch template.body {
        case .pod(let pod): checkPod(pod)
        case .steps(let groups): checkSteps(groups)
        case .dag(let tasks, _): checkTasks(tasks)
        }
    }

    private func checkPod(_ pod: PodTemplate) {
        let knows: (Variable) -> Bool = { variable in
            switch variable {
            case .podName, .nodeName: true
            case .outputPath(let name): template.outputs.contains { $0.name == name }
            default: isInputOrGlobal(variable)
            }
        }
        for (index, text) in pod.command.enumerated() { check(text, at: pod.path["command"][index], knows) }
        for (index, text) in pod.arguments.enumerated() { check(text, at: pod.path["args"][index], knows) }
        for (index, variable) in pod.environment.enumerated() {
            check(variable.value, at: pod.path["env"][index]["value"], knows)
        }
        check(pod.folder, at: pod.path["workingDir"], knows)
        check(pod.script, at: pod.path["source"], knows)
        check(pod.deadline, at: template.path["activeDeadlineSeconds"], isInputOrGlobal)
        for output in template.outputs {
            guard case .file(let path, let fallback) = output.source else { continue }
            check(path, at: output.path["valueFrom"]["path"], isInputOrGlobal)
            check(fallback, at: output.path["valueFrom"]["default"], isInputOrGlobal)
        }
    }

    private func checkSteps(_ groups: [[TemplateCall]]) {
        var earlier: [String: TemplateKey] = [:]
        for group in groups {
            for step in group { check(step) { variable in knows(variable, "steps", among: earlier) } }
            for step in group { earlier[step.name] = step.target }
        }
        checkOutputs { knows($0, "steps", among: earlier) }
    }

    private func checkTasks(_ tasks: [TemplateCall]) {
        let byName = Dictionary(tasks.map { ($0.name, $0) }) { first, _ in first }
        let targets = byName.mapValues(\.target)
        for task in tasks {
            check(task) { variable in
                if case .task(let name, _) = variable, !isNeeded(name, by: task, among: byName) { return false }
                return knows(variable, "tasks", among: targets)
            }
        }
        checkOutputs { knows($0, "tasks", among: targets) }
    }

    /// Whether one task waits for another, maybe by way of others.
    private func isNeeded(_ name: String, by task: TemplateCall, among tasks: [String: TemplateCall]) -> Bool {
        var queue = task.dependencies
        var seen = Set(queue)
        while !seen.contains(name), let next = queue.popLast() {
            for dependency in tasks[next]?.dependencies ?? [] where seen.insert(dependency).inserted {
                queue.append(dependency)
            }
        }
        return seen.contains(name)
    }

    private func check(_ call: TemplateCall, _ knows: (Variable) -> Bool) {
        for argument in call.arguments { check(argument.value, at: argument.path["value"], knows) }
    }

    private func checkOutputs(_ knows: (Variable) -> Bool) {
        for output in template.outputs {
            if case .calls(let text) = output.source {
                check(text, at: output.path["valueFrom"]["parameter"], knows)
            }
        }
    }

    private func check(_ text: Interpolation?, at path: FieldPath, _ knows: (Variable) -> Bool) {
        for (variable, spelling) in text?.variables ?? [] where !knows(variable) {
            findings.report(path, "uses '{{\(spelling)}}', which has no value here")
        }
    }

    private func isGlobal(_ variable: Variable) -> Bool {
        if case .workflow(let name) = variable { plan.globals[name] != nil } else { false }
    }

    private func isInputOrGlobal(_ variable: Variable) -> Bool {
        switch variable {
        case .input(let name): template.inputs.contains { $0.name == name }
        case .inputs: true
        default: isGlobal(variable)
        }
    }

    private func knows(_ variable: Variable, _ kind: String, among calls: [String: TemplateKey]) -> Bool {
        let (name, field): (String, Variable.CallField)
        switch variable {
        case .step(let step, let ofStep) where kind == "steps": (name, field) = (step, ofStep)
        case .task(let task, let ofTask) where kind == "tasks": (name, field) = (task, ofTask)
        default: return isInputOrGlobal(variable)
        }
        guard let key = calls[name], let target = plan.templates[key] else { return false }
        let isPod = if case .pod = target.body { true } else { false }
        return switch field {
        case .parameter(let name): target.outputs.contains { $0.name == name }
        case .result, .exitCode, .hostNodeName: isPod
        case .id, .status, .startedAt, .finishedAt: true
        }
    }
}
