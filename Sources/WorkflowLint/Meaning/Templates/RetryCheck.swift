import DocumentKit

/// Finds retries that go on until they succeed, whatever is wrong.
enum RetryCheck {
    /// A template's own strategy, completed by that of `templateDefaults`.
    static func run(_ template: TemplateView, of spec: SpecView, into findings: inout Findings) {
        guard let retry = template.value.given("retryStrategy") else { return }
        let defaults = spec.spec["templateDefaults"]
        guard !isLimited([retry, defaults?["retryStrategy"]]), !hasDeadline([template.value, defaults, spec.spec])
        else { return }
        report(retry, "\(template.path).retryStrategy", &findings)
    }

    /// The strategies for templates that have none of their own.
    static func run(_ spec: SpecView, into findings: inout Findings) {
        let defaults = spec.spec["templateDefaults"]
        guard !hasDeadline([defaults, spec.spec]) else { return }
        let isUsed =
            spec.templates.isEmpty
            || spec.templates.contains { $0.value.given("retryStrategy") == nil && !hasDeadline([$0.value]) }
        guard isUsed else { return }
        for (holder, path) in [(defaults, "\(spec.path).templateDefaults"), (spec.spec, spec.path)] {
            guard let retry = holder?.given("retryStrategy"), !isLimited([retry]) else { continue }
            report(retry, "\(path).retryStrategy", &findings)
        }
    }

    private static func isLimited(_ strategies: [DocumentValue?]) -> Bool {
        strategies.contains { strategy in
            strategy?.given("limit") != nil || strategy?.given("expression") != nil
                || strategy?["backoff"]?.given("maxDuration") != nil
        }
    }

    private static func hasDeadline(_ holders: [DocumentValue?]) -> Bool {
        holders.contains { $0?.given("activeDeadlineSeconds") != nil || $0?.given("timeout") != nil }
    }

    private static func report(_ retry: DocumentValue, _ path: String, _ findings: inout Findings) {
        guard retry.kind == .object else { return }
        findings.add(
            .endlessRetry, "\(path) has no limit", at: retry,
            hint: "what always fails is tried again without end: set 'limit'")
    }
}
