/// Whether the words of an expression stand in an order that can be read: `a == b && !(c || d)`.
///
/// The order is all that matters here, not what binds closer, so that no text can be nested too deep.
struct InfixSyntax {
    enum Word {
        case operand
        case prefix
        case infix
        /// `-`: before an operand it is a sign, behind one it subtracts.
        case prefixOrInfix
        case open
        case close
        case comma
        /// Text that is filled in later and may be any of them: `{{inputs.parameters.condition}}`.
        case anything
    }

    private enum Expectation { case operand, infix, either }

    /// What an operand is called in messages: `a value`.
    let operandName: String
    private var expectation = Expectation.operand
    private var openParentheses = 0

    /// What was last taken may go on: a placeholder touches what stands behind it.
    var acceptsAnything: Bool { expectation == .either }

    init(operandName: String) { self.operandName = operandName }

    mutating func take(_ word: Word, _ spelling: some StringProtocol) throws(ExpressionFault) {
        switch word {
        case .anything: expectation = .either
        case .operand, .prefix, .open:
            if expectation == .infix { throw ExpressionFault("expected an operator, found '\(spelling)'") }
            expectation = word == .operand ? .infix : .operand
            if word == .open { openParentheses += 1 }
        case .prefixOrInfix: expectation = .operand
        case .infix, .comma:
            try requireOperandBefore("'\(spelling)'")
            expectation = .operand
        case .close:
            try requireOperandBefore("'\(spelling)'")
            if openParentheses == 0 { throw ExpressionFault("unbalanced parentheses: ')' without '('") }
            openParentheses -= 1
            expectation = .infix
        }
    }

    func finish() throws(ExpressionFault) {
        try requireOperandBefore("the end")
        if openParentheses > 0 { throw ExpressionFault("unbalanced parentheses: '(' without ')'") }
    }

    private func requireOperandBefore(_ found: String) throws(ExpressionFault) {
        if expectation == .operand { throw ExpressionFault("expected \(operandName), found \(found)") }
    }
}
