import WorkflowModel

/// Takes the workflows of a list as they arrive and prints them: at once, or when all are there.
protocol WorkflowListing {
    mutating func append(_ workflow: Workflow) throws
    /// Prints what has waited for the end.
    mutating func finish() throws
}

extension ListFormat {
    func listing(showsNamespace: Bool, hidesHeader: Bool, in context: CommandContext) -> any WorkflowListing {
        switch self {
        case .table, .wide:
            WorkflowTable(
                isWide: self == .wide, showsNamespace: showsNamespace, showsHeader: !hidesHeader, in: context)
        case .name: NameListing(in: context)
        case .jsonl: DocumentStream(in: context)
        case .json: DocumentArray(.json, in: context)
        case .yaml: DocumentArray(.yaml, in: context)
        }
    }
}
