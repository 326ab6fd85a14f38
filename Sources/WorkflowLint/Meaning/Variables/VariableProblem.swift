/// Why a variable has no value where it stands.
struct VariableProblem {
    var rule = Rule.unknownVariable
    var hint: String?
    var choice: Finding.Choice?

    /// A part of the variable's name that is not known, and what is.
    static func unknown(_ word: some StringProtocol, among known: [String]) -> Self {
        Self(choice: Finding.Choice(String(word), among: known))
    }

    /// A part of what an expression looks up that is not there.
    /// - Parameter holder: what has the names that are known: `inputs.parameters`.
    static func stray(_ word: Substring, among known: [String], in holder: String) -> Self {
        var problem = unknown(word, among: known)
        problem.rule = .strayVariable
        if let dashed = known.first(where: { $0.hasPrefix(word + "-") }) {
            problem.hint = "a dash subtracts: write \(holder)['\(dashed)']"
        }
        return problem
    }
}
