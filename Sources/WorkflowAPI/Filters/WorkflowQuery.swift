package import WorkflowModel

/// Which workflows to list. A value, so tests compare it whole.
///
/// All conditions hold at once. A backend evaluates what its server can and leaves nothing out.
package struct WorkflowQuery: Sendable, Equatable {
    /// nil means every namespace.
    package var namespace: String?
    /// The stored workflow whose runs are meant, where runs belong to one; nil means all.
    package var definition: String?
    package var phases: [WorkflowPhase] = []
    package var isCompleted: Bool?
    package var isResubmitted = false
    /// A Kubernetes label selector, sent as typed.
    package var labelSelector = ""
    /// A field selector in the server's own grammar, sent as typed.
    package var fieldSelector = ""
    package var namePrefix: String?
    package var namePattern: NamePattern?
    package var createdAfter: Timestamp?
    package var createdBefore: Timestamp?
    package var finishedAfter: Timestamp?
    package var finishedBefore: Timestamp?
    package var fields = FieldSelection.everything
    /// Workflows per request; 0 asks for all at once.
    package var pageSize = 500

    package init(namespace: String?) { self.namespace = namespace }
}
