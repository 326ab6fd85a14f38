import WorkflowModel

/// The condition of a step or task, in the language of govaluate; here only whether it can be read.
///
/// ```
/// {{steps.flip.outputs.result}} == heads && ('{{inputs.parameters.env}}' in ('dev', 'test'))
/// ```
/// A word without quotes is a text. What a placeholder stands for is not known: it may be a value, several, or a whole
/// condition, so around one everything goes.
struct WhenExpression {
    private var rest: Substring.UTF8View
    private var syntax = InfixSyntax(operandName: "a value")

    /// - Throws: what govaluate would stumble over.
    static func check(_ text: String) throws(ExpressionFault) {
        var expression = WhenExpression(rest: text[...].utf8)
        while let byte = expression.rest.first { try expression.takeWord(from: byte) }
        try expression.syntax.finish()
    }

    private init(rest: Substring.UTF8View) { self.rest = rest }

    private mutating func takeWord(from byte: UInt8) throws(ExpressionFault) {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): rest.removeFirst()
        case UInt8(ascii: "{"): try takePlaceholder()
        case UInt8(ascii: "'"), UInt8(ascii: "\""): try takeQuoted(by: byte)
        case UInt8(ascii: "["):
            guard let close = rest.firstIndex(of: UInt8(ascii: "]")) else {
                throw ExpressionFault("unclosed '['")
            }
            try take(.operand, through: rest.index(after: close))
        case UInt8(ascii: "("): try take(.open, count: 1)
        case UInt8(ascii: ")"): try take(.close, count: 1)
        case UInt8(ascii: ","): try take(.comma, count: 1)
        case UInt8(ascii: ".") where syntax.acceptsAnything: try take(.anything, count: 1)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): try takeNumber()
        case _ where Self.isWordPart(byte):
            let word = Substring(rest.prefix { Self.isWordPart($0) || $0 == UInt8(ascii: ".") })
            try take(word == "in" || word == "IN" ? .infix : .operand, count: word.utf8.count)
        default: try takeOperator()
        }
    }

    private mutating func take(_ word: InfixSyntax.Word, count: Int) throws(ExpressionFault) {
        try take(word, through: rest.index(rest.startIndex, offsetBy: count))
    }

    private mutating func take(_ word: InfixSyntax.Word, through end: Substring.Index) throws(ExpressionFault) {
        try syntax.take(word, Substring(rest[..<end]))
        rest = rest[end...]
    }

    private mutating func takePlaceholder() throws(ExpressionFault) {
        var scanner = PlaceholderScanner(Substring(rest))
        guard case .placeholder(let placeholder) = scanner.next() else { throw ExpressionFault("unexpected '{'") }
        try take(.anything, count: placeholder.inside.utf8.count + 4)
    }

    /// A text may hold placeholders, and those may hold quotes.
    private mutating func takeQuoted(by quote: UInt8) throws(ExpressionFault) {
        var at = rest.index(after: rest.startIndex)
        while at < rest.endIndex, rest[at] != quote {
            if rest[at] == UInt8(ascii: "\\") {
                at = rest.index(at, offsetBy: 2, limitedBy: rest.endIndex) ?? rest.endIndex
            } else if rest[at] == UInt8(ascii: "{") {
                var scanner = PlaceholderScanner(Substring(rest[at...]))
                if case .placeholder(let placeholder) = scanner.next() {
                    at = rest.index(at, offsetBy: placeholder.inside.utf8.count + 4)
                } else {
                    at = rest.index(after: at)
                }
            } else {
                at = rest.index(after: at)
            }
        }
        guard at < rest.endIndex else { throw ExpressionFault("unclosed string literal") }
        try take(.operand, through: rest.index(after: at))
    }

    private mutating func takeNumber() throws(ExpressionFault) {
        let isHexadecimal = rest.starts(with: "0x".utf8) || rest.starts(with: "0X".utf8)
        let digits = Substring(
            rest.prefix { $0 == UInt8(ascii: ".") || (isHexadecimal ? Self.isWordPart($0) : Self.isDigit($0)) })
        if !isHexadecimal && Double(digits) == nil {
            throw ExpressionFault("'\(digits)' is no number", hint: "quote it to compare it as a text")
        }
        try take(.operand, count: digits.utf8.count)
    }

    private mutating func takeOperator() throws(ExpressionFault) {
        for spelling in Self.operators where rest.starts(with: spelling.utf8) {
            let word: InfixSyntax.Word =
                switch spelling {
                case "!", "~": .prefix
                case "-": .prefixOrInfix
                default: .infix
                }
            return try take(word, count: spelling.utf8.count)
        }
        let spelling = Substring(rest).prefix(1)
        throw ExpressionFault(
            "unknown operator '\(spelling)'", hint: spelling == "=" ? "'==' compares" : "quote texts with ''")
    }

    /// Longer ones before their beginnings.
    private static let operators = [
        "==", "!=", ">=", "<=", "=~", "!~", "&&", "||", "**", "<<", ">>", "??", ">", "<", "+", "-", "*", "/", "%", "&",
        "|", "^", "?", ":", "!", "~",
    ]

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isWordPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...:
            true
        default: isDigit(byte)
        }
    }
}
