import DocumentKit

/// Checks that the condition of a step or task can be read.
enum ConditionCheck {
    static func run(_ call: CallView, into findings: inout Findings) {
        guard let place = call.value["when"], let text = place.sentText, !text.isEmpty else { return }
        do throws(ExpressionFault) {
            try WhenExpression.check(text)
        } catch {
            findings.add(
                .invalidWhen, "\(call.label) Invalid 'when' expression '\(text)': \(error.message)", at: place,
                hint: error.hint)
        }
    }
}
