/// Why an expression cannot be read, and where in it.
struct ExpressionFault: Error, Equatable {
    /// Lower case, no final period: `expected an operator, found 'b'`.
    var message: String
    var hint: String?

    init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }
}
