/// Finds the end of a number: `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`.
enum JSONNumberScanner {
    /// - Parameter start: the place of the minus sign or the first digit.
    static func scan(_ text: borrowing Span<UInt8>, from start: Int) throws(JSONFault) -> Int {
        var at = start
        if text[at] == .minus { at += 1 }
        let first = at
        at = try digits(text, from: at, expected: "a digit")
        if text[first] == UInt8(ascii: "0"), at > first + 1 { throw JSONFault(.leadingZero, at: first) }
        if at < text.count, text[at] == UInt8(ascii: ".") {
            at = try digits(text, from: at + 1, expected: "a digit after '.'")
        }
        if at < text.count, text[at] | 0x20 == UInt8(ascii: "e") {
            at += 1
            if at < text.count, text[at] == UInt8(ascii: "+") || text[at] == .minus { at += 1 }
            at = try digits(text, from: at, expected: "a digit of the exponent")
        }
        return at
    }

    /// Whether a text is a number and nothing else.
    static func isNumber(_ text: borrowing Span<UInt8>) -> Bool {
        guard !text.isEmpty, text[0] == .minus || text[0].isDigit else { return false }
        return (try? scan(text, from: 0)) == text.count
    }

    private static func digits(
        _ text: borrowing Span<UInt8>, from start: Int, expected: String
    ) throws(JSONFault) -> Int {
        var at = start
        while at < text.count, text[at].isDigit { at += 1 }
        guard at > start else { throw JSONFault(.expected(expected), at: at) }
        return at
    }
}
