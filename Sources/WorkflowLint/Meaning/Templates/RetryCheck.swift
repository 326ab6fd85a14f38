import DocumentKit

/// Finds retries that go on until they succeed, whatever is wrong.
enum RetryCheck {
    static func run(_ template: TemplateView, of spec: SpecView, into findings: inout Findings) {
        guard let retry = template.value.given("retryStrategy"), retry.kind == .object else { return }
        let defaults = spec.spec["templateDefaults"]
        let holders = [retry, defaults?["retryStrategy"]].compactMap(\.self)
        let isLimited = holders.contains { strategy in
            strategy.given("limit") != nil || strategy.given("expression") != nil
                || strategy["backoff"]?.given("maxDuration") != nil
        }
        let hasDeadline = [template.value, defaults, spec.spec].contains { holder in
            holder?.given("activeDeadlineSeconds") != nil || holder?.given("timeout") != nil
        }
        guard !isLimited, !hasDeadline else { return }
        findings.add(
            .endlessRetry, "\(template.path).retryStrategy has no limit", at: retry,
            hint: "what always fails is tried again without end: set 'limit'")
    }
}
