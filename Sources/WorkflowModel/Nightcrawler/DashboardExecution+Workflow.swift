import DocumentKit

extension DashboardExecution {
    /// The same as a workflow, for whoever knows those; what is printed of it in JSON stays as it came.
    ///
    /// Each step is a pod of the step's name, below a node that stands for the run.
    package var workflow: Workflow {
        let progress = progress
        let name = name
        var metadata: ValueTree = [
            "name": .string(name), "uid": .string(name),
            // Only for telling states apart within this process: a dashboard counts no versions.
            "resourceVersion": .string(String(JSONWriter.text(document, style: .compact).hashValue)),
            "annotations": [PodNaming.formatAnnotation: "v1"],
        ]
        if !executor.isEmpty { metadata["labels"] = [Workflow.creatorLabel: .string(executor)] }
        if progress.startedAt != nil { metadata["creationTimestamp"] = .string(progress.startText) }
        var spec: ValueTree = [
            "workflowTemplateRef": ["name": .string(definition)],
            "arguments": ["parameters": .array((parameters?.members).map(Self.parameters) ?? [])],
        ]
        if progress.status?.isCancellation == true { spec["shutdown"] = "Terminate" }
        var status = Self.state(progress)
        let steps = steps
        if !steps.isEmpty {
            let done = steps.count { $0.step.progress.status?.phase == .succeeded }
            status["progress"] = .string("\(done)/\(steps.count)")
            status["nodes"] = .object(nodes(steps, progress))
        }
        if let seconds = estimatedDuration?.components.seconds {
            status["estimatedDuration"] = .number(String(seconds))
        }
        let view: ValueTree = ["metadata": metadata, "spec": spec, "status": status]
        return Workflow(document, seenAs: view.document().root)
    }

    private func nodes(
        _ steps: [(name: String, step: DashboardStep)], _ progress: DashboardProgress
    ) -> ValueTree.Members {
        var root = Self.state(progress)
        root["type"] = "Steps"
        // Steps of one second stay in their order.
        root[WorkflowNode.startFractionField] = 0
        var nodes: ValueTree.Members = [:]
        for (place, (name, step)) in ([(self.name, nil)] + steps.map { ($0.name, $0.step) }).enumerated() {
            var node = step.map { Self.state($0.progress, runEnd: progress.finishedAt) } ?? root
            node["id"] = .string(name)
            node["name"] = .string(name)
            node["displayName"] = .string(name)
            if step != nil {
                node["type"] = "Pod"
                node["boundaryID"] = .string(self.name)
                node[WorkflowNode.startFractionField] = .number(place)
            }
            nodes[name] = node
        }
        return nodes
    }

    /// A step that is over and does not say since when did not outlive the run.
    private static func state(_ progress: DashboardProgress, runEnd: Timestamp? = nil) -> ValueTree {
        var state: ValueTree = ["phase": .string(progress.phaseText), "message": .string(progress.message)]
        if progress.startedAt != nil { state["startedAt"] = .string(progress.startText) }
        if let end = progress.finishedAt ?? (progress.isOver ? runEnd : nil) {
            state["finishedAt"] = .string(end.rfc3339)
        }
        return state
    }

    private static func parameters(_ members: DocumentMembers) -> [ValueTree] {
        members.map { ["name": .string($0.key), "value": $0.value.tree] }
    }
}
