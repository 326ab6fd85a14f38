import WorkflowModel

extension RunState {
    /// Makes the node of a template and starts what is inside it.
    @discardableResult
    mutating func enter(
        _ key: TemplateKey, name: String, displayName: String, in boundary: Int?, arguments: [String: String],
        at now: Timestamp
    ) -> Int {
        let template = plan.templates[key]
        let type: NodeType =
            switch template?.body {
            case .steps: .steps
            case .dag: .dag
            case .pod, nil: .pod
            }
        let place = add(
            RunNode(
                id: PodName.nodeID(workflow: workflow, name: name), name: name, displayName: displayName, type: type,
                template: key, scope: scope(in: boundary), boundary: boundary,
                phase: type == .pod ? .pending : .running, startedAt: now))
        guard let template else {
            end(place, .error, "template '\(key.name)' is not there", at: now)
            return place
        }
        do throws(Interpolation.Failure) {
            let inputs = try bind(template.inputs, arguments)
            change(place) { $0.inputs = inputs }
        } catch {
            end(place, .error, error.message, at: now)
            return place
        }
        if type == .pod {
            wait(place)
        } else {
            frames[place] = Frame(template)
            let first = frames[place]?.schedule.begin() ?? []
            start(first, in: place, at: now)
        }
        return place
    }

    private func scope(in boundary: Int?) -> TemplateKey.Scope {
        boundary.flatMap { frames[$0]?.shape.template.key.scope } ?? .workflow
    }

    private func bind(
        _ inputs: [Template.Input], _ arguments: [String: String]
    ) throws(Interpolation.Failure) -> [RunNode.Value] {
        var values: [RunNode.Value] = []
        for input in inputs {
            let value: String
            if let given = arguments[input.name] {
                value = given
            } else if let fallback = input.fallback {
                value = try fallback.resolved { if case .workflow(let name) = $0 { plan.globals[name] } else { nil } }
            } else {
                throw Interpolation.Failure(message: "parameter '\(input.name)' has no value")
            }
            if !input.choices.isEmpty && !input.choices.contains(value) {
                throw Interpolation.Failure(
                    message: "parameter '\(input.name)' is '\(value)', not one of \(input.choices.quotedList)")
            }
            values.append(.init(name: input.name, value: value))
        }
        return values
    }

    /// Makes the nodes of calls whose turn has come.
    mutating func start(_ calls: [Int], in place: Int, at now: Timestamp) {
        guard let first = calls.first, let shape = frames[place]?.shape else { return }
        if let group = shape.groups?[first] { openGroup(group, in: place, at: now) }
        let prefix = nodes[frames[place]?.group ?? place].name
        for index in calls {
            let call = shape.calls[index]
            let name = "\(prefix).\(call.name)"
            let node: Int
            do throws(Interpolation.Failure) {
                let arguments = try arguments(of: call, in: place)
                node = enter(
                    call.target, name: name, displayName: call.name, in: place, arguments: arguments, at: now)
            } catch {
                node = add(idle(call, name: name, in: place, at: now))
                end(node, .error, error.message, at: now)
            }
            assign(node, toCall: index, in: place)
            link(node, call, in: place)
        }
    }

    private func arguments(of call: TemplateCall, in place: Int) throws(Interpolation.Failure) -> [String: String] {
        var arguments: [String: String] = [:]
        for argument in call.arguments {
            do throws(Interpolation.Failure) {
                arguments[argument.name] = try argument.value.resolved { value(of: $0, in: place) }
            } catch {
                throw Interpolation.Failure(message: "argument '\(argument.name)' \(error.message)")
            }
        }
        return arguments
    }

    /// Makes the node of a group of steps, hung on what came before it.
    private mutating func openGroup(_ index: Int, in place: Int, at now: Timestamp) {
        let name = "\(nodes[place].name)[\(index)]"
        let group = add(
            RunNode(
                id: PodName.nodeID(workflow: workflow, name: name), name: name, displayName: "[\(index)]",
                type: .stepGroup, template: nil, scope: scope(in: place), boundary: place, phase: .running,
                startedAt: now))
        let before = frames[place]?.group == nil ? [place] : lastNodes(of: frames[place]?.groupMembers ?? [])
        for node in before { addChild(group, to: node) }
        frames[place]?.group = group
        frames[place]?.groupMembers = []
    }

    /// Hangs a node where argo does: on its group, on the last nodes of what it waited for, or on its dag.
    mutating func link(_ node: Int, _ call: TemplateCall, in place: Int) {
        if let group = frames[place]?.group {
            addChild(node, to: group)
            frames[place]?.groupMembers.append(node)
        } else if call.dependencies.isEmpty {
            addChild(node, to: place)
        } else {
            let dependencies = call.dependencies.compactMap { self.node(of: $0, in: place) }
            for parent in lastNodes(of: dependencies) { addChild(node, to: parent) }
        }
    }

    /// What comes after these nodes hangs on: themselves, or the last nodes inside them. None twice.
    func lastNodes(of places: [Int]) -> [Int] {
        var seen: Set<Int> = []
        return places.flatMap { nodes[$0].outbound.isEmpty ? [$0] : nodes[$0].outbound }
            .filter { seen.insert($0).inserted }
    }

    func node(of call: String, in place: Int) -> Int? {
        guard let frame = frames[place], let index = frame.shape.places[call] else { return nil }
        return frame.nodes[index]
    }

    /// The node of a call that does not come to run.
    func idle(_ call: TemplateCall, name: String, in place: Int, at now: Timestamp) -> RunNode {
        RunNode(
            id: PodName.nodeID(workflow: workflow, name: name), name: name, displayName: call.name, type: .skipped,
            template: call.target, scope: scope(in: place), boundary: place, phase: .pending, startedAt: now)
    }
}
