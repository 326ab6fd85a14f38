package import DocumentKit

/// One run of a definition, as a view of a dashboard's document.
///
/// ```
/// { "id": "exec-5001", "workflowId": "wf-1001", "status": "completed", "startTime": "2025-07-10T14:45:00Z",
///   "endTime": "2025-07-10T16:01:25Z", "duration": "01:16:25", "executor": "ops team",
///   "stepExecutions": [{…}], "parameters": { "batchSize": 64 } }
/// ```
///
/// In lists there are neither `workflowId`, steps nor parameters.
package struct DashboardExecution: Sendable {
    package let document: DocumentValue
    /// The id of its definition.
    package let definition: String

    package init(_ document: DocumentValue, of definition: String) {
        self.document = document
        self.definition = definition
    }

    /// An answer to the order to start one calls it `executionId`.
    package var id: String {
        let id = document.text("id")
        return id.isEmpty ? document.text("executionId") : id
    }

    /// What wfctl calls it: ids are those of their definition's executions.
    package var name: String { Self.name(definition, id) }

    package static func name(_ definition: String, _ execution: String) -> String { "\(definition)/\(execution)" }

    package var progress: DashboardProgress { DashboardProgress(document) }
    package var executor: String { document.text("executor") }
    package var parameters: DocumentValue? { document["parameters"] }
    package var estimatedDuration: Duration? { Duration(dashboard: document.text("estimatedDuration")) }

    /// Each with the name it is called by; of several that are called the same, those behind the first are numbered.
    package var steps: [(name: String, step: DashboardStep)] {
        var counts: [String: Int] = [:]
        let steps = document["stepExecutions"]?.elements.filter { $0.kind == .object }.map { DashboardStep($0) }
        return (steps ?? []).map { step in
            let count = counts[step.name, default: 0] + 1
            counts[step.name] = count
            return (count == 1 ? step.name : "\(step.name) (\(count))", step)
        }
    }
}
