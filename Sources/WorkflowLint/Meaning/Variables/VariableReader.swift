import DocumentKit
import WorkflowModel

/// Reads the placeholders of texts in one scope and tells those without a value.
struct VariableReader {
    /// A placeholder that has a value as far as the scope knows.
    struct Use {
        /// Its whole name.
        var name: Substring
        /// As it was written.
        var inside: Substring
        /// The text it stands in.
        var value: DocumentValue
    }

    /// What messages begin with.
    var prefix: String
    var scope: VariableScope

    /// Goes on with a step or a task of the scope.
    mutating func enter(_ call: CallView) {
        scope.loop = call.loop
        if case .inline(let template) = call.target { scope.inline = template } else { scope.inline = nil }
    }

    /// - Returns: what was asked of steps and tasks.
    @discardableResult
    func read(_ value: DocumentValue, into findings: inout Findings) -> [Use] {
        var uses: [Use] = []
        for text in value.strings(withPairOf: UInt8(ascii: "{")) {
            // The same mistake in the same text is told once.
            var told: Set<Substring> = []
            for part in PlaceholderScanner(text.string ?? "") {
                switch part {
                case .text: break
                case .unclosed(let rest):
                    findings.add(.unclosedVariable, "\(prefix)'{{' without '}}'", at: text, part: String(rest))
                case .placeholder(let placeholder):
                    guard !placeholder.isExpression, !placeholder.isNested else { continue }
                    let name = placeholder.name
                    if let problem = scope.problem(with: name) {
                        guard told.insert(name).inserted else { continue }
                        report(problem, placeholder, at: text, &findings)
                    } else if name.hasPrefix("tasks.") {
                        uses.append(Use(name: name, inside: placeholder.inside, value: text))
                    }
                }
            }
        }
        return uses
    }

    private func report(
        _ problem: VariableProblem, _ placeholder: Placeholder, at text: DocumentValue, _ findings: inout Findings
    ) {
        let variable = "{{\(placeholder.inside)}}"
        let message =
            switch problem.rule {
            case .undeclaredOutput: "\(variable) is the path of an output that the template does not declare"
            case .looseItem: "\(variable) has no withItems, withParam or withSequence around it"
            default: "failed to resolve \(variable)"
            }
        findings.add(
            problem.rule, prefix + message, at: text, part: variable, hint: problem.hint, choice: problem.choice)
    }
}
