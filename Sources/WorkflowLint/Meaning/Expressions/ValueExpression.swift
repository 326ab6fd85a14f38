/// An expression in the language of `{{=…}}` and of stop strategies; here whether it can be read, and what it names.
///
/// ```
/// asInt(inputs.parameters['n-max']) > 3 ? "many" : toJson(filter(xs, {# > 1}))
/// ```
/// Operators, operands and brackets have to stand in an order that can be read. What binds closer does not matter here,
/// so that no text can be nested too deep.
struct ValueExpression {
    /// What is looked up, part by part: `inputs`, `parameters`, `n-max`.
    private(set) var paths: [[Substring]] = []
    /// Whether it provides for something that is not there: with `??`, `?.`, `nil`, `in`, or a function for that.
    private(set) var mindsAbsence = false

    private enum Expectation { case operand, infix }

    private let text: Substring
    private var rest: Substring
    private var expectation = Expectation.operand
    /// The brackets that are open, and whether nothing has to stand before their end.
    private var brackets: [(open: Character, mayClose: Bool)] = []

    /// - Throws: what no reader of the language gets over.
    init(parsing text: some StringProtocol) throws(ExpressionFault) {
        self.text = Substring(text)
        rest = self.text
        while let character = rest.first { try takeWord(from: character) }
        if let open = brackets.last?.open {
            let hint = open == "{" ? "'}}' ends the whole: put a blank between two braces" : nil
            throw ExpressionFault("unbalanced brackets: '\(open)' without '\(Self.closing(open))'", hint: hint)
        }
        // A semicolon may stand at the end.
        if expectation == .operand, !self.text.hasSuffix(";") { throw fault("the end") }
    }

    private func fault(_ found: String) -> ExpressionFault { ExpressionFault("expected a value, found \(found)") }

    private static func closing(_ open: Character) -> Character { open == "(" ? ")" : open == "[" ? "]" : "}" }

    private mutating func takeWord(from character: Character) throws(ExpressionFault) {
        switch character {
        case _ where character.isWhitespace: rest.removeFirst()
        case "'", "\"", "`": try takeQuoted(by: character)
        case "(", "[", "{": try open(character)
        case ")", "]", "}": try close(character)
        case "#":
            rest.removeFirst()
            try takeOperand("#", skipping: word(of: rest).count)
        case ".": try takeDot()
        case "/" where rest.hasPrefix("//"): rest = rest.drop { !$0.isNewline }
        case "/" where rest.hasPrefix("/*"):
            guard let end = rest.dropFirst(2).firstRange(of: "*/") else { throw ExpressionFault("unclosed comment") }
            rest = rest[end.upperBound...]
        case _ where Self.isWordPart(character): try takeName()
        default: try takeOperator()
        }
    }

    private mutating func takeOperand(_ spelling: Substring, skipping count: Int) throws(ExpressionFault) {
        guard expectation == .operand else { throw ExpressionFault("expected an operator, found '\(spelling)'") }
        rest.removeFirst(count)
        expectation = .infix
    }

    private mutating func takeQuoted(by quote: Character) throws(ExpressionFault) {
        guard let length = Self.quotedLength(rest, quote) else { throw ExpressionFault("unclosed string literal") }
        try takeOperand(rest.prefix(length), skipping: length)
    }

    /// Characters up to the closing quote; a backslash hides one, but not between backticks.
    private static func quotedLength(_ text: Substring, _ quote: Character) -> Int? {
        var length = 1
        var isHidden = false
        for character in text.dropFirst() {
            length += 1
            if isHidden {
                isHidden = false
            } else if character == quote {
                return length
            } else {
                isHidden = character == "\\" && quote != "`"
            }
        }
        return nil
    }

    private mutating func open(_ bracket: Character) throws(ExpressionFault) {
        // Behind a value `(` calls it and `[` looks into it; else they hold a value, several, or none.
        let isBehindValue = expectation == .infix
        if isBehindValue, bracket == "{" { throw ExpressionFault("expected an operator, found '{'") }
        brackets.append((bracket, bracket == "(" ? isBehindValue : !isBehindValue))
        rest.removeFirst()
        expectation = .operand
    }

    private mutating func close(_ bracket: Character) throws(ExpressionFault) {
        guard let last = brackets.last, Self.closing(last.open) == bracket else {
            let open: Character = bracket == ")" ? "(" : bracket == "]" ? "[" : "{"
            throw ExpressionFault("unbalanced brackets: '\(bracket)' without '\(open)'")
        }
        if expectation == .operand, !last.mayClose { throw fault("'\(bracket)'") }
        brackets.removeLast()
        rest.removeFirst()
        expectation = .infix
    }

    /// `.name` behind a value, or of what a closure looks at; `..` between two numbers; `.5`
    private mutating func takeDot() throws(ExpressionFault) {
        if rest.hasPrefix("..") { return try takeInfix(length: 2) }
        let name = word(of: rest.dropFirst())
        if name.isEmpty { throw ExpressionFault("expected a name after '.'") }
        if expectation == .infix { expectation = .operand }
        try takeOperand(name, skipping: name.count + 1)
    }

    private mutating func takeName() throws(ExpressionFault) {
        let name = word(of: rest)
        if name.first?.isNumber == true { return try takeNumber(name) }
        switch (name, expectation) {
        case ("not", _), ("let", .operand): rest.removeFirst(name.count)
        case ("if", .operand):
            // Branches have an order of their own: nothing is said of them.
            (rest, brackets, expectation) = ("", [], .infix)
        case (_, .infix) where Self.infixWords.contains(String(name)):
            if name == "in" { mindsAbsence = true }
            try takeInfix(length: name.count)
        default:
            var (path, length) = ([name], name.count)
            guard expectation == .operand else { return try takeOperand(name, skipping: length) }
            while let (part, count) = Self.step(rest.dropFirst(length)) {
                path.append(part)
                length += count
            }
            if path == ["nil"] || path.first == "sprig" && Self.absenceFunctions.contains(path.last ?? "") {
                mindsAbsence = true
            }
            paths.append(path)
            try takeOperand(name, skipping: length)
        }
    }

    /// `12`, `0x1F`, `1.5`, `1e-3`; not the dots of `1..3`.
    private mutating func takeNumber(_ digits: Substring) throws(ExpressionFault) {
        var length = digits.count
        let behind = rest.dropFirst(length)
        if behind.first == ".", let next = behind.dropFirst().first, next.isNumber {
            length += 1 + word(of: behind.dropFirst()).count
        }
        let last = rest.prefix(length).last
        if last == "e" || last == "E", let sign = rest.dropFirst(length).first, sign == "-" || sign == "+" {
            length += 1 + word(of: rest.dropFirst(length + 1)).count
        }
        try takeOperand(rest.prefix(length), skipping: length)
    }

    /// `.name` or `['name']` at the beginning of a text, and its length.
    private static func step(_ text: Substring) -> (Substring, Int)? {
        if text.first == "." {
            let name = word(of: text.dropFirst())
            return name.isEmpty ? nil : (name, name.count + 1)
        }
        guard text.first == "[", let quote = text.dropFirst().first, quote == "'" || quote == "\"",
            let length = quotedLength(text.dropFirst(), quote), text.dropFirst(1 + length).first == "]"
        else { return nil }
        return (text.dropFirst(2).prefix(length - 2), length + 2)
    }

    private mutating func takeOperator() throws(ExpressionFault) {
        guard let spelling = Self.operators.first(where: rest.hasPrefix) else {
            throw ExpressionFault(
                "unexpected '\(rest.prefix(1))'", hint: rest.first == "=" ? "'==' compares" : nil)
        }
        if spelling == "??" || spelling == "?." { mindsAbsence = true }
        switch spelling {
        case "!", "-", "+":
            if expectation == .operand || spelling == "!" {
                if expectation == .infix { throw ExpressionFault("expected an operator, found '!'") }
                rest.removeFirst()
            } else {
                try takeInfix(length: 1)
            }
        case "?.":
            guard expectation == .infix else { throw fault("'?.'") }
            rest.removeFirst(2)
            let name = word(of: rest)
            if name.isEmpty, rest.first != "[" { throw ExpressionFault("expected a name after '?.'") }
            rest.removeFirst(name.count)
        case ":" where brackets.last?.open == "[":
            // Either end of a slice may be left out.
            rest.removeFirst()
            brackets[brackets.count - 1].mayClose = true
            expectation = .operand
        case "=" where !text.contains("let "): throw ExpressionFault("unexpected '='", hint: "'==' compares")
        default:
            try takeInfix(length: spelling.count)
            if spelling == ",", !brackets.isEmpty { brackets[brackets.count - 1].mayClose = true }
        }
    }

    private mutating func takeInfix(length: Int) throws(ExpressionFault) {
        guard expectation == .infix else { throw fault("'\(rest.prefix(length))'") }
        if let last = brackets.indices.last { brackets[last].mayClose = false }
        rest.removeFirst(length)
        expectation = .operand
    }

    private func word(of text: Substring) -> Substring { Self.word(of: text) }
    private static func word(of text: Substring) -> Substring { text.prefix(while: isWordPart) }

    private static func isWordPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_" || character == "$"
    }

    private static let infixWords: Set<String> = [
        "and", "or", "in", "matches", "contains", "startsWith", "endsWith",
    ]
    /// Functions of sprig that take nothing for a value.
    private static let absenceFunctions: Set<Substring> = ["coalesce", "default", "empty"]
    /// Longer ones before their beginnings.
    private static let operators = [
        "==", "!=", ">=", "<=", "&&", "||", "**", "??", "?.", "?:", ">", "<", "+", "-", "*", "/", "%", "^", "|", "?",
        ":",
        ",", ";", "!", "=",
    ]
}
