import WorkflowModel

extension RunState {
    /// What the process of a pod node is to be, with every variable filled in.
    func order(for place: Int) throws(Interpolation.Failure) -> PodOrder {
        let node = nodes[place]
        guard let key = node.template, let template = plan.templates[key], case .pod(let pod) = template.body else {
            throw Interpolation.Failure(message: "is not there")
        }
        let podName = PodName.podName(workflow: workflow, node: node.name, template: key.name)
        var outputs: [PodOrder.Output] = []
        for output in template.outputs {
            guard case .file(let path, let fallback) = output.source else { continue }
            let file = try path.resolved { value(of: $0, in: node) }
            outputs.append(
                .init(name: output.name, path: file, fallback: try fallback?.resolved { value(of: $0, in: node) }))
        }
        let filling: (Variable) -> String? = { variable in
            switch variable {
            case .podName: podName
            case .nodeName: node.name
            case .outputPath(let name): outputs.first { $0.name == name }?.path
            default: value(of: variable, in: node)
            }
        }
        var environment: [RunNode.Value] = []
        var known: [String: String] = [:]
        for variable in pod.environment {
            let text = EnvironmentReferences.expand(try variable.value.resolved(filling), known)
            known[variable.name] = text
            environment.append(.init(name: variable.name, value: text))
        }
        func words(_ texts: [Interpolation]) throws(Interpolation.Failure) -> [String] {
            var words: [String] = []
            for text in texts { words.append(EnvironmentReferences.expand(try text.resolved(filling), known)) }
            return words
        }
        return PodOrder(
            node: place, podName: podName, command: try words(pod.command), arguments: try words(pod.arguments),
            environment: environment, folder: try pod.folder?.resolved(filling),
            script: try pod.script?.resolved(filling),
            deadline: try seconds(pod.deadline, filling), outputs: outputs, keepsResult: keepsResult(of: node))
    }

    private func seconds(
        _ text: Interpolation?, _ filling: (Variable) -> String?
    ) throws(Interpolation.Failure) -> Int? {
        guard let text = try text?.resolved(filling) else { return nil }
        guard let seconds = Int(text), seconds > 0 else {
            throw Interpolation.Failure(message: "has no number of seconds for activeDeadlineSeconds: '\(text)'")
        }
        return seconds
    }

    /// Whether a sibling, or an output of the template around it, reads what it prints.
    private func keepsResult(of node: RunNode) -> Bool {
        guard let boundary = node.boundary else { return false }
        return frames[boundary]?.shape.resultReaders.contains(node.displayName) == true
    }

    /// What a variable stands for inside a template.
    private func value(of variable: Variable, in node: RunNode) -> String? {
        switch variable {
        case .input(let name): node.inputs.first { $0.name == name }?.value
        case .inputs: Globals.json(Dictionary(node.inputs.map { ($0.name, $0.value) }) { _, last in last })
        case .workflow(let name): plan.globals[name]
        default: nil
        }
    }

    /// What a variable stands for among the calls of a steps or dag node.
    func value(of variable: Variable, in place: Int) -> String? {
        let (name, field): (String, Variable.CallField)
        switch variable {
        case .step(let step, let ofStep): (name, field) = (step, ofStep)
        case .task(let task, let ofTask): (name, field) = (task, ofTask)
        default: return value(of: variable, in: nodes[place])
        }
        guard let node = node(of: name, in: place).map({ nodes[$0] }) else { return nil }
        return switch field {
        case .id: node.id
        case .status: node.phase.rawValue
        case .exitCode: node.exitCode.map(String.init)
        case .startedAt: node.startedAt.documentText
        case .finishedAt: node.finishedAt?.documentText
        case .hostNodeName: HostName.current
        case .result: node.result
        case .parameter(let name): node.outputs.first { $0.name == name }?.value
        }
    }
}
