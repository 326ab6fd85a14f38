/// Why a variable has no value where it stands.
struct VariableProblem {
    var rule = Rule.unknownVariable
    var hint: String?
    var choice: Finding.Choice?

    /// A part of the variable's name that is not known, and what is.
    static func unknown(_ word: some StringProtocol, among known: [String]) -> Self {
        Self(choice: Finding.Choice(String(word), among: known))
    }
}
