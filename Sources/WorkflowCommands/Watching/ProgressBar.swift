import TerminalKit

/// How far a run is, as a bar: `[██████░░░░]  3/5`.
struct ProgressBar: Equatable {
    let done: Int
    let total: Int

    /// From argo's `3/5`; nil when it says nothing that can be drawn.
    init?(_ progress: String) {
        let parts = progress.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let done = parts[0], let total = parts[1], total > 0, 0...total ~= done else {
            return nil
        }
        self.done = done
        self.total = total
    }

    func text(width: Int, _ glyphs: TreeGlyphs) -> String {
        // Full only when all is done.
        let filled = done == total ? width : min(width - 1, Int(Double(done) / Double(total) * Double(width)))
        let (full, free) = glyphs == .unicode ? ("█", "░") : ("#", "-")
        return "[" + String(repeating: full, count: filled) + String(repeating: free, count: width - filled)
            + "] \(done)/\(total)"
    }
}
