import WorkflowModel

extension RunState {
    /// Ends the current group of a steps node, all its members being over.
    mutating func closeGroup(in place: Int, at now: Timestamp) {
        guard let frame = frames[place], let group = frame.group, nodes[group].finishedAt == nil else { return }
        let failed = frame.groupMembers.first { nodes[$0].phase != .succeeded }
        let message = failed.map { "child '\(nodes[$0].id)' failed" } ?? ""
        change(group) {
            $0.phase = failed == nil ? .succeeded : .failed
            $0.message = message
            $0.finishedAt = now
        }
    }

    /// Ends a steps or dag node once nothing inside it runs or will.
    mutating func close(_ place: Int, at now: Timestamp) {
        guard frames[place]?.schedule.isFinished == true, nodes[place].finishedAt == nil else { return }
        addOmitted(in: place, at: now)
        let outbound = outbound(of: place)
        change(place) { $0.outbound = outbound }
        var (phase, message) = outcome(of: place)
        if phase == .succeeded {
            do throws(Interpolation.Failure) {
                let outputs = try outputs(of: place)
                change(place) { $0.outputs = outputs }
            } catch {
                (phase, message) = (.error, error.message)
            }
        }
        frames[place] = nil
        end(place, phase, message, at: now)
    }

    private mutating func addOmitted(in place: Int, at now: Timestamp) {
        guard let shape = frames[place]?.shape, let omitted = frames[place]?.schedule.omitted else { return }
        for (index, reason) in omitted {
            let call = shape.calls[index]
            var node = idle(call, name: "\(nodes[place].name).\(call.name)", in: place, at: now)
            node.phase = .omitted
            node.message = reason
            node.finishedAt = now
            assign(add(node), toCall: index, in: place)
        }
        for (index, _) in omitted {
            if let node = frames[place]?.nodes[index] { link(node, shape.calls[index], in: place) }
        }
    }

    private func outbound(of place: Int) -> [Int] {
        guard let frame = frames[place] else { return [] }
        if frame.group != nil { return lastNodes(of: frame.groupMembers) }
        return lastNodes(of: frame.shape.leaves.compactMap { frame.nodes[$0] })
    }

    private func outputs(of place: Int) throws(Interpolation.Failure) -> [RunNode.Value] {
        var values: [RunNode.Value] = []
        for output in frames[place]?.shape.template.outputs ?? [] {
            guard case .calls(let text) = output.source else { continue }
            do throws(Interpolation.Failure) {
                values.append(.init(name: output.name, value: try text.resolved { value(of: $0, in: place) }))
            } catch {
                throw Interpolation.Failure(message: "output parameter '\(output.name)' \(error.message)")
            }
        }
        return values
    }

    /// How a steps or dag node ends, all inside it being over. A dag says no more than that, as with argo.
    private func outcome(of place: Int) -> (NodePhase, String) {
        guard let frame = frames[place] else { return (.error, "") }
        let cut = (stopReason?.phase ?? .failed, stopReason?.message ?? "")
        if let group = frame.group {
            if nodes[group].phase != .succeeded { return (cut.0, nodes[group].message) }
            return frame.nodes.contains(nil) ? cut : (.succeeded, "")
        }
        let phases = Set(frame.nodes.compactMap { $0.map { nodes[$0].phase } })
        if stopReason != nil, phases != [.succeeded] { return cut }
        if phases.contains(.failed) { return (.failed, "") }
        if phases.contains(.error) { return (.error, "") }
        return phases.contains(.omitted) ? (.failed, "") : (.succeeded, "")
    }
}
