/// A regular expression as it was read; what it captures nobody asks.
indirect enum Expression: Equatable, Sendable {
    /// Matches where it stands, without a character.
    case nothing
    case one(of: ScalarSet)
    case place(Place)
    case sequence([Expression])
    case choice([Expression])
    /// So many times at least, and at most; nil has no end.
    case repeated(Expression, Int, Int?)

    /// Where a line must be, between two characters.
    enum Place: Equatable, Sendable {
        case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
    }
}

/// Why a text is no regular expression.
struct ExpressionError: Error, Equatable {
    let message: String

    init(_ message: String) { self.message = message }
}
