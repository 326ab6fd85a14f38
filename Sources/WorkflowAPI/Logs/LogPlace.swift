package import WorkflowModel

/// From where on a log is wanted that broke off. Whoever answers may send more, and never less.
package struct LogPlace: Sendable, Equatable {
    /// So many seconds back from now lies everything that is new; nil when nobody can tell.
    package var age: Int?
    /// The time of the latest line of every source that has brought one.
    package var latest: [LogSource: Timestamp]

    package init(age: Int?, latest: [LogSource: Timestamp]) {
        self.age = age
        self.latest = latest
    }
}
