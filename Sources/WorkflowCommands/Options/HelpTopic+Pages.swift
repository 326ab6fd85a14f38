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
        text: """
            An option beats its variable; WFCTL_X beats ARGO_X; an empty variable counts as unset. With the kubernetes \
            backend only WFCTL_X counts, and ARGO_NAMESPACE.
            """,
        entries: [
            Entry("WFCTL_CONTEXT", "context of the configuration file"),
            Entry("ARGO_SERVER", "Argo Server, as host:port, URL or unix:///path"),
            Entry("ARGO_NAMESPACE", "namespace to work in"),
            Entry("ARGO_TOKEN", "token, with or without its scheme word"),
            Entry("WFCTL_TOKEN_FILE", "file that holds the token, read whenever it is needed"),
            Entry("WFCTL_TOKEN_COMMAND", "shell command that prints the token"),
            Entry("WFCTL_USERNAME", "user name for basic authentication"),
            Entry("WFCTL_PASSWORD", "its password; WFCTL_PASSWORD_FILE names a file"),
            Entry("WFCTL_API_KEY", "API key; WFCTL_API_KEY_FILE names a file, WFCTL_API_KEY_HEADER the header"),
            Entry("ARGO_BASE_HREF", "path before /api/v1"),
            Entry("ARGO_SECURE", "false for plain HTTP"),
            Entry("ARGO_INSECURE_SKIP_VERIFY", "true to accept any certificate"),
            Entry("ARGO_CERTIFICATE_AUTHORITY", "file of certificates to trust"),
            Entry("ARGO_CLIENT_CERTIFICATE", "certificate that proves who asks; ARGO_CLIENT_KEY names its key"),
            Entry("ARGO_TLS_SERVER_NAME", "name in the server's certificate, where it is not the address's"),
            Entry("ARGO_PROXY_URL", "proxy for every connection, in place of http_proxy, https_proxy and no_proxy"),
            Entry("http_proxy", "proxy for http://; https_proxy for https://, no_proxy for hosts without one"),
            Entry("WFCTL_BACKEND", "kind of place where workflows live: argo, kubernetes, nightcrawler or local"),
            Entry("KUBECONFIG", "kubeconfig files, separated by colons; ~/.kube/config otherwise"),
            Entry("XDG_CONFIG_HOME", "folder of the configuration file wfctl/config.yaml; ~/.config otherwise"),
            Entry("XDG_STATE_HOME", "folder of local runs and logins, in wfctl/; ~/.local/state otherwise"),
            Entry("XDG_CACHE_HOME", "folder of what is remembered for a while, in wfctl/; ~/.cache otherwise"),
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
