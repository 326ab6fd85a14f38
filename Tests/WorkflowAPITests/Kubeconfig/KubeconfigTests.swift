import Testing

@testable import WorkflowAPI

@Suite struct KubeconfigTests {
    static let first = """
        apiVersion: v1
        kind: Config
        current-context: dev
        preferences: {}
        clusters:
        - name: lab
          cluster: {server: "https://lab:6443", certificate-authority: pki/ca.pem, tls-server-name: kube, proxy-url: "http://proxy:3128"}
        - name: bare
          cluster:
        users:
        - name: me
          user: {tokenFile: token, token: old}
        contexts:
        - name: dev
          context: {cluster: lab, user: me, namespace: argo}
        """
    static let second = """
        {"current-context": "prod", "clusters": [
          {"name": "lab", "cluster": {"server": "https://other"}},
          {"name": "prod", "cluster": {"server": "https://prod", "certificate-authority-data": "Q0E=", "insecure-skip-tls-verify": false}}],
         "users": [{"name": "admin", "user": {"client-certificate-data": "Q0VSVA==", "client-key": "/keys/admin.pem"}}],
         "contexts": [{"name": "prod", "context": {"cluster": "prod", "user": "admin"}},
                      {"name": "dev", "context": {"cluster": "prod"}},
                      {"name": "lost", "context": {"cluster": "gone", "user": "me"}},
                      {"name": "nowhere", "context": {"user": "me"}}, {"name": "bare", "context": {"cluster": "bare"}}]}
        """

    private static func merged() throws -> KubeConfiguration {
        try KubeconfigFiles(flag: nil, environment: ["KUBECONFIG": "/home/me/a:missing:sub/b:/home/me/a"]).load {
            path in
            switch path {
            case "/home/me/a": Array(first.utf8)
            case "sub/b": Array(second.utf8)
            default: nil
            }
        }
    }

    private static func connection(
        _ change: (inout KubeSelection) -> Void = { _ in }
    ) throws -> KubeConnection {
        var selection = KubeSelection()
        change(&selection)
        return try merged().connection(selection)
    }

    @Test func theFirstFileThatHasANameWins() throws {
        let configuration = try Self.merged()
        #expect(configuration.clusters.map(\.name) == ["lab", "bare", "prod"])
        #expect(configuration.contexts.map(\.name) == ["dev", "prod", "lost", "nowhere", "bare"])
        #expect(configuration.currentContext == "dev")
        #expect(configuration.clusters.entry("lab")?.file == "/home/me/a")
        #expect(configuration.contexts.entry("prod")?.file == "sub/b")
    }

    @Test func pathsAreRelativeToTheirFile() throws {
        let dev = try Self.connection()
        #expect(dev.server == "https://lab:6443")
        #expect(dev.cluster.certificateAuthority == .file("/home/me/pki/ca.pem"))
        #expect(dev.cluster.tlsServerName == "kube" && dev.cluster.proxyURL == "http://proxy:3128")
        #expect(dev.user.tokenFile == "/home/me/token")
        #expect(dev.namespace == "argo" && dev.userName == "me" && dev.contextName == "dev")
    }

    @Test func dataIsDecoded() throws {
        let prod = try Self.connection { $0.context = Setting("prod", from: .flag("--context")) }
        #expect(prod.cluster.certificateAuthority == .text(Array("CA".utf8)))
        #expect(prod.user.clientCertificate == .text(Array("CERT".utf8)))
        #expect(prod.user.clientKey == .file("/keys/admin.pem"))
        #expect(prod.namespace == nil && !prod.cluster.skipsVerification)
    }

    @Test func partsOfAContextCanBeReplaced() throws {
        let mixed = try Self.connection {
            $0.cluster = "prod"
            $0.user = "admin"
            $0.impersonation = KubeImpersonation(user: "operator", groups: ["ops"], uid: "7")
        }
        #expect(mixed.server == "https://prod" && mixed.userName == "admin" && mixed.namespace == "argo")
        #expect(mixed.user.impersonation == KubeImpersonation(user: "operator", groups: ["ops"], uid: "7"))
    }

    static let unknown: [(change: @Sendable (inout KubeSelection) -> Void, error: KubeConfigurationError)] = [
        (
            { $0.context = Setting("x", from: .flag("--context")) },
            .unknown("context", "x", askedBy: "--context", known: ["bare", "dev", "lost", "nowhere", "prod"])
        ),
        (
            { $0.context = Setting("lost", from: .flag("--context")) },
            .unknown("cluster", "gone", askedBy: "context lost", known: ["bare", "lab", "prod"])
        ),
        ({ $0.cluster = "y" }, .unknown("cluster", "y", askedBy: "--cluster", known: ["bare", "lab", "prod"])),
        ({ $0.user = "z" }, .unknown("user", "z", askedBy: "--user", known: ["admin", "me"])),
        ({ $0.context = Setting("nowhere", from: .flag("--context")) }, .noCluster(context: "nowhere")),
        ({ $0.context = Setting("bare", from: .flag("--context")) }, .noServer(cluster: "bare")),
        ({ $0.impersonation = KubeImpersonation(groups: ["b"]) }, .impersonatesNobody([.flag("--as-group")])),
    ]

    @Test(arguments: unknown.indices) func saysWhatIsMissing(_ index: Int) {
        #expect(throws: Self.unknown[index].error) { _ = try Self.connection(Self.unknown[index].change) }
    }

    /// Without its key a certificate proves nothing, and the cluster would take us for nobody.
    @Test func aCertificateNeedsItsKey() throws {
        let config = """
            current-context: dev
            clusters: [{name: lab, cluster: {server: "https://lab"}}]
            contexts: [{name: dev, context: {cluster: lab, user: me}}]
            users: [{name: me, user: {client-certificate: cert.pem}}]
            """
        var settings = ConnectionSettings()
        settings.backend = .kubernetes
        settings.kubeconfig = "f"
        let error = #expect(throws: ConfigurationError.self) {
            try BackendChoice.choose(
                settings, environment: [:], readIfThere: { _ in Array(config.utf8) }, readFile: { _ in [] })
        }
        #expect(error?.message.contains("needs a client-key beside its client-certificate") == true)
    }

    /// Certificates to trust are set aside by the command line alone, wherever the kubeconfig keeps them.
    @Test(arguments: ["certificate-authority", "certificate-authority-data"])
    func trustingAnybodyContradictsAnAuthority(_ key: String) throws {
        let config = """
            current-context: dev
            clusters:
            - name: lab
              cluster: {server: "https://lab", insecure-skip-tls-verify: SKIPS, \(key): LS0tLS1CRUdJTiA=}
            contexts: [{name: dev, context: {cluster: lab}}]
            """
        func tls(skips: Bool, _ change: (inout ConnectionSettings) -> Void = { _ in }) throws -> TLSOptions? {
            var settings = ConnectionSettings()
            settings.kubeconfig = "f"
            change(&settings)
            return try BackendChoice.choose(
                settings, environment: [:],
                readIfThere: { _ in Array(config.replacing("SKIPS", with: "\(skips)").utf8) },
                readFile: { _ in Array("-----BEGIN X".utf8) }
            ).target.server?.tls
        }
        let error = ConfigurationError.selfContradiction(.kubeconfig("context dev"), "insecure-skip-verify", key)
        #expect(throws: error) { try tls(skips: true) }
        #expect(try tls(skips: false)?.authority != nil)
        let careless = try tls(skips: false) { $0.skipsVerification = true }
        #expect(careless?.skipsVerification == true && careless?.authority == nil)
        let careful = try tls(skips: true) { $0.certificateAuthority = "/ca" }
        #expect(careful?.skipsVerification == false && careful?.authority == .file("/ca"))
    }

    @Test func readsCredentialPlugins() throws {
        let text = """
            users:
            - name: cloud
              user:
                exec:
                  apiVersion: client.authentication.k8s.io/v1beta1
                  command: ./bin/get-token
                  args: [--cluster, 5]
                  env: [{name: PROFILE, value: prod}]
                  installHint: install it
                  interactiveMode: Never
                  provideClusterInfo: true
            """
        let exec = try #require(
            try KubeconfigReader(path: "/etc/kube/config").read(Array(text.utf8)).users.entry("cloud")?.value.exec)
        #expect(exec.version == .v1beta1 && exec.command == "/etc/kube/./bin/get-token")
        #expect(exec.arguments == ["--cluster", "5"] && exec.interaction == .never && exec.providesClusterInfo)
        #expect(exec.environment.map { "\($0.name)=\($0.value.value)" } == ["PROFILE=prod"])
        #expect(exec.installHint == "install it")
    }

    /// Plugins know no files of ours.
    @Test func aPluginIsGivenTheCertificatesThemselves() throws {
        let config = """
            current-context: dev
            clusters: [{name: lab, cluster: {server: "https://lab", certificate-authority: ca.pem}}]
            contexts: [{name: dev, context: {cluster: lab, user: me}}]
            users:
            - name: me
              user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: x, provideClusterInfo: true}}
            """
        var settings = ConnectionSettings()
        settings.backend = .kubernetes
        settings.kubeconfig = "/k/config"
        func cluster(_ file: String) throws -> String? {
            let choice = try BackendChoice.choose(
                settings, environment: [:], readIfThere: { _ in Array(config.utf8) }
            ) { path in
                guard path == file else { throw BackendError.notFound("no such file") }
                return Array("-----BEGIN CERTIFICATE-----".utf8)
            }
            guard case .plugin(let plugin)? = choice.target.server?.credentials?.method else { return nil }
            return plugin.cluster
        }
        let data = Base64.encoded(Array("-----BEGIN CERTIFICATE-----".utf8))
        #expect(
            try cluster("/k/ca.pem") == #"{"server":"https://lab","certificate-authority-data":"\#(data)"}"#)
        #expect(throws: ConfigurationError.self) { try cluster("/elsewhere") }
    }

    @Test func aPluginIsGivenWhatTheClusterKeepsForIt() throws {
        let text = """
            current-context: dev
            clusters:
            - name: lab
              cluster:
                server: "https://lab"
                disable-compression: true
                extensions:
                - {name: other, extension: {audience: nobody}}
                - {name: client.authentication.k8s.io/exec, extension: {audience: lab, levels: [1, 2.50]}}
            contexts: [{name: dev, context: {cluster: lab}}]
            """
        let read = { (text: String) in
            try KubeconfigReader(path: "f").read(Array(text.utf8)).connection(KubeSelection())
        }
        #expect(
            try read(text).clusterInfo(authority: nil)
                == #"{"server":"https://lab","disable-compression":true,"config":{"audience":"lab","levels":[1,2.50]}}"#
        )
        let others = text.replacing("client.authentication.k8s.io/exec", with: "another")
        #expect(
            try read(others).clusterInfo(authority: nil) == #"{"server":"https://lab","disable-compression":true}"#)
    }

    @Test(arguments: [
        ("clusters: lab", "f:1:11: expected a list, found a string"),
        ("clusters: [lab]", "f:1:12: expected a cluster, found a string"),
        ("clusters:\n- name: a\n  cluster: [x]", "f:3:12: expected an object, found an array"),
        ("clusters:\n- name: a\n  cluster: {server: {}}", "f:3:21: 'server': expected a text, found an object"),
        (
            "clusters:\n- name: a\n  cluster: {insecure-skip-tls-verify: 1}",
            "f:3:39: 'insecure-skip-tls-verify': expected true or false, found a number"
        ),
        ("kind: Pod", "f:1:7: expected the kind 'Config', found 'Pod'"),
        ("[]", "f:1:1: expected a kubeconfig, found an array"),
        ("a: 1\n---\nb: 2", "f:3:1: expected one document, this is the second"),
        (
            "users:\n- name: u\n  user: {as-user-extra: [x]}",
            "f:3:25: 'as-user-extra': expected an object"
        ),
        (
            "users:\n- name: u\n  user: {client-key-data: '!'}",
            "f:3:27: 'client-key-data': expected base64"
        ),
        ("users:\n- name: u\n  user: {exec: {command: a}}", "f:3:16: 'exec' has no apiVersion"),
        (
            "users:\n- name: u\n  user: {exec: {command: a, apiVersion: v9}}",
            "f:3:41: 'exec': expected the version client.authentication.k8s.io/v1 or client.authentication.k8s.io/v1beta1, found 'v9'"
        ),
    ])
    func mistakesHaveTheirPlace(_ text: String, _ message: String) {
        let error = #expect(throws: KubeConfigurationError.self) {
            let read = try KubeconfigReader(path: "f").read(Array(text.utf8))
            _ = (try read.clusters.first?.value, try read.users.first?.value)
        }
        #expect(error?.message == message)
    }

    /// An old entry that nobody asks for does no harm, whichever file it stands in; who asks for it is told its place.
    @Test(arguments: [
        ("users:\n- {name: old, user: {exec: {command: aws}}}", "f:2:28: 'exec' has no apiVersion"),
        (
            "users:\n- {name: old, user: {exec: {command: aws, apiVersion: client.authentication.k8s.io/v1alpha1}}}",
            "f:2:55: 'exec': expected the version client.authentication.k8s.io/v1 or "
                + "client.authentication.k8s.io/v1beta1, found 'client.authentication.k8s.io/v1alpha1'"
        ),
        ("users:\n- {name: old, user: x}", "f:2:21: expected an object, found a string"),
        ("users:\n- {name: '', user: {token: t}}", "'--user': the kubeconfig has no user 'old'"),
        ("users:\n- {user: {token: t}}", "'--user': the kubeconfig has no user 'old'"),
    ])
    func onlyWhatIsChosenHasToBeRight(_ old: String, _ message: String) throws {
        let load = {
            try KubeconfigFiles(flag: nil, environment: ["KUBECONFIG": "f:g"]).load { path in
                Array((path == "f" ? old : Self.first).utf8)
            }
        }
        #expect(try load().connection(KubeSelection()).userName == "me")
        var selection = KubeSelection()
        selection.user = "old"
        let error = #expect(throws: KubeConfigurationError.self) { try load().connection(selection) }
        #expect(error?.message == message)
    }

    /// The line with the mistake may hold a token.
    @Test func noMessageShowsALineOfTheFile() {
        let text = "users:\n- name: u\n  user: {token: hunter2, tokenFile: [}"
        let error = #expect(throws: KubeConfigurationError.self) {
            try KubeconfigReader(path: "f").read(Array(text.utf8))
        }
        #expect(error.map { "\($0) \($0.message)" }?.contains("hunter2") == false)
    }

    @Test func looksWhereKubectlDoes() {
        #expect(KubeconfigFiles(flag: "x", environment: ["KUBECONFIG": "y"]).paths == ["x"])
        #expect(KubeconfigFiles(flag: nil, environment: ["KUBECONFIG": "a::b", "HOME": "/h"]).paths == ["a", "b"])
        #expect(KubeconfigFiles(flag: nil, environment: ["KUBECONFIG": "", "HOME": "/h"]).paths == ["/h/.kube/config"])
        #expect(KubeconfigFiles(flag: nil, environment: [:]).paths == [])
        #expect(throws: KubeConfigurationError.unreadable(path: "x", reason: "No such file or directory")) {
            try KubeconfigFiles(flag: "x", environment: [:]).load { _ in nil }
        }
    }

    static let pod = ["KUBERNETES_SERVICE_HOST": "fd00::1", "KUBERNETES_SERVICE_PORT": "443"]
    static let account = "/var/run/secrets/kubernetes.io/serviceaccount"

    @Test func aPodKnowsItsCluster() throws {
        let lookup = KubeLookup(environment: Self.pod) { path in
            switch path {
            case "\(Self.account)/token", "\(Self.account)/ca.crt": Array("x".utf8)
            default: nil
            }
        }
        let connection = try lookup.connection(KubeSelection(), file: nil)
        #expect(connection.server == "https://[fd00::1]:443")
        #expect(connection.user.tokenFile == "\(Self.account)/token")
        #expect(connection.cluster.certificateAuthority == .file("\(Self.account)/ca.crt"))
    }

    @Test func withoutAnythingThereIsAnError() {
        let lookup = KubeLookup(environment: ["HOME": "/h"]) { _ in nil }
        #expect(throws: KubeConfigurationError.empty(paths: ["/h/.kube/config"])) {
            _ = try lookup.connection(KubeSelection(), file: nil)
        }
        let pod = KubeLookup(environment: Self.pod) { _ in nil }
        #expect(throws: KubeConfigurationError.notInCluster("'\(Self.account)/token' is missing")) {
            _ = try pod.connection(KubeSelection(), file: nil)
        }
    }

    @Test func secretsAreNotInDescriptions() throws {
        var user = KubeUser()
        user.token = Secret("hunter2")
        user.clientKey = .text(Array("hunter2".utf8))
        var text = ""
        dump(user, to: &text)
        #expect(!(text + "\(user)").contains("hunter2"))
        #expect(!(text + "\(user)").contains("104"))
    }
}
