import DocumentKit

/// Status and times of an execution or of a step of one.
package struct DashboardProgress: Sendable {
    /// As it was sent.
    package let statusText: String
    /// nil for a word that is not known.
    package let status: DashboardStatus?
    package let error: String
    let startText: String
    package let startedAt: Timestamp?
    /// Where only the duration was sent, the end is calculated from it.
    package let finishedAt: Timestamp?

    init(_ document: DocumentValue) {
        statusText = document.text("status")
        let status = DashboardStatus(rawValue: statusText)
        self.status = status
        error = document.text("error")
        startText = document.text("startTime")
        let start = document.time("startTime")
        startedAt = start
        if let end = document.time("endTime") {
            finishedAt = end
        } else if status?.phase.isFinal == true, let start, let length = Duration(dashboard: document.text("duration"))
        {
            finishedAt = start + length
        } else {
            finishedAt = nil
        }
    }

    /// Nothing will change it any more.
    package var isOver: Bool { status?.phase.isFinal ?? (finishedAt != nil) }

    /// The phase, or the word that stands in its place.
    var phaseText: String { status?.phase.rawValue ?? statusText }

    /// What went wrong, or that somebody wanted it to end.
    var message: String {
        if error.isEmpty, let status, status.isCancellation { return status.rawValue }
        return error
    }
}
