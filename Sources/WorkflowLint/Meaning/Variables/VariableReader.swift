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
            let content = text.string ?? ""
            for part in PlaceholderScanner(content) {
                switch part {
                case .text: break
                case .unclosed(let rest):
                    findings.add(.unclosedVariable, "\(prefix)'{{' without '}}'", at: text, part: String(rest))
                case .placeholder(let placeholder):
                    guard !placeholder.isNested else { continue }
                    let name = placeholder.name
                    if placeholder.isExpression {
                        if told.insert(name).inserted { check(placeholder, at: text, &findings) }
                        continue
                    }
                    let isAlone = content.utf8.count == placeholder.inside.utf8.count + 4
                    let problem =
                        scope.problem(with: name)
                        ?? StrayVariable.problem(with: placeholder.inside, isAlone: isAlone)
                    if let problem {
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

    /// `{{=…}}`: argo reads it only when the step is about to run, and then the step fails.
    private func check(_ placeholder: Placeholder, at text: DocumentValue, _ findings: inout Findings) {
        let variable = "{{\(placeholder.inside)}}"
        do throws(ExpressionFault) {
            let expression = try ValueExpression(parsing: placeholder.name.dropFirst())
            report(expression, variable, at: text, part: variable, &findings)
        } catch {
            findings.add(
                .invalidExpression, "\(prefix)Invalid expression '\(variable)': \(error.message)", at: text,
                part: variable, hint: error.hint)
        }
    }

    /// A field that is an expression as a whole; whether it can be read is for the rules on shape.
    func read(expression place: DocumentValue, into findings: inout Findings) {
        guard place.isPlain, let text = place.string, let expression = try? ValueExpression(parsing: text) else {
            return
        }
        report(expression, "'\(text)'", at: place, part: nil, &findings)
    }

    private func report(
        _ expression: ValueExpression, _ spelling: String, at text: DocumentValue, part: String?,
        _ findings: inout Findings
    ) {
        if expression.mindsAbsence { return }
        for path in expression.paths {
            guard let problem = scope.problem(withPath: path) else { continue }
            // A step or a task is looked up as a whole.
            let asked = path.prefix(path[0] == "steps" || path[0] == "tasks" ? 2 : 3).joined(separator: ".")
            return findings.add(
                problem.rule, "\(prefix)\(spelling) asks for \(asked), which has no value", at: text, part: part,
                hint: problem.hint, choice: problem.choice)
        }
    }

    private func report(
        _ problem: VariableProblem, _ placeholder: Placeholder, at text: DocumentValue, _ findings: inout Findings
    ) {
        let variable = "{{\(placeholder.inside)}}"
        let message =
            switch problem.rule {
            case .undeclaredOutput where placeholder.name.hasSuffix(".path"):
                "\(variable) is the path of an output that the template does not declare"
            case .undeclaredOutput: "\(variable) is an output that the template does not declare"
            case .strayVariable: "\(variable) is no variable, and stays as it is"
            case .looseItem: "\(variable) has no withItems, withParam or withSequence around it"
            default: "failed to resolve \(variable)"
            }
        findings.add(
            problem.rule, prefix + message, at: text, part: variable, hint: problem.hint, choice: problem.choice)
    }
}
