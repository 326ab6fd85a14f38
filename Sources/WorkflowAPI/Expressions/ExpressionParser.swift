/// Reads regular expressions in the syntax of RE2, which is what Go programs and so Argo's servers understand.
///
/// ```
/// (?i)error|warn(ing)?      alternatives, groups, flags (i, m, s, U)
/// ^\d{4}-\d\d               repetitions up to 1,000; classes \d \s \w \pL \p{Lu} [[:alpha:]]
/// \bTODO\b  \Qa.b\E         places \A \z \b \B, quoted text
/// ```
///
/// There are no back references and no look-around, so a match takes time in proportion to the line.
struct ExpressionParser {
    struct Flags {
        var foldsCase = false
        var isMultiline = false
        var dotHasNewline = false
    }

    private static let deepest = 250
    private static let mostRepetitions = 1_000

    let text: [Unicode.Scalar]
    var at = 0
    var flags = Flags()
    private var depth = 0

    private init(_ text: String) { self.text = Array(text.unicodeScalars) }

    static func parse(_ text: String) throws(ExpressionError) -> Expression {
        var parser = ExpressionParser(text)
        let expression = try parser.choice()
        guard parser.at == parser.text.count else { throw .init("there is a ) without its (") }
        return expression
    }

    var next: Unicode.Scalar? { at < text.count ? text[at] : nil }

    mutating func take(_ words: String) -> Bool {
        let scalars = Array(words.unicodeScalars)
        guard text[at...].starts(with: scalars) else { return false }
        at += scalars.count
        return true
    }

    /// Alternatives up to the end or to a closing parenthesis.
    private mutating func choice() throws(ExpressionError) -> Expression {
        var alternatives = [try sequence()]
        while take("|") { alternatives.append(try sequence()) }
        return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
    }

    private mutating func sequence() throws(ExpressionError) -> Expression {
        var parts: [Expression] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            if take(#"\Q"#) {
                parts += quoted()
            } else if let part = try atom() {
                parts.append(part)
            } else {
                continue
            }
            if let part = parts.popLast() { parts.append(try repeated(part)) }
        }
        switch parts.count {
        case 0: return .nothing
        case 1: return parts[0]
        default: return .sequence(parts)
        }
    }

    private mutating func quoted() -> [Expression] {
        var parts: [Expression] = []
        while let scalar = next, !take(#"\E"#) {
            parts.append(literal(scalar.value))
            at += 1
        }
        return parts
    }

    func literal(_ value: UInt32) -> Expression {
        let set = ScalarSet(value)
        return .one(of: flags.foldsCase ? set.folded : set)
    }

    /// nil for flags, which stand for nothing themselves.
    private mutating func atom() throws(ExpressionError) -> Expression? {
        guard let scalar = next else { return .nothing }
        switch scalar {
        case "(": return try group()
        case "[": return .one(of: try set())
        case "\\": return try escape()
        case "*", "+", "?": throw .init("there is nothing to repeat before \(scalar)")
        default: at += 1
        }
        switch scalar {
        case ".": return .one(of: flags.dotHasNewline ? .all : ScalarSet.newline.inverted)
        case "^": return .place(flags.isMultiline ? .lineStart : .textStart)
        case "$": return .place(flags.isMultiline ? .lineEnd : .textEnd)
        default: return literal(scalar.value)
        }
    }

    // MARK: Groups

    private mutating func group() throws(ExpressionError) -> Expression? {
        at += 1
        let outer = flags
        if take("?") {
            if take("<=") || take("<!") || take("=") || take("!") {
                throw .init("it looks around, which takes too long")
            }
            if take("P<") || take("<") {
                try name()
            } else if try flagsEndTheGroup() {
                return nil
            }
        }
        depth += 1
        guard depth <= Self.deepest else { throw .init("groups lie deeper than \(Self.deepest) levels") }
        let content = try choice()
        depth -= 1
        guard take(")") else { throw .init("a ( has no )") }
        flags = outer
        return content
    }

    private mutating func name() throws(ExpressionError) {
        let start = at
        while let scalar = next, ScalarSet.wordCharacters.contains(scalar.value) { at += 1 }
        guard at > start, take(">") else { throw .init("a group has no good name") }
    }

    /// Reads `i`, `ms`, `i-s`, … and says whether they count to the end of what is around them.
    private mutating func flagsEndTheGroup() throws(ExpressionError) -> Bool {
        let start = at
        var value = true
        while let scalar = next {
            at += 1
            switch scalar {
            case "i": flags.foldsCase = value
            case "m": flags.isMultiline = value
            case "s": flags.dotHasNewline = value
            // Whether it takes much or little first does not change whether a line matches.
            case "U": break
            case "-" where value: value = false
            case ":" where text[at - 2] != "-": return false
            case ")" where at - start > 1 && text[at - 2] != "-": return true
            default: throw .init("(?\(scalar) begins no group that is known here")
            }
        }
        throw .init("a ( has no )")
    }

    // MARK: Repetitions

    private mutating func repeated(_ part: Expression) throws(ExpressionError) -> Expression {
        guard let (least, most) = try count() else { return part }
        _ = take("?")
        if let scalar = next, "*+?".unicodeScalars.contains(scalar) {
            throw .init("a repetition is repeated at \(scalar); put the first into (?:…)")
        }
        if try count() != nil { throw .init("a repetition is repeated; put the first into (?:…)") }
        return .repeated(part, least, most)
    }

    private mutating func count() throws(ExpressionError) -> (Int, Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        let start = at
        guard let (least, most) = bounds() else {
            at = start
            return nil
        }
        guard max(least, most ?? 0) <= Self.mostRepetitions else {
            throw .init("a repetition asks for more than 1,000")
        }
        if let most, most < least { throw .init("{\(least),\(most)} asks for at least more than for at most") }
        return (least, most)
    }

    /// `{2}`, `{2,}`, `{2,3}`; nil for other braces, which are text.
    private mutating func bounds() -> (Int, Int?)? {
        guard take("{"), let least = number() else { return nil }
        if take("}") { return (least, least) }
        guard take(",") else { return nil }
        if take("}") { return (least, nil) }
        guard let most = number(), take("}") else { return nil }
        return (least, most)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let scalar = next, ("0"..."9").contains(scalar) {
            value = min((value ?? 0) * 10 + Int(scalar.value - 0x30), Self.mostRepetitions + 1)
            at += 1
        }
        return value
    }
}
