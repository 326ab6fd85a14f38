import Testing

@testable import WorkflowAPI

/// What `context show` lists: all that counts, and nothing that does not.
@Suite struct SettingsReportTests {
    private static func rows(
        _ environment: [String: String] = [:], contexts: String = "", kubeconfig: String = "",
        change: (inout ConnectionSettings) -> Void = { _ in }
    ) throws -> [String] {
        var settings = ConnectionSettings()
        change(&settings)
        let file = try ContextFileReader(path: "/c/config.yaml").read(Array(contexts.utf8))
        let report = try SettingsReport(
            settings, environment: environment.merging(["KUBECONFIG": "/k"]) { own, _ in own }, contexts: { file },
            readIfThere: { $0 == "/k" ? Array(kubeconfig.utf8) : nil }, readFile: { _ in Array("-----BEGIN X".utf8) })
        return report.rows.map { "\($0.name)=\($0.value) from \($0.source)" }
    }

    private static let contexts = """
        contexts:
          a: {kind: argo, server: "a:1", token-command: [print-token, secret]}
        """

    @Test func onlyTheCredentialsThatCountAreListed() throws {
        let chosen = try Self.rows(["ARGO_TOKEN": "t", "WFCTL_PASSWORD": "p"], contexts: Self.contexts) {
            $0.context = "a"
        }
        #expect(
            chosen == [
                "kind=argo from context a", "server=a:1 from context a", "token-command=print-token … from context a",
                "namespace=default from default", "credentials=the token command of context a from context a",
            ])
        let exported = try Self.rows(["WFCTL_CONTEXT": "a", "WFCTL_TOKEN": "t"], contexts: Self.contexts)
        #expect(
            exported == [
                "kind=argo from context a", "server=a:1 from context a", "token=*** from WFCTL_TOKEN",
                "namespace=default from default", "credentials=WFCTL_TOKEN from WFCTL_TOKEN",
            ])
    }

    @Test func aUserIsListedWithThePasswordThatCounts() throws {
        let rows = try Self.rows(["ARGO_SERVER": "a:1", "WFCTL_PASSWORD": "p", "WFCTL_API_KEY": "k"]) {
            $0.username = "me"
        }
        #expect(
            rows.dropFirst(2) == [
                "username=me from --username", "password=*** from WFCTL_PASSWORD", "namespace=default from default",
                "credentials=--username from --username",
            ])
    }

    @Test func aHeaderHidesThoseThatItReplaces() throws {
        let rows = try Self.rows(
            contexts: "contexts: {a: {kind: argo, server: a, token: t, header: [\"X-A: 1\", \"X-B: 2\"]}}"
        ) {
            $0.context = "a"
            $0.headers = ["x-a: 3", "Authorization: t"]
        }
        #expect(
            rows.dropFirst(2) == [
                "header=x-a: *** from --header", "header=Authorization: *** from --header",
                "header=X-B: *** from context a", "namespace=default from default",
                "credentials=header Authorization from --header",
            ])
    }

    private static let kubeconfig = """
        current-context: dev
        clusters:
        - name: lab
          cluster:
            server: "https://lab:6443"
            certificate-authority-data: LS0tLS1CRUdJTiA=
            tls-server-name: kube
            proxy-url: "http://me:secret@proxy:3128"
        users:
        - name: me
          user:
            client-certificate-data: LS0tLS1CRUdJTiA=
            client-key-data: LS0tLS1CRUdJTiA=
            as: robot
            as-groups: [ops]
            as-user-extra: {reason: [night]}
        contexts: [{name: dev, context: {cluster: lab, user: me}}]
        """

    @Test func everythingOfAKubeconfigIsListed() throws {
        let rows = try Self.rows(kubeconfig: Self.kubeconfig) { $0.backend = .kubernetes }
        let source = "kubeconfig context dev"
        #expect(
            rows.dropFirst() == [
                "server=https://lab:6443 from \(source)", "tls-server-name=kube from \(source)",
                "proxy-url=http://***@proxy:3128 from \(source)",
                "certificate-authority-data=certificates in the file from \(source)",
                "client-certificate-data=*** from \(source)", "client-key-data=*** from \(source)",
                "as=robot from \(source)", "as-group=ops from \(source)",
                "as-user-extra=reason: night from \(source)", "namespace=default from default",
                "credentials=client certificate from \(source)",
            ])
        let mine = try Self.rows(kubeconfig: Self.kubeconfig) {
            $0.backend = .kubernetes
            $0.impersonation.user = "bob"
            $0.certificateAuthority = "/ca"
        }
        #expect(
            mine.contains("as=bob from --as") && mine.contains("certificate-authority=/ca from --certificate-authority")
        )
        #expect(mine.contains("as-group=ops from \(source)"))
        #expect(!mine.contains { $0.hasPrefix("certificate-authority-data") })
    }

    @Test func aProxyOfTheEnvironmentIsListedWhereItCounts() throws {
        let proxy = ["HTTPS_PROXY": "http://me:secret@proxy:1"]
        #expect(try Self.rows(proxy) { $0.server = "a:1" }.contains("proxy-url=http://***@proxy:1 from HTTPS_PROXY"))
        for environment in [proxy.merging(["NO_PROXY": "a"]) { $1 }, ["HTTP_PROXY": "http://proxy:1"]] {
            #expect(try !Self.rows(environment) { $0.server = "a:1" }.contains { $0.hasPrefix("proxy-url") })
        }
        #expect(try !Self.rows(proxy) { $0.server = "localhost:1" }.contains { $0.hasPrefix("proxy-url") })
    }
}
