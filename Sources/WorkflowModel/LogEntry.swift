/// One line of a workflow's log.
package struct LogEntry: Sendable, Hashable {
    package var pod: String
    package var container: String
    /// When it was written; nil where the backend does not tell.
    package var time: Timestamp?
    /// The same in RFC 3339, as the backend spelled it.
    package var timeText: ArraySlice<UInt8>
    /// The line without its newline, as the container wrote it; not necessarily UTF-8.
    package var content: ArraySlice<UInt8>

    package var source: LogSource { LogSource(pod: pod, container: container) }

    package init(
        pod: String, container: String = "main", time: Timestamp? = nil, timeText: ArraySlice<UInt8> = [],
        content: ArraySlice<UInt8>
    ) {
        self.pod = pod
        self.container = container
        self.time = time
        self.timeText = timeText
        self.content = content
    }
}
