extension LogQuery {
    /// What the logs that a workflow keeps of its pods lack to answer this; nil where they can.
    package var lackOfKeptLogs: String? {
        if previous { return "earlier instances" }
        if sinceSeconds != nil || sinceTime != nil { return "times" }
        return selector == nil ? nil : "labels"
    }
}
