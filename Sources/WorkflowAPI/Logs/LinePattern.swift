/// A regular expression that lines of a log must match, in the syntax that Argo's servers understand.
///
/// Servers look at a line with its time before it, so what they find is looked at once more here.
package struct LinePattern {
    private let literal: [UInt8]?
    private let expression: ExpressionMatcher?

    /// An empty text matches every line.
    package init(_ text: String) throws(BackendError) {
        guard text.utf8.contains(where: Self.special.contains) else {
            literal = Array(text.utf8)
            expression = nil
            return
        }
        literal = nil
        do throws(ExpressionError) {
            expression = try ExpressionMatcher(text)
        } catch {
            throw .invalid("'\(text)' is no regular expression: \(error.message)")
        }
    }

    package func matches(_ line: ArraySlice<UInt8>) -> Bool {
        if let literal { return Self.contains(line.span, literal.span) }
        return expression?.matches(line.span) ?? true
    }

    /// Whether a server that puts a time before each line finds all lines that match, and perhaps some more.
    static func meansTheSameBehindATime(_ text: String) -> Bool {
        !text.contains("^") && !text.contains("\\A") && !text.contains("\\B")
    }

    private static let special = Set(#"\.+*?()|[]{}^$"#.utf8)

    private static func contains(_ line: borrowing Span<UInt8>, _ text: borrowing Span<UInt8>) -> Bool {
        guard text.count > 0 else { return true }
        var start = 0
        while start + text.count <= line.count {
            var place = 0
            while place < text.count, line[start + place] == text[place] { place += 1 }
            if place == text.count { return true }
            start += 1
        }
        return false
    }
}
