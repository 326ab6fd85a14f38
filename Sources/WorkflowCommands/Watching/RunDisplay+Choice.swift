import TerminalKit

extension CommandContext {
    /// What shows runs as they change: in place on a terminal that can, else line by line.
    func display(
        of names: [String], as format: WatchFormat, tree: TreeOptions, fillsScreen: Bool
    ) -> any RunDisplay {
        if let documents = format.documents { return EventDocuments(runs: names.count, as: documents, in: self) }
        guard terminal.outIsTerminal, environment["TERM"] != "dumb" else {
            return ChangeLines(runs: names.count, tree: tree, in: self)
        }
        return LiveRuns(names: names, format: format.detail, tree: tree, fillsScreen: fillsScreen, in: self)
    }
}
