import DocumentKit
import WorkflowModel

/// Checks the condition on which a cron workflow starts a run.
enum CronCheck {
    static func run(_ spec: SpecView, into findings: inout Findings) {
        guard spec.kind == .cronWorkflow else { return }
        if let place = spec.root[path: "spec", "when"], let text = place.sentText, !text.isEmpty {
            do throws(ExpressionFault) {
                try check(condition: text)
            } catch {
                findings.add(
                    .invalidWhen, "Invalid 'when' expression '\(text)': \(error.message)", at: place, hint: error.hint)
            }
        }
    }

    /// The expressions in it become values before the whole is read.
    private static func check(condition: String) throws(ExpressionFault) {
        for case .placeholder(let placeholder) in PlaceholderScanner(condition)
        where placeholder.isExpression && !placeholder.isNested {
            _ = try ValueExpression(parsing: placeholder.name.dropFirst())
        }
        try WhenExpression.check(condition)
    }
}
