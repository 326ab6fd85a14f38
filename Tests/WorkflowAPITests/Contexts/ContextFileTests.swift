import DocumentKit
import Testing

@testable import WorkflowAPI

@Suite struct ContextFileTests {
    static func read(_ text: String) throws(ConfigurationError) -> ContextFile {
        try ContextFileReader(path: "/c/config.yaml").read(Array(text.utf8))
    }

    static let example = """
        current-context: prod
        contexts:
          prod:
            kind: argo
            server: https://argo.example.com:2746/base
            namespace: team
            token-command: [gcloud, auth, print-access-token]
            certificate-authority: ca.pem
            header: ["X-Team: a"]
          id:
            kind: argo
            server: argo:2746
            oauth:
              grant: device
              client-id: wfctl
              token-url: https://id.example.com/token
              device-url: https://id.example.com/device
              scopes: openid groups
          lab:
            kind: kubernetes
            kube-context: kind-lab
          here:
            kind: local
        """

    @Test func readsWhatItHolds() throws {
        let file = try Self.read(Self.example)
        #expect(file.current == "prod")
        #expect(file.contexts.map(\.name) == ["prod", "id", "lab", "here"])
        #expect(file.contexts.map(\.kind) == [.argo, .argo, .kubernetes, .local])
        let prod = try #require(file["prod"]).settings
        #expect(prod.server == "https://argo.example.com:2746/base")
        #expect(prod.certificateAuthority == "/c/ca.pem")
        #expect(prod.tokenCommand == .words(["gcloud", "auth", "print-access-token"]))
        #expect(prod.headers == ["X-Team: a"])
        let client = try #require(file["id"]?.settings.oauth)
        #expect(client.grant == .device && client.scopes == ["openid", "groups"])
        #expect(file["lab"]?.settings.kubeContext == "kind-lab")
    }

    @Test func isWrittenAsItIsRead() throws {
        let file = try Self.read(Self.example)
        #expect(try Self.read(YAMLWriter.text(file.document.root)) == file)
        #expect(try Self.read("") == ContextFile())
    }

    @Test(arguments: [
        ("contexts:\n  a:\n    kind: argo\n    sever: x", ":4:5: unknown key 'sever'; the keys here are "),
        ("currant: a", ":1:1: unknown key 'currant'; the keys here are contexts, current-context"),
        ("contexts:\n  a: {server: x}", ":2:6: context 'a' has no 'kind'"),
        ("contexts:\n  a: {kind: nomad}", ":2:13: 'kind': expected one of argo, kubernetes, nightcrawler, local"),
        ("contexts:\n  a: {kind: argo, secure: often}", ":2:27: 'secure': expected true or false"),
        ("contexts:\n  a: {kind: argo, token: [s3cret]}", ":2:26: 'token': expected a text"),
        ("contexts:\n  a: {kind: argo, token: s3cret, token: s3cret}", "the key 'token' stands twice"),
        ("contexts:\n  a: {kind: argo, token-file: ~/t}", ":2:31: 'token-file': '~' is a shell's word for a folder"),
        ("contexts: [s3cret]", ":1:11: expected contexts by name, found "),
        ("a: 1\n---\nb: 2", ": expected one document"),
        ("contexts:\n  a: {kind: argo, token: \"s3cret", ":2:"),
        (
            "contexts:\n  a: {kind: argo, oauth: {client-id: a, client-secret: s3cret, token-url: http://id.example.com}}",
            "'http://id.example.com' is no https:// address"
        ),
        (
            "contexts:\n  a: {kind: argo, oauth: {grant: device, client-id: a, token-url: https://id.example.com}}",
            "the device grant needs 'device-url'"
        ),
    ])
    func saysWhereAMistakeIsAndShowsNoSecret(_ text: String, _ part: String) {
        do throws(ConfigurationError) {
            _ = try Self.read(text)
            Issue.record("it was read")
        } catch {
            #expect(error.message.hasPrefix("/c/config.yaml:"), "\(error.message)")
            #expect(error.message.contains(part), "\(error.message)")
            #expect(!error.message.contains("s3cret"))
        }
    }

    @Test func newCredentialsReplaceTheOldOnes() {
        var settings = ConnectionSettings()
        settings.token = "old"
        settings.namespace = "team"
        var given = ConnectionSettings()
        given.tokenFile = "new"
        given.makePathsAbsolute(in: "/w")
        settings.adopt(given)
        #expect(settings.token == nil && settings.tokenFile == "/w/new" && settings.namespace == "team")
    }
}
