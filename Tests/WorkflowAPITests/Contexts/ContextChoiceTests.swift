import Testing

@testable import WorkflowAPI

/// What beats what, once there are contexts.
@Suite struct ContextChoiceTests {
    static let file = """
        current-context: now
        contexts:
          now: {kind: argo, server: "now:1", namespace: n-now, token: t-now}
          prod: {kind: argo, server: "https://prod:1/base", namespace: n-prod, token: t-prod}
          open: {kind: argo, server: "open:1"}
          here: {kind: local, namespace: n-here}
          lab: {kind: kubernetes, server: "lab:6443"}
        """

    static func choose(
        _ environment: [String: String] = [:], _ change: (inout ConnectionSettings) -> Void = { _ in }
    ) throws(ConfigurationError) -> BackendChoice {
        var settings = ConnectionSettings()
        change(&settings)
        let file = try ContextFileReader(path: "/c/config.yaml").read(Array(Self.file.utf8))
        return try BackendChoice.choose(settings, environment: environment, contexts: { file }, readFile: { _ in [] })
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var environment: [String: String] = [:]
        var settings: @Sendable (inout ConnectionSettings) -> Void = { _ in }
        var source: SettingSource
        var server: String?
        var namespace: Setting<String>
        var token: Setting<String>?
    }

    @Test(arguments: [
        Case(
            testDescription: "the current context", source: .context("now"), server: "https://now:1",
            namespace: .init("n-now", from: .context("now")), token: .init("t-now", from: .context("now"))),
        Case(
            testDescription: "--context beats every variable",
            environment: ["ARGO_SERVER": "a:1", "ARGO_TOKEN": "env", "ARGO_NAMESPACE": "env", "WFCTL_CONTEXT": "open"],
            settings: { $0.context = "prod" }, source: .chosenContext("prod"), server: "https://prod:1/base",
            namespace: .init("n-prod", from: .chosenContext("prod")),
            token: .init("t-prod", from: .chosenContext("prod"))),
        Case(
            testDescription: "a flag beats the context it goes with",
            settings: {
                $0.context = "prod"; $0.namespace = "mine"; $0.token = "mine"
            }, source: .chosenContext("prod"),
            server: "https://prod:1/base", namespace: .init("mine", from: .flag("--namespace")),
            token: .init("mine", from: .flag("--token"))),
        Case(
            testDescription: "single variables beat what WFCTL_CONTEXT says",
            environment: ["ARGO_TOKEN": "env", "WFCTL_CONTEXT": "prod"], source: .context("prod"),
            server: "https://prod:1/base", namespace: .init("n-prod", from: .context("prod")),
            token: .init("env", from: .variable("ARGO_TOKEN"))),
        Case(
            testDescription: "WFCTL_CONTEXT beats ARGO_SERVER, whose token is meant for nobody else",
            environment: ["ARGO_SERVER": "a:1", "ARGO_TOKEN": "env", "WFCTL_CONTEXT": "prod"], source: .context("prod"),
            server: "https://prod:1/base", namespace: .init("n-prod", from: .context("prod")),
            token: .init("t-prod", from: .context("prod"))),
        Case(
            testDescription: "WFCTL_CONTEXT says which place of the kind that WFCTL_BACKEND names",
            environment: ["WFCTL_BACKEND": "argo", "WFCTL_CONTEXT": "prod"], source: .context("prod"),
            server: "https://prod:1/base", namespace: .init("n-prod", from: .context("prod")),
            token: .init("t-prod", from: .context("prod"))),
        Case(
            testDescription: "and which of the kind that --backend names", environment: ["WFCTL_CONTEXT": "lab"],
            settings: { $0.backend = .kubernetes }, source: .context("lab"), server: "https://lab:6443",
            namespace: .init("default", from: .builtIn)),
        Case(
            testDescription: "a flag that names another kind beats it", environment: ["WFCTL_CONTEXT": "prod"],
            settings: {
                $0.backend = .kubernetes; $0.server = "api:1"
            }, source: .flag("--backend kubernetes"), server: "https://api:1",
            namespace: .init("default", from: .builtIn)),
        Case(
            testDescription: "a context's secrets stay away from another server",
            settings: { $0.server = "other:1" }, source: .flag("--server"), server: "https://other:1",
            namespace: .init("default", from: .builtIn)),
        Case(
            testDescription: "ARGO_SERVER beats the current context, and gets none of its secrets",
            environment: ["ARGO_SERVER": "a:1"], source: .variable("ARGO_SERVER"), server: "https://a:1",
            namespace: .init("default", from: .builtIn)),
        Case(
            testDescription: "--local beats the current context", settings: { $0.isLocal = true },
            source: .flag("--local"), namespace: .init("default", from: .builtIn)),
        Case(
            testDescription: "a local context", settings: { $0.context = "here" }, source: .chosenContext("here"),
            namespace: .init("n-here", from: .chosenContext("here"))),
    ])
    func choosesAndSaysWhy(_ test: Case) throws {
        let choice = try Self.choose(test.environment, test.settings)
        #expect(choice.source == test.source)
        #expect(choice.target.server?.baseURL == test.server)
        #expect(choice.namespace == test.namespace)
        let expected = test.token.map {
            Credentials(authorization: Secret("Bearer " + $0.value), source: $0.source)
        }
        #expect(choice.target.server?.credentials == expected)
    }

    static let argoVariables = [
        "ARGO_TOKEN": "env", "ARGO_BASE_HREF": "/argo", "ARGO_SECURE": "false", "ARGO_INSECURE_SKIP_VERIFY": "true",
        "ARGO_NAMESPACE": "env", "ARGO_SERVER": "a:1", "ARGO_API_KEY": "k",
    ]

    @Test func whatIsSaidOfArgoServersIsNotSaidToClusters() throws {
        let choice = try Self.choose(Self.argoVariables) {
            $0.backend = .kubernetes
            $0.server = "api:6443"
        }
        #expect(choice.target == .kubernetes(ServerConfiguration(baseURL: "https://api:6443", address: "api:6443")))
        // A namespace is no secret, and argo reads it there, too.
        #expect(choice.namespace == .init("env", from: .variable("ARGO_NAMESPACE")))
        let own = try Self.choose(["WFCTL_TOKEN": "t", "WFCTL_NAMESPACE": "n", "WFCTL_SERVER": "api:1"]) {
            $0.backend = .kubernetes
        }
        #expect(own.target.server?.credentials?.source == .variable("WFCTL_TOKEN"))
        #expect(own.target.server?.baseURL == "https://api:1")
        #expect(own.namespace == .init("n", from: .variable("WFCTL_NAMESPACE")))
        let board = try Self.choose(Self.argoVariables.filter { $0.key == "ARGO_TOKEN" }) {
            $0.backend = .nightcrawler
            $0.server = "board:1"
        }
        #expect(board.target.server?.credentials?.source == .variable("ARGO_TOKEN"))
    }

    @Test func aChosenContextBeatsAVariableThatAsksForACluster() throws {
        let variables = ["WFCTL_BACKEND": "kubernetes"]
        let choice = try Self.choose(variables) { $0.context = "prod" }
        #expect(choice.kind == .argo && choice.source == .chosenContext("prod"))
        let config = """
            clusters: [{name: lab, cluster: {server: "https://lab:6443"}}]
            contexts: [{name: dev, context: {cluster: lab, namespace: team}}]
            """
        var settings = ConnectionSettings()
        settings.context = "dev"
        let file = try ContextFileReader(path: "/c/config.yaml").read(Array(Self.file.utf8))
        let cluster = try BackendChoice.choose(
            settings, environment: ["WFCTL_BACKEND": "kubernetes", "KUBECONFIG": "/k"], contexts: { file },
            readIfThere: { $0 == "/k" ? Array(config.utf8) : nil }, readFile: { _ in [] })
        #expect(cluster.kind == .kubernetes && cluster.target.server?.baseURL == "https://lab:6443")
    }

    /// Else a cluster would be asked that nobody named.
    @Test(arguments: [true, false]) func aVariableNamesAContextOfAKubeconfigToo(_ isFlag: Bool) throws {
        let config = """
            current-context: prod
            clusters: [{name: lab, cluster: {server: "https://lab:1"}}, {name: prod, cluster: {server: "https://prod:1"}}]
            contexts: [{name: dev, context: {cluster: lab}}, {name: prod, context: {cluster: prod}}]
            """
        let file = try ContextFileReader(path: "/c/config.yaml").read(Array("contexts: {}".utf8))
        func choose(_ name: String) throws -> BackendChoice {
            var settings = ConnectionSettings()
            if isFlag { settings.backend = .kubernetes }
            var variables = ["KUBECONFIG": "/k", "WFCTL_CONTEXT": name]
            if !isFlag { variables["WFCTL_BACKEND"] = "kubernetes" }
            return try BackendChoice.choose(
                settings, environment: variables, contexts: { file },
                readIfThere: { $0 == "/k" ? Array(config.utf8) : nil }, readFile: { _ in [] })
        }
        #expect(try choose("dev").target.server?.baseURL == "https://lab:1")
        #expect(throws: (any Error).self) { try choose("nope") }
    }

    @Test func aCertificateOfAKubeconfigCounts() throws {
        let config = """
            current-context: dev
            clusters: [{name: lab, cluster: {server: "https://lab:6443"}}]
            users: [{name: me, user: {client-certificate-data: LS0tLS1CRUdJTiA=, client-key-data: LS0tLS1CRUdJTiA=}}]
            contexts: [{name: dev, context: {cluster: lab, user: me}}]
            """
        var settings = ConnectionSettings()
        settings.backend = .kubernetes
        let report = try SettingsReport(
            settings, environment: ["KUBECONFIG": "/k"], readIfThere: { $0 == "/k" ? Array(config.utf8) : nil },
            readFile: { _ in [] })
        let row = SettingsReport.Row(
            name: "credentials", value: "client certificate", source: .kubeconfig("context dev"))
        #expect(report.rows.last == row)
        let refusal = Authorization(nil, replacedBy: nil, showsCertificate: true)
            .explained(BackendError.unauthenticated("m"))
        #expect(refusal as? BackendError == .unauthenticated("m (credentials: a client certificate)"))
    }

    @Test func whoActsIsNamedByItsOwnOption() {
        let expected = ConfigurationError.invalid(
            .flag("--as"), value: "b\nob", expected: "one line without control characters")
        #expect(throws: expected) {
            try Self.choose {
                $0.backend = .kubernetes; $0.server = "api:1"; $0.impersonation.user = "b\nob"
            }
        }
    }

    @Test func contradictionsAndUnknownNamesAreErrors() {
        #expect(throws: ConfigurationError.contradiction(.flag("--context"), .flag("--server"))) {
            try Self.choose {
                $0.context = "prod"; $0.server = "x:1"
            }
        }
        #expect(throws: ConfigurationError.contradiction(.flag("--context"), .flag("--no-config"))) {
            try Self.choose {
                $0.context = "prod"; $0.ignoresContexts = true
            }
        }
        #expect(throws: ConfigurationError.nothingConfigured) {
            try Self.choose(["WFCTL_CONTEXT": "prod"]) { $0.ignoresContexts = true }
        }
        #expect(throws: ConfigurationError.contradiction(.variable("WFCTL_BACKEND"), .variable("WFCTL_CONTEXT"))) {
            try Self.choose(["WFCTL_BACKEND": "kubernetes", "WFCTL_CONTEXT": "prod"])
        }
        let known = ["now", "prod", "open", "here", "lab"]
        #expect(throws: ConfigurationError.unknownContext("x", .variable("WFCTL_CONTEXT"), known: known)) {
            try Self.choose(["WFCTL_CONTEXT": "x"])
        }
        #expect(throws: ConfigurationError.contradiction(.chosenContext("here"), .flag("--token"))) {
            try Self.choose {
                $0.context = "here"; $0.token = "t"
            }
        }
    }

    /// One way to say who asks, and the credentials it makes.
    struct Way: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var environment: [String: String] = [:]
        var settings: @Sendable (inout ConnectionSettings) -> Void = { _ in }
        var expected: Result<Credentials, ConfigurationError>
    }

    @Test(arguments: [
        Way(
            testDescription: "a token command", settings: { $0.tokenCommand = .shell("x") },
            expected: .success(Credentials(.command(.shell("x")), from: .flag("--token-command")))),
        Way(
            testDescription: "a token file in a variable is read when it is needed",
            environment: ["WFCTL_TOKEN_FILE": "/t"],
            expected: .success(Credentials(.file("/t"), from: .variable("WFCTL_TOKEN_FILE")))),
        Way(
            testDescription: "basic, its password in a variable", environment: ["WFCTL_PASSWORD": "p:w"],
            settings: { $0.username = "me" },
            expected: .success(Credentials(authorization: Secret("Basic bWU6cDp3"), source: .flag("--username")))),
        Way(
            testDescription: "basic without a password", settings: { $0.username = "me" },
            expected: .failure(
                .incomplete(.flag("--username"), missing: "a password (--password-file, WFCTL_PASSWORD)"))),
        Way(
            testDescription: "an API key", environment: ["WFCTL_API_KEY": " k\n"],
            expected: .success(
                Credentials(.secret(Secret("k")), as: .named("X-API-Key"), from: .variable("WFCTL_API_KEY")))),
        Way(
            testDescription: "an API key in its own header", environment: ["WFCTL_API_KEY": "k"],
            settings: { $0.apiKeyHeader = "X-Mine" },
            expected: .success(
                Credentials(.secret(Secret("k")), as: .named("X-Mine"), from: .variable("WFCTL_API_KEY")))),
        Way(
            testDescription: "a header name that is none", environment: ["WFCTL_API_KEY": "k"],
            settings: { $0.apiKeyHeader = "X Mine" },
            expected: .failure(
                .invalid(.flag("--api-key-header"), value: "X Mine", expected: "the name of a header"))),
        Way(
            testDescription: "the service account", settings: { $0.usesServiceAccount = true },
            expected: .success(
                Credentials(
                    .file("/var/run/secrets/kubernetes.io/serviceaccount/token"), from: .flag("--service-account")))),
        Way(
            testDescription: "two ways at once",
            settings: {
                $0.tokenCommand = .shell("x"); $0.username = "me"
            },
            expected: .failure(.contradiction(.flag("--token-command"), .flag("--username")))),
        Way(
            testDescription: "a flag beats what a variable says in another way", environment: ["ARGO_TOKEN": "t"],
            settings: { $0.usesServiceAccount = true },
            expected: .success(
                Credentials(
                    .file("/var/run/secrets/kubernetes.io/serviceaccount/token"), from: .flag("--service-account")))),
    ])
    func findsTheCredentials(_ way: Way) {
        let result = Result { () throws(ConfigurationError) in
            try Self.choose(way.environment) { settings in
                settings.server = "a:1"
                way.settings(&settings)
            }.target.server?.credentials
        }
        #expect(result == way.expected.map { $0 })
    }

    @Test func theReportMasksSecretsAndNamesSources() throws {
        let file = try ContextFileReader(path: "/c/config.yaml").read(Array(Self.file.utf8))
        var settings = ConnectionSettings()
        settings.namespace = "mine"
        let report = try SettingsReport(
            settings, environment: ["ARGO_CERTIFICATE_AUTHORITY": "/ca"], contexts: { file },
            readFile: { _ in Array("-----BEGIN CERTIFICATE-----".utf8) })
        #expect(
            report.rows == [
                .init(name: "kind", value: "argo", source: .context("now")),
                .init(name: "server", value: "now:1", source: .context("now")),
                .init(name: "namespace", value: "mine", source: .flag("--namespace")),
                .init(name: "token", value: "***", source: .context("now")),
                .init(name: "certificate-authority", value: "/ca", source: .variable("ARGO_CERTIFICATE_AUTHORITY")),
                .init(name: "credentials", value: "context now", source: .context("now")),
            ])
    }
}
