/// Breaks paragraphs at spaces so that no line is longer than the width, unless one word is. A `joint` in the text
/// becomes a space at which no line breaks, if that leaves it short enough.
struct TextWrapper {
    static let joint: Character = "\u{a0}"

    var width: Int

    /// The lines of one paragraph; `hanging` columns are already taken on every line.
    func lines(_ text: String, hanging: Int = 0) -> [String] {
        let room = max(width - hanging, 20)
        var lines: [String] = []
        var line = ""
        var length = 0
        let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" })
            .flatMap { $0.count > room ? $0.split(separator: Self.joint) : [$0] }
        for word in words {
            let count = word.count
            if length > 0 && length + 1 + count > room {
                lines.append(line)
                (line, length) = ("", 0)
            }
            if length > 0 {
                line += " "
                length += 1
            }
            for character in word { line.append(character == Self.joint ? " " : character) }
            length += count
        }
        if length > 0 || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// Paragraphs separated by empty lines; a line that starts with a space stays as it is.
    func paragraphs(_ text: String) -> [String] {
        var lines: [String] = []
        var paragraph = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty || line.first == " " {
                if !paragraph.isEmpty { lines += self.lines(paragraph) }
                paragraph = ""
                lines.append(String(line))
            } else {
                paragraph += paragraph.isEmpty ? line : " " + line
            }
        }
        if !paragraph.isEmpty { lines += self.lines(paragraph) }
        return lines
    }
}
