/// Lines at the end of a terminal's output that change in place, and stay there when the region is closed.
///
/// The cursor waits visibly below them, so that there is nothing to restore however the process ends. A full screen is
/// another matter: it is left by `close`, and by `Interruption` when a signal ends the process.
package struct LiveRegion: Sendable {
    private let terminal: Terminal

    /// - Parameter fillsScreen: uses the terminal's alternate screen; the last frame is printed when that is left.
    package init(on terminal: Terminal, fillsScreen: Bool = false) {
        self.terminal = terminal
        Interruption.handsOverBeforeStops()
        if fillsScreen { try? terminal.out.enterFullScreen() }
    }

    /// How many lines and columns a frame may have: one of each stays free, for the cursor and against wrapping.
    package var room: Terminal.Size {
        let size = terminal.size()
        return Terminal.Size(columns: max(1, size.columns - 1), rows: max(1, size.rows - 1))
    }

    /// Shows `lines` in place of those before. They may be painted; what has no room is cut.
    package func show(_ lines: [String]) throws(OutputError) {
        let room = room
        try terminal.out.showFrame(lines.prefix(room.rows).map { $0.clipped(to: room.columns) }, in: room)
    }

    /// Leaves the last frame where it is.
    package func close() throws(OutputError) { try terminal.out.closeFrame() }
}
