/// A task's `depends`: which tasks it waits for, and for what of them.
///
/// ```
/// A && (B.Succeeded || B.Skipped) && !C.Failed
/// ```
/// A name alone stands for `(A.Succeeded || A.Skipped || A.Daemoned)`.
struct DependsExpression: Equatable {
    enum Result: String, CaseIterable {
        case succeeded = "Succeeded"
        case failed = "Failed"
        case errored = "Errored"
        case skipped = "Skipped"
        case omitted = "Omitted"
        case daemoned = "Daemoned"
        case anySucceeded = "AnySucceeded"
        case allFailed = "AllFailed"

        /// It counts the runs of a loop.
        var needsLoop: Bool { self == .anySucceeded || self == .allFailed }
    }

    struct Term: Equatable {
        var task: String
        /// As it was written; nil for a name alone.
        var result: String?
    }

    /// In the order they stand in; a task may stand there more than once.
    private(set) var terms: [Term] = []

    init(parsing text: String) throws(ExpressionFault) {
        var syntax = InfixSyntax(operandName: "a task")
        var rest = text[...].utf8
        while let byte = rest.first {
            let length: Int
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                rest.removeFirst()
                continue
            case UInt8(ascii: "("), UInt8(ascii: ")"):
                length = 1
                try syntax.take(byte == UInt8(ascii: "(") ? .open : .close, Substring(rest.prefix(1)))
            case UInt8(ascii: "!"):
                length = 1
                try syntax.take(.prefix, "!")
            case UInt8(ascii: "&"), UInt8(ascii: "|"):
                length = rest.dropFirst().first == byte ? 2 : 1
                let spelling = Substring(rest.prefix(length))
                if length == 1 {
                    throw ExpressionFault("unknown operator '\(spelling)'", hint: "write '\(spelling)\(spelling)'")
                }
                try syntax.take(.infix, spelling)
            case _ where Self.isNamePart(byte):
                length = rest.prefix { Self.isNamePart($0) || $0 == UInt8(ascii: ".") }.count
                try take(Substring(rest.prefix(length)), &syntax)
            default:
                throw ExpressionFault(
                    "unexpected '\(Substring(rest).prefix(1))'",
                    hint: "tasks are joined with '&&', '||', '!' and parentheses")
            }
            rest.removeFirst(length)
        }
        try syntax.finish()
    }

    private mutating func take(_ word: Substring, _ syntax: inout InfixSyntax) throws(ExpressionFault) {
        do {
            try syntax.take(.operand, word)
        } catch {
            let instead = ["and": "&&", "or": "||"][word.lowercased()]
            throw ExpressionFault(error.message, hint: instead.map { "write '\($0)'" })
        }
        let parts = word.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        terms.append(Term(task: String(parts[0]), result: parts.count > 1 ? String(parts[1]) : nil))
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
