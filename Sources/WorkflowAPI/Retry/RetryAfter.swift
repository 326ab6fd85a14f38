import WorkflowModel

/// How long a server asks to be left alone.
///
/// ```
/// Retry-After: 120
/// Retry-After: Wed, 21 Oct 2026 07:28:00 GMT
/// ```
enum RetryAfter {
    /// Longer than anybody waits: what does not fit into a number becomes this.
    static let longest = 315_360_000

    /// Whole seconds from now; nil when the header is missing or means nothing.
    ///
    /// A date is taken against the server's own `Date`, so that a clock that is wrong here does no harm.
    static func seconds(_ head: HTTPHead, now: Timestamp) -> Int? {
        guard let text = head["Retry-After"].map(trimmed), !text.isEmpty else { return nil }
        if text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) {
            return min(Int(text) ?? longest, longest)
        }
        guard let date = Timestamp(httpDate: text) else { return nil }
        let reference = head["Date"].flatMap { Timestamp(httpDate: trimmed($0)) } ?? now
        return min(max(0, Int((date.seconds - reference.seconds))), longest)
    }

    private static func trimmed(_ text: String) -> String {
        let spaces: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        return String(text.drop(while: spaces).reversed().drop(while: spaces).reversed())
    }
}
