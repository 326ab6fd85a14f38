import DocumentKit

/// Checks that the condition of a step, a task or a metric can be read.
enum ConditionCheck {
    /// - Parameter label: what messages call the holder of the condition.
    static func run(_ holder: DocumentValue, _ label: @autoclosure () -> String, into findings: inout Findings) {
        guard let place = holder["when"], let text = place.sentText, !text.isEmpty else { return }
        do throws(ExpressionFault) {
            try WhenExpression.check(text)
        } catch {
            findings.add(
                .invalidWhen, "\(label()) Invalid 'when' expression '\(text)': \(error.message)", at: place,
                hint: error.hint)
        }
    }
}
