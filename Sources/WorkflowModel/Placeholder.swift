package import DocumentKit

package struct Timestamp: Sendable, Hashable {}
package enum WorkflowPhase: String, CaseIterable, Sendable { case pending = "Pending" }
package struct Workflow: Sendable { package let document: DocumentValue }
package struct Resource: Sendable { package let document: DocumentValue }
package enum ResourceKind: String, CaseIterable, Sendable {
    case workflowTemplate = "WorkflowTemplate"
    package var plural: String { "workflow templates" }
}
package struct LogEntry: Sendable {}
