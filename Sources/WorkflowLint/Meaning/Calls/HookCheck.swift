import DocumentKit

/// Checks that a lifecycle hook says when it runs: all but `exit` need an expression.
enum HookCheck {
    static func run(_ hook: CallView, into findings: inout Findings) {
        guard hook.value.kind == .object else { return }
        let label = "\(hook.label)"
        guard !label.hasSuffix(".exit"), hook.value.name("expression") == nil else { return }
        findings.add(
            .missingField, "\(label.replacing(".hooks.", with: ".")) Expression required", at: hook.value,
            hint: "only the hook 'exit' runs without an 'expression'")
    }
}
