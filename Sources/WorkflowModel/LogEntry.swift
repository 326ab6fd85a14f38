/// One line of a workflow's log.
package struct LogEntry: Sendable, Hashable {
    package var pod: String
    /// The line without its newline, as the container wrote it; not necessarily UTF-8.
    package var content: [UInt8]

    package init(pod: String, content: [UInt8]) {
        self.pod = pod
        self.content = content
    }
}
