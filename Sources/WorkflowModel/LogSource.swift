/// Where lines of a log come from: one container of one pod, whose lines have an order.
package struct LogSource: Sendable, Hashable {
    package var pod: String
    package var container: String

    package init(pod: String, container: String = "main") {
        self.pod = pod
        self.container = container
    }
}
