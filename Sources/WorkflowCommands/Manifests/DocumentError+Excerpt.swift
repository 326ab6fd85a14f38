import DocumentKit
import TerminalKit

extension DocumentError {
    /// The line, indented, and a caret under the place, whatever the width of what stands before it.
    var excerpt: String {
        var before = String.UnicodeScalarView()
        before.append(contentsOf: sourceLine.unicodeScalars.prefix(max(0, sourceLineColumn - 1)))
        return "  \(sourceLine)\n  " + String(repeating: " ", count: String(before).displayWidth) + "^"
    }
}
