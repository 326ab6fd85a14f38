package import WorkflowModel

/// Which log lines of one workflow to read. Times come with the lines, where the backend knows them.
package struct LogQuery: Sendable, Equatable {
    package var workflow: WorkflowReference
    /// One pod by name; nil means all of them.
    package var pod: String?
    /// nil means all of them, for services that read all at once.
    package var container: String? = "main"
    /// Goes on until the workflow is over.
    package var follows = false
    /// The instance before the last restart.
    package var previous = false
    /// Lines from the end; nil means all.
    package var tail: Int?
    /// Seconds back from now.
    package var sinceSeconds: Int?
    /// The moment behind `sinceSeconds`, for those who can ask for it itself.
    package var sinceTime: Timestamp?
    /// Where an answer before this one broke off; nil wants everything.
    package var place: LogPlace?
    /// A regular expression that the content must match.
    package var grep: String?
    /// A label selector for pods.
    package var selector: String?

    package init(workflow: WorkflowReference) { self.workflow = workflow }
}
