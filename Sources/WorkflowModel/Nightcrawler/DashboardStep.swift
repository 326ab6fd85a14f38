package import DocumentKit

/// A step of a definition or of an execution, as a view of a dashboard's document.
///
/// ```
/// { "name": "Data Preparation", "status": "completed", "duration": "10:25" }              of a definition
/// { "name": "Data Preparation", "status": "completed", "startTime": "2025-07-10T14:45:00Z",
///   "endTime": "2025-07-10T14:55:25Z", "duration": "00:10:25",
///   "logs": [{ "timestamp": "14:45:10", "level": "info", "message": "Starting…" }] }      of an execution
/// ```
package struct DashboardStep: Sendable {
    package let document: DocumentValue

    package init(_ document: DocumentValue) { self.document = document }

    package var name: String { document.text("name") }
    package var progress: DashboardProgress { DashboardProgress(document) }
    package var duration: Duration? { Duration(dashboard: document.text("duration")) }

    /// Its log, each line with the moment it was written where that can be told.
    ///
    /// A message of several lines is as many lines; what is no mere information starts with its level.
    package func lines(startedAt fallback: DashboardProgress) -> [(time: Timestamp?, text: String)] {
        guard let entries = document["logs"]?.elements else { return [] }
        let start = progress.startText
        var clock = DashboardClock(startText: start.isEmpty ? fallback.startText : start)
        var lines: [(time: Timestamp?, text: String)] = []
        for entry in entries {
            let time = clock.time(of: entry.text("timestamp"))
            let level = entry.text("level")
            let mark = level.isEmpty || level == "info" ? "" : "[\(level)] "
            let message = entry.text("message").split(separator: "\n", omittingEmptySubsequences: false)
            for line in message.isEmpty ? [""] : message { lines.append((time, mark + line)) }
        }
        return lines
    }
}
