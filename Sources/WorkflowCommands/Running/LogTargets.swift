/// Whose lines are read.
struct LogTargets: Equatable {
    /// nil means the pods there are, and those that come.
    var pods: [String]?
    var containers: [String]

    /// Whether lines of several origins come together.
    var isSeveral: Bool { pods?.count != 1 || containers.count > 1 }

    var prefix: LogPrefix { containers.count > 1 ? .container : .pod }
}
