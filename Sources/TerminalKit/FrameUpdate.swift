/// The bytes that turn one frame of lines into the next: lines that stay are stepped over, so nothing flickers.
///
/// The cursor stands at the start of the line below the frame, before and after; a frame has fewer lines than the screen.
///
///     ESC[?2026h  ESC[2A  CR LF  CR "second line" ESC[K CR LF  ESC[?2026l        the second of two lines is another
struct FrameUpdate: Equatable {
    var old: [String]
    var new: [String]

    init(from old: [String], to new: [String]) {
        self.old = old
        self.new = new
    }

    /// Empty when both frames look the same.
    var text: String {
        guard old != new else { return "" }
        if new.isEmpty { return Self.atOnce(Self.erasing(old)) }
        var text = Self.up(old.count)
        for (index, line) in new.enumerated() {
            if index >= old.count || old[index] != line { text += line + Self.clearToLineEnd }
            text += "\r\n"
        }
        if new.count < old.count { text += Self.clearBelow }
        return Self.atOnce(text)
    }

    /// Takes a frame away; the cursor stands where its first line stood.
    ///
    /// Line by line: a screen that is cleared from its very first place on is kept by some terminals (tmux) as history.
    static func erasing(_ frame: [String]) -> String {
        guard !frame.isEmpty else { return "" }
        let lines = String(repeating: clearToLineEnd + "\r\n", count: frame.count)
        return up(frame.count) + lines + clearBelow + up(frame.count)
    }

    /// Has terminals that know how to show everything within `text` in one go; others pass over the marks.
    static func atOnce(_ text: String) -> String { "\u{1B}[?2026h" + text + "\u{1B}[?2026l" }

    private static func up(_ count: Int) -> String { count == 0 ? "\r" : "\r\u{1B}[\(count)A" }

    private static let clearToLineEnd = "\u{1B}[K"
    private static let clearBelow = "\u{1B}[J"
}
