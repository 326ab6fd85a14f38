import Testing

@testable import WorkflowAPI

@Suite struct BackendChoiceTests {
    @Test func whatIsSaidOfTLSMeansNothingWithoutIt() throws {
        func choose(
            _ server: String, _ environment: [String: String] = [:], _ change: (inout ConnectionSettings) -> Void
        ) throws -> ServerConfiguration? {
            var settings = ConnectionSettings()
            settings.server = server
            change(&settings)
            return try BackendChoice.choose(settings, environment: environment) { _ in Array("-----BEGIN X".utf8) }
                .target.server
        }
        func pair(_ settings: inout ConnectionSettings) {
            (settings.clientCertificate, settings.clientKey) = ("/c", "/k")
        }
        for (flag, change) in [
            ("--insecure-skip-verify", { $0.skipsVerification = true }),
            ("--certificate-authority", { $0.certificateAuthority = "/ca" }), ("--client-certificate", pair),
        ] as [(String, (inout ConnectionSettings) -> Void)] {
            #expect(throws: ConfigurationError.pointless(.flag(flag), without: "an https:// address")) {
                try choose("http://a:1", [:], change)
            }
            _ = try choose("https://a:1", [:], change)
        }
        let exported = try choose("http://a:1", ["ARGO_INSECURE_SKIP_VERIFY": "true"]) { _ in }
        #expect(exported?.tls.skipsVerification == false)
        _ = try choose("http://a:1", [:]) { $0.skipsVerification = false }
    }

    /// One way to be connected, and what comes of it.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var environment: [String: String] = [:]
        var files: [String: String] = [:]
        var settings: @Sendable (inout ConnectionSettings) -> Void = { _ in }
        var expected: Result<BackendChoice, ConfigurationError>
    }

    static func server(
        _ url: String, from source: SettingSource, namespace: Setting<String> = .init("default", from: .builtIn),
        _ change: (inout ServerConfiguration) -> Void = { _ in }
    ) -> Result<BackendChoice, ConfigurationError> {
        let authority = url.split(separator: "/").dropFirst().first.map(String.init) ?? ""
        var configuration = ServerConfiguration(baseURL: url, address: authority)
        change(&configuration)
        return .success(
            BackendChoice(kind: .argo, source: source, target: .argo(configuration), namespace: namespace))
    }

    static func local(_ source: SettingSource) -> Result<BackendChoice, ConfigurationError> {
        .success(
            BackendChoice(
                kind: .local, source: source, target: .thisMachine, namespace: .init("default", from: .builtIn)))
    }

    static func bearer(_ token: String, _ source: SettingSource) -> Credentials {
        Credentials(authorization: Secret("Bearer " + token), source: source)
    }

    @Test func aVariableMaySayWhatKindOfServerAFlagNames() throws {
        let test = Case(
            testDescription: "", environment: ["WFCTL_BACKEND": "nightcrawler"], settings: { $0.server = "board:1" },
            expected: .failure(.nothingConfigured))
        let choice = try Self.choose(test)
        #expect(choice.kind == .nightcrawler && choice.source == .variable("WFCTL_BACKEND"))
        #expect(choice.target.server?.baseURL == "https://board:1")
    }

    static func choose(_ test: Case) throws(ConfigurationError) -> BackendChoice {
        var settings = ConnectionSettings()
        test.settings(&settings)
        return try BackendChoice.choose(settings, environment: test.environment) { path in
            guard let text = test.files[path] else { throw BackendError.notFound("no such file") }
            return Array(text.utf8)
        }
    }

    @Test(arguments: places + servers + credentials + trust)
    func chooses(_ test: Case) {
        #expect(Result { () throws(ConfigurationError) in try Self.choose(test) } == test.expected)
    }

    static let places: [Case] = [
        Case(testDescription: "nothing said", expected: .failure(.nothingConfigured)),
        Case(testDescription: "--local", settings: { $0.isLocal = true }, expected: local(.flag("--local"))),
        Case(
            testDescription: "--local beats ARGO_SERVER",
            environment: ["ARGO_SERVER": "argo:1", "ARGO_INSTANCEID": "x"],
            settings: { $0.isLocal = true }, expected: local(.flag("--local"))),
        Case(
            testDescription: "--backend local", settings: { $0.backend = .local },
            expected: local(.flag("--backend local"))),
        Case(
            testDescription: "WFCTL_BACKEND", environment: ["WFCTL_BACKEND": "local", "ARGO_SERVER": "argo:1"],
            expected: local(.variable("WFCTL_BACKEND"))),
        Case(
            testDescription: "--server beats WFCTL_BACKEND", environment: ["WFCTL_BACKEND": "local"],
            settings: { $0.server = "argo:1" }, expected: server("https://argo:1", from: .flag("--server"))),
        Case(
            testDescription: "WFCTL_BACKEND of no kind", environment: ["WFCTL_BACKEND": "nomad"],
            expected: .failure(
                .invalid(
                    .variable("WFCTL_BACKEND"), value: "nomad",
                    expected: "one of argo, kubernetes, nightcrawler, local"))),
        Case(
            testDescription: "--local with --server",
            settings: {
                $0.isLocal = true; $0.server = "argo:1"
            },
            expected: .failure(.contradiction(.flag("--local"), .flag("--server")))),
        Case(
            testDescription: "--local with --backend argo",
            settings: {
                $0.isLocal = true; $0.backend = .argo
            },
            expected: .failure(.contradiction(.flag("--local"), .flag("--backend argo")))),
        Case(
            testDescription: "--local with --token",
            settings: {
                $0.isLocal = true; $0.token = "t"
            },
            expected: .failure(.contradiction(.flag("--local"), .flag("--token")))),
        Case(
            testDescription: "--backend argo without a server", settings: { $0.backend = .argo },
            expected: .failure(.noServer(for: .argo, .flag("--backend argo")))),
        Case(
            testDescription: "--backend kubernetes", settings: { $0.backend = .kubernetes },
            expected: .failure(.kubeconfig(.empty(paths: [])))),
        Case(
            testDescription: "nightcrawler by variable", environment: ["WFCTL_BACKEND": "nightcrawler"],
            expected: .failure(.noServer(for: .nightcrawler, .variable("WFCTL_BACKEND")))),
    ]

    static let servers: [Case] = [
        Case(
            testDescription: "ARGO_SERVER", environment: ["ARGO_SERVER": "argo:2746"],
            expected: server("https://argo:2746", from: .variable("ARGO_SERVER"))),
        Case(
            testDescription: "WFCTL_SERVER before ARGO_SERVER",
            environment: ["WFCTL_SERVER": "one:1", "ARGO_SERVER": "two:2"],
            expected: server("https://one:1", from: .variable("WFCTL_SERVER"))),
        Case(
            testDescription: "an empty variable is unset", environment: ["ARGO_SERVER": ""],
            expected: .failure(.nothingConfigured)),
        Case(
            testDescription: "ARGO_SECURE=false", environment: ["ARGO_SERVER": "argo:2746", "ARGO_SECURE": "false"],
            expected: server("http://argo:2746", from: .variable("ARGO_SERVER"))),
        Case(
            testDescription: "--secure beats ARGO_SECURE", environment: ["ARGO_SERVER": "argo:1", "ARGO_SECURE": "f"],
            settings: { $0.secure = true }, expected: server("https://argo:1", from: .variable("ARGO_SERVER"))),
        Case(
            testDescription: "ARGO_SECURE=yes", environment: ["ARGO_SERVER": "argo:1", "ARGO_SECURE": "yes"],
            expected: .failure(.invalid(.variable("ARGO_SECURE"), value: "yes", expected: "true or false"))),
        Case(
            testDescription: "a URL in --server beats ARGO_SECURE", environment: ["ARGO_SECURE": "true"],
            settings: { $0.server = "http://argo:1" }, expected: server("http://argo:1", from: .flag("--server"))),
        Case(
            testDescription: "a URL against --secure", environment: ["ARGO_SERVER": "http://argo:1"],
            settings: { $0.secure = true },
            expected: .failure(.contradiction(.variable("ARGO_SERVER"), .flag("--secure")))),
        Case(
            testDescription: "a URL against its equal", environment: ["ARGO_SERVER": "https://a", "ARGO_SECURE": "0"],
            expected: .failure(.contradiction(.variable("ARGO_SERVER"), .variable("ARGO_SECURE")))),
        Case(
            testDescription: "a base href", environment: ["ARGO_SERVER": "argo:1", "ARGO_BASE_HREF": "/argo/"],
            expected: server("https://argo:1/argo", from: .variable("ARGO_SERVER"))),
        Case(
            testDescription: "a base href behind the URL's path",
            settings: {
                $0.server = "http://argo:1/proxy"
                $0.baseHref = "argo/v4"
            }, expected: server("http://argo:1/proxy/argo/v4", from: .flag("--server"))),
        Case(
            testDescription: "the same path said twice", environment: ["ARGO_BASE_HREF": "/argo"],
            settings: { $0.server = "http://argo:1/argo" },
            expected: server("http://argo:1/argo", from: .flag("--server"))),
        Case(
            testDescription: "a base href that is a URL", environment: ["ARGO_BASE_HREF": "http://u:p@x/"],
            settings: { $0.server = "argo:1" },
            expected: .failure(
                .invalid(.variable("ARGO_BASE_HREF"), value: "http://***@x/", expected: "a path such as /argo"))),
        Case(
            testDescription: "a password in the address", environment: ["ARGO_SERVER": "https://u:secret@argo"],
            expected: .failure(.server(.variable("ARGO_SERVER"), .userInfo))),
        Case(
            testDescription: "ARGO_NAMESPACE", environment: ["ARGO_SERVER": "argo:1", "ARGO_NAMESPACE": "team"],
            expected: server(
                "https://argo:1", from: .variable("ARGO_SERVER"),
                namespace: .init("team", from: .variable("ARGO_NAMESPACE")))),
        Case(
            testDescription: "-n beats ARGO_NAMESPACE", environment: ["ARGO_SERVER": "a:1", "ARGO_NAMESPACE": "team"],
            settings: { $0.namespace = "mine" },
            expected: server(
                "https://a:1", from: .variable("ARGO_SERVER"), namespace: .init("mine", from: .flag("--namespace")))),
        Case(
            testDescription: "an empty -n", environment: ["ARGO_SERVER": "a:1"], settings: { $0.namespace = "" },
            expected: .failure(
                .invalid(.flag("--namespace"), value: "", expected: "the name of a namespace"))),
        Case(
            testDescription: "--instanceid", environment: ["ARGO_SERVER": "a:1"], settings: { $0.instanceID = "i" },
            expected: .failure(.instanceID(.flag("--instanceid"), .argo))),
        Case(
            testDescription: "ARGO_INSTANCEID", environment: ["ARGO_SERVER": "a:1", "ARGO_INSTANCEID": "i"],
            expected: .failure(.instanceID(.variable("ARGO_INSTANCEID"), .argo))),
        Case(
            testDescription: "ARGO_INSTANCEID on a cluster",
            environment: ["ARGO_INSTANCEID": "i"],
            settings: {
                $0.backend = .kubernetes
                $0.server = "https://a:1"
            },
            expected: .failure(.instanceID(.variable("ARGO_INSTANCEID"), .kubernetes))),
        Case(
            testDescription: "--instanceid with a dashboard",
            environment: ["WFCTL_BACKEND": "nightcrawler", "ARGO_SERVER": "a:1"], settings: { $0.instanceID = "i" },
            expected: .failure(.instanceID(.flag("--instanceid"), .nightcrawler))),
        Case(
            testDescription: "ARGO_INSTANCEID with a dashboard",
            environment: ["WFCTL_BACKEND": "nightcrawler", "ARGO_SERVER": "a:1", "ARGO_INSTANCEID": "i"],
            expected: .failure(.instanceID(.variable("ARGO_INSTANCEID"), .nightcrawler))),
        Case(
            testDescription: "--request-timeout", environment: ["ARGO_SERVER": "a:1"],
            settings: { $0.requestTimeout = .seconds(5) },
            expected: server("https://a:1", from: .variable("ARGO_SERVER")) { $0.timeout = .seconds(5) }),
        Case(
            testDescription: "--request-timeout 0", environment: ["ARGO_SERVER": "a:1"],
            settings: { $0.requestTimeout = .zero },
            expected: server("https://a:1", from: .variable("ARGO_SERVER")) { $0.timeout = .seconds(315_360_000) }),
    ]

    static let credentials: [Case] = [
        Case(
            testDescription: "ARGO_TOKEN", environment: ["ARGO_SERVER": "a:1", "ARGO_TOKEN": "Bearer v2:abc"],
            expected: server("https://a:1", from: .variable("ARGO_SERVER")) {
                $0.credentials = bearer("v2:abc", .variable("ARGO_TOKEN"))
            }),
        Case(
            testDescription: "--token beats ARGO_TOKEN", environment: ["ARGO_SERVER": "a:1", "ARGO_TOKEN": "env"],
            settings: { $0.token = "flag" },
            expected: server("https://a:1", from: .variable("ARGO_SERVER")) {
                $0.credentials = bearer("flag", .flag("--token"))
            }),
        Case(
            testDescription: "--token-file beats ARGO_TOKEN", environment: ["ARGO_SERVER": "a:1", "ARGO_TOKEN": "env"],
            files: ["/t": " file\r\n"], settings: { $0.tokenFile = "/t" },
            expected: server("https://a:1", from: .variable("ARGO_SERVER")) {
                $0.credentials = bearer("file", .flag("--token-file"))
            }),
        Case(
            testDescription: "--token with --token-file", environment: ["ARGO_SERVER": "a:1"],
            settings: {
                $0.token = "t"; $0.tokenFile = "/t"
            },
            expected: .failure(.contradiction(.flag("--token"), .flag("--token-file")))),
        Case(
            testDescription: "a missing token file", environment: ["ARGO_SERVER": "a:1"],
            settings: { $0.tokenFile = "/t" },
            expected: .failure(
                .unreadable(.flag("--token-file"), path: "/t", reason: #"notFound("no such file")"#))),
        Case(
            testDescription: "an empty token file", environment: ["ARGO_SERVER": "a:1"], files: ["/t": "\n"],
            settings: { $0.tokenFile = "/t" },
            expected: .failure(.useless(.flag("--token-file"), path: "/t", expected: "a token"))),
        Case(
            testDescription: "a token of two lines", environment: ["ARGO_SERVER": "a:1", "ARGO_TOKEN": "a\nX-Evil: b"],
            expected: .failure(.token(.variable("ARGO_TOKEN"), .unprintable))),
        Case(
            testDescription: "headers", environment: ["ARGO_SERVER": "a:1"],
            settings: { $0.headers = ["X-Url: http://h:1/a,b", "X-Empty:"] },
            expected: server("https://a:1", from: .variable("ARGO_SERVER")) {
                $0.headers = [.init("X-Url", "http://h:1/a,b"), .init("X-Empty", "")]
                $0.headerSources = ["x-url": .flag("--header"), "x-empty": .flag("--header")]
            }),
        Case(
            testDescription: "an Authorization header stands in for ARGO_TOKEN",
            environment: ["ARGO_SERVER": "a:1", "ARGO_TOKEN": "env"],
            settings: { $0.headers = ["authorization: Basic eA=="] },
            expected: server("https://a:1", from: .variable("ARGO_SERVER")) {
                $0.headers = [.init("authorization", "Basic eA==")]
                $0.headerSources = ["authorization": .flag("--header")]
            }),
        Case(
            testDescription: "an Authorization header against --token", environment: ["ARGO_SERVER": "a:1"],
            settings: {
                $0.headers = ["Authorization: Basic eA=="]; $0.token = "t"
            },
            expected: .failure(.contradiction(.flag("--token"), .flag("--header Authorization")))),
    ]

    static let trust: [Case] = [
        Case(
            testDescription: "-k", environment: ["ARGO_SERVER": "a:1"], settings: { $0.skipsVerification = true },
            expected: server("https://a:1", from: .variable("ARGO_SERVER")) { $0.tls.skipsVerification = true }),
        Case(
            testDescription: "ARGO_INSECURE_SKIP_VERIFY",
            environment: ["ARGO_SERVER": "a:1", "ARGO_INSECURE_SKIP_VERIFY": "true"],
            expected: server("https://a:1", from: .variable("ARGO_SERVER")) { $0.tls.skipsVerification = true }),
        Case(
            testDescription: "--certificate-authority", environment: ["ARGO_SERVER": "a:1"],
            files: ["/ca": "-----BEGIN CERTIFICATE-----\n"], settings: { $0.certificateAuthority = "/ca" },
            expected: server("https://a:1", from: .variable("ARGO_SERVER")) { $0.tls.authority = .file("/ca") }),
        Case(
            testDescription: "an authority by flag beats a variable that trusts everybody",
            environment: ["ARGO_SERVER": "a:1", "ARGO_INSECURE_SKIP_VERIFY": "1"],
            files: ["/ca": "-----BEGIN CERTIFICATE-----\n"], settings: { $0.certificateAuthority = "/ca" },
            expected: server("https://a:1", from: .variable("ARGO_SERVER")) { $0.tls.authority = .file("/ca") }),
        Case(
            testDescription: "-k with --certificate-authority", environment: ["ARGO_SERVER": "a:1"],
            settings: {
                $0.skipsVerification = true; $0.certificateAuthority = "/ca"
            },
            expected: .failure(
                .contradiction(.flag("--insecure-skip-verify"), .flag("--certificate-authority")))),
        Case(
            testDescription: "an authority that is not PEM", environment: ["ARGO_SERVER": "a:1"],
            files: ["/ca": "hello"], settings: { $0.certificateAuthority = "/ca" },
            expected: .failure(
                .useless(.flag("--certificate-authority"), path: "/ca", expected: "a certificate in PEM form"))),
    ]
}
