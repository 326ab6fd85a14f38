import Foundation
import TestSupport
import Testing
import WorkflowAPI
import WorkflowModel

/// The executable and real kubeconfig files, before real servers.
@Suite(.timeLimit(.minutes(5))) struct KubeconfigTests {
    private static func data(_ path: String) throws -> String {
        try Data(contentsOf: URL(filePath: path)).base64EncodedString()
    }

    private static func config(server: String, cluster: String = "", user: String, to folder: ScratchFolder) throws
        -> String
    {
        try folder.write(
            """
            apiVersion: v1
            kind: Config
            current-context: dev
            clusters: [{name: lab, cluster: {server: "\(server)"\(cluster)}}]
            users: [{name: me, user: {\(user)}}]
            contexts: [{name: dev, context: {cluster: lab, user: me, namespace: argo}}]
            """, to: "config")
    }

    @Test func worksOnAClusterWithTheTokenOfAFile() async throws {
        let cluster = FakeKubernetes()
        cluster.add("build-1", phase: .running)
        cluster.log("build-1", pod: "build-1", "hello")
        cluster.require(authorization: "Bearer " + Site.token)
        let server = try LoopbackServer(handler: cluster.handler)
        let folder = try ScratchFolder()
        try folder.write(Site.token + "\n", to: "token")
        let config = try Self.config(server: server.url, user: "tokenFile: token", to: folder)
        let wfctl = try Executable(["KUBECONFIG": config, "WFCTL_BACKEND": "kubernetes"])
        #expect(try await wfctl.run("list", "-o", "name").out == "build-1\n")
        #expect(try await wfctl.run("logs", "build-1").out == "build-1: hello\n")
        #expect(try await wfctl.run("suspend", "@latest").out == "workflow build-1 suspended\n")
        #expect(try await wfctl.run("terminate", "build-1").out == "workflow build-1 terminated\n")
        #expect(try await wfctl.run("status", "build-1").status == 3)

        try folder.write("another", to: "token")
        let refused = try await wfctl.run("list", "-v")
        #expect(refused.status == 4)
        #expect(refused.err.contains("kubeconfig context dev"), "\(refused.err)")
        #expect(!(refused.err + refused.out).contains("another"))
    }

    /// Nothing of it is written to a file for that.
    @Test(.enabled(if: OpenSSL.isInstalled, "TLS is not tested: openssl is not installed"))
    func certificatesAndKeysOfAKubeconfigProveBothSides() async throws {
        let authority = try await TestAuthority()
        let client = try await authority.identity("client", names: ["DNS:client"])
        let server = try await TLSServer(
            try await authority.identity("server", names: ["IP:127.0.0.1"]), clientAuthority: authority.file)
        let trust = ", certificate-authority-data: \(try Self.data(authority.file))"
        let proof =
            "client-certificate-data: \(try Self.data(client.certificate)), "
            + "client-key-data: \(try Self.data(client.key))"
        for (cluster, user, getsThrough) in [(trust, proof, true), (trust, "", false), ("", proof, false)] {
            let folder = try ScratchFolder()
            let config = try Self.config(server: server.url, cluster: cluster, user: user, to: folder)
            let result = try await Executable(["KUBECONFIG": config]).run(
                "list", "--backend", "kubernetes", "--no-retry")
            #expect(result.err.contains(TLSTests.gotThrough) == getsThrough, "\(result.err)")
            #expect(result.status == (getsThrough ? 1 : 7), "\(result.err)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["config"])
        }
    }
}
