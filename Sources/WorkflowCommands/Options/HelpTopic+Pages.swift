import ArgumentKit
import WorkflowLint

extension HelpTopic {
    /// `wfctl help exit-codes`
    static let exitCodes = HelpTopic(
        name: "exit-codes", title: "Exit statuses",
        text: "A fault of the tool or the network never has the status of a failed run.",
        entries: ExitStatus.allCases.map { Entry(String($0.rawValue), $0.meaning) })

    /// `wfctl help environment`
    static let environment = HelpTopic(
        name: "environment", title: "Environment variables",
        text: "An option beats its variable; WFCTL_X beats ARGO_X; an empty variable counts as unset.",
        entries: [
            Entry("ARGO_SERVER", "Argo Server, as host:port or URL"),
            Entry("ARGO_NAMESPACE", "namespace to work in"),
            Entry("ARGO_TOKEN", "token, with or without its scheme word"),
            Entry("ARGO_BASE_HREF", "path before /api/v1"),
            Entry("ARGO_SECURE", "false for plain HTTP"),
            Entry("ARGO_INSECURE_SKIP_VERIFY", "true to accept any certificate"),
            Entry("ARGO_CERTIFICATE_AUTHORITY", "file of certificates to trust"),
            Entry("WFCTL_BACKEND", "kind of place where workflows live: argo, kubernetes, nightcrawler or local"),
            Entry("KUBECONFIG", "kubeconfig files, separated by colons; ~/.kube/config otherwise"),
            Entry("XDG_STATE_HOME", "folder of the runs on this machine, in wfctl/; ~/.local/state otherwise"),
            Entry("NO_COLOR", "no colour"),
            Entry("CLICOLOR_FORCE", "colour even in a pipe"),
            Entry("COLUMNS", "width of tables and help"),
        ])

    /// `wfctl help lint-rules`
    static let lintRules = HelpTopic(
        name: "lint-rules", title: "Rules of lint",
        text: "What 'wfctl lint' looks for, by the id that its findings carry.",
        entries: Rule.allCases.map { rule in
            Entry(rule.rawValue, rule.severity == .error ? rule.summary : "\(rule.summary) (a warning)")
        })
}
