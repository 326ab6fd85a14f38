import Foundation
import TestSupport
import Testing

/// The ways to a server: client certificates, other names, proxies, sockets.
@Suite(.timeLimit(.minutes(5))) struct ConnectionPathTests {
    static let needsOpenSSL = ConditionTrait.enabled(
        if: OpenSSL.isInstalled, "TLS is not tested: openssl is not installed")

    @Test(needsOpenSSL) func mutualTLSNeedsTheCertificateThatTheServerWants() async throws {
        let authority = try await TestAuthority()
        let client = try await authority.identity("client", names: ["DNS:client"])
        let stranger = try await TestAuthority().identity("client", names: ["DNS:client"])
        let server = try await TLSServer(
            try await authority.identity("server", names: ["IP:127.0.0.1"]), clientAuthority: authority.file)
        func run(_ words: [String]) async throws -> ChildProcess.Result {
            try await TLSTests.run(server, ["--certificate-authority", authority.file, "--no-retry"] + words)
        }
        func pair(_ identity: TestAuthority.Identity) -> [String] {
            ["--client-certificate", identity.certificate, "--client-key", identity.key]
        }
        TLSTests.expectConnection(try await run(pair(client)))
        #expect(try await run([]).status == 7)
        #expect(try await run(pair(stranger)).status == 7)
        #expect(try await run(["--client-certificate", client.certificate]).status == 2)
        #expect(try await run(["--client-certificate", client.key + "x", "--client-key", client.key]).status == 2)
        let mixed = ["--client-certificate", client.certificate, "--client-key", stranger.key]
        #expect(try await run(mixed).status == 2)
    }

    @Test(needsOpenSSL) func theNameInTheCertificateMayBeGiven() async throws {
        let authority = try await TestAuthority()
        let server = try await TLSServer(try await authority.identity("server", names: ["DNS:argo.test"]))
        let trusting = ["--certificate-authority", authority.file]
        TLSTests.expectConnection(try await TLSTests.run(server, trusting + ["--tls-server-name", "argo.test"]))
        #expect(try await TLSTests.run(server, trusting).status == 7)
        #expect(try await TLSTests.run(server, trusting + ["--tls-server-name", "other.test"]).status == 7)
    }

    @Test(needsOpenSSL) func skippingVerificationWarnsEveryTime() async throws {
        let server = try await TLSServer(try await TestAuthority().selfSigned("server", names: ["IP:127.0.0.1"]))
        for _ in 0..<2 {
            let result = try await TLSTests.run(server, ["-k"])
            #expect(result.err.contains("warning: the certificate of 127.0.0.1:\(server.port) is not verified"))
        }
    }

    @Test(needsOpenSSL) func aKubeconfigHoldsItsCertificates() async throws {
        let authority = try await TestAuthority()
        let client = try await authority.identity("client", names: ["DNS:client"])
        let server = try await TLSServer(
            try await authority.identity("server", names: ["IP:127.0.0.1"]), clientAuthority: authority.file)
        func data(_ path: String) throws -> String {
            try Data(contentsOf: URL(fileURLWithPath: path)).base64EncodedString()
        }
        let wfctl = try Executable()
        let file = try wfctl.home.write(
            """
            current-context: a
            contexts: [{name: a, context: {cluster: a, user: a}}]
            clusters:
            - {name: a, cluster: {server: "\(server.url)", certificate-authority-data: \(try data(authority.file))}}
            users:
            - name: a
              user:
                client-certificate-data: \(try data(client.certificate))
                client-key-data: \(try data(client.key))
            """, to: "kubeconfig")
        let result = try await wfctl.run("list", "--kubeconfig", file, "--no-retry")
        TLSTests.expectConnection(result)
    }

    @Test(needsOpenSSL) func aPluginMayMakeTheClientCertificate() async throws {
        let authority = try await TestAuthority()
        let client = try await authority.identity("client", names: ["DNS:client"])
        let server = try await TLSServer(
            try await authority.identity("server", names: ["IP:127.0.0.1"]), clientAuthority: authority.file)
        func line(_ path: String) throws -> String {
            try String(contentsOfFile: path, encoding: .utf8).replacing("\n", with: "\\n")
        }
        let wfctl = try Executable()
        let answer = try wfctl.home.write(
            """
            {"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential", "status": {
              "clientCertificateData": "\(try line(client.certificate))", "clientKeyData": "\(try line(client.key))"}}
            """, to: "credential.json")
        let plugin = """
            current-context: a
            contexts: [{name: a, context: {cluster: a, user: a}}]
            clusters: [{name: a, cluster: {server: "\(server.url)", certificate-authority: \(authority.file)}}]
            users:
            - name: a
              user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: COMMAND, args: [\(answer)]}}
            """
        let file = try wfctl.home.write(plugin.replacing("COMMAND", with: "cat"), to: "kubeconfig")
        TLSTests.expectConnection(try await wfctl.run("list", "--kubeconfig", file, "--no-retry"))
        let missing = try wfctl.home.write(plugin.replacing("COMMAND", with: "no-such-plugin"), to: "other")
        let result = try await wfctl.run("list", "--kubeconfig", missing)
        #expect(result.status == 4)
        #expect(result.err.contains("there is no program 'no-such-plugin'"), "\(result.err)")
    }

    @Test func aServerMayListenOnASocket() async throws {
        let folder = try ScratchFolder()
        let argo = FakeArgoServer()
        argo.add("build-1")
        let path = folder.path + "/argo.sock"
        let server = try LoopbackServer(on: .unix(path), handler: argo.handler)
        var wfctl = try Executable(companion: server)
        // A proxy would not find it.
        wfctl.environment["http_proxy"] = "http://127.0.0.1:1"
        let result = try await wfctl.run("list", "-n", "argo", "-o", "name", "-s", "unix://" + path)
        #expect(result == .init(0, out: "build-1\n"))
        let missing = try await wfctl.run("list", "--no-retry", "-s", "unix://" + path + "x")
        #expect(missing.status == 7)
        #expect(
            missing.err.hasPrefix("wfctl: cannot connect to \(path)x: no server listens at this socket\n"),
            "\(missing.err)")
    }

    @Test(arguments: [["http_proxy"], ["--proxy-url"]], ["http", "https"])
    func aProxyThatIsNotThereIsNamed(_ way: [String], _ scheme: String) async throws {
        let port = try DeafPort()
        var wfctl = try Executable()
        var words = ["list", "-s", "\(scheme)://argo.invalid", "--retries", "0"]
        if way == ["--proxy-url"] {
            words += [way[0], port.url]
        } else {
            wfctl.environment[scheme == "https" ? "https_proxy" : way[0]] = port.url
        }
        let result = try await wfctl.run(words)
        #expect(result.status == 7)
        #expect(
            result.err.hasPrefix("wfctl: cannot connect to the proxy \(port.authority): connection refused"),
            "\(result.err)")
        #expect(result.err.contains("hint: check the proxy (--proxy-url"), "\(result.err)")
    }

    /// The name of a certificate says nothing of where its server is.
    @Test(arguments: [
        ("https://argo.invalid", "localhost", "", true), ("https://argo.invalid", "argo.test", "argo.test", true),
        ("https://argo.invalid", "argo.test", "argo.invalid", false), ("https://127.0.0.1:1", "argo.test", "", false),
        ("https://argo.invalid:9", "argo.test", "argo.invalid:9", false),
    ])
    func proxiesGoByTheAddressAndNotByTheNameOfTheCertificate(
        _ server: String, _ name: String, _ exempt: String, _ isProxied: Bool
    ) async throws {
        let port = try DeafPort()
        var wfctl = try Executable()
        wfctl.environment["HTTPS_PROXY"] = port.url
        wfctl.environment["NO_PROXY"] = exempt
        let result = try await wfctl.run(["list", "-s", server, "--tls-server-name", name, "--retries", "0"])
        #expect(result.status == 7)
        #expect(result.err.contains("cannot connect to the proxy \(port.authority)") == isProxied, "\(result.err)")
    }

    @Test(arguments: [["http_proxy"], ["HTTP_PROXY"], ["--proxy-url"]])
    func aProxyIsAskedForOtherHosts(_ way: [String]) async throws {
        let argo = FakeArgoServer()
        argo.add("build-1")
        let proxy = try LoopbackServer { request in
            var request = request
            request.target = String(request.target.dropFirst("http://argo.invalid".count))
            return argo.handler(request)
        }
        var wfctl = try Executable(companion: proxy)
        var words = ["list", "-n", "argo", "-o", "name", "-s", "http://argo.invalid"]
        if way == ["--proxy-url"] { words += [way[0], proxy.url] } else { wfctl.environment[way[0]] = proxy.url }
        #expect(try await wfctl.run(words) == .init(0, out: "build-1\n"))
        wfctl.environment["NO_PROXY"] = "argo.invalid"
        let direct = try await wfctl.run(words + ["--no-retry"])
        #expect(direct.status == (way == ["--proxy-url"] ? 0 : 7))
    }
}
