import TestSupport
import Testing

/// Who is trusted, and what a user is told otherwise, with servers that really speak TLS.
@Suite(
    .timeLimit(.minutes(5)), .enabled(if: OpenSSL.isInstalled, "TLS is not tested: openssl is not installed"))
struct TLSTests {
    /// Openssl's server answers with a page about the connection: whoever gets it, got through.
    static let gotThrough = "which does not look like the API"

    static func run(_ server: TLSServer, _ words: [String], _ environment: [String: String] = [:]) async throws
        -> ChildProcess.Result
    {
        let wfctl = try Executable(["ARGO_TOKEN": Site.token].merging(environment) { $1 })
        return try await wfctl.run(["list", "-o", "json", "-s", server.url] + words)
    }

    static func expectRefusal(
        _ result: ChildProcess.Result, _ server: TLSServer, _ reason: String,
        hint: String = "name its authority with --certificate-authority FILE"
    ) {
        #expect(result.status == 7)
        #expect(result.out == "")
        let lines = result.err.split(separator: "\n")
        #expect(lines.count == 2, "\(result.err)")
        #expect(
            result.err.hasPrefix("wfctl: no secure connection to 127.0.0.1:\(server.port): ")
                && result.err.contains(reason), "\(result.err)")
        #expect(lines.last?.hasPrefix("hint: \(hint)") == true, "\(result.err)")
    }

    static func expectConnection(_ result: ChildProcess.Result) {
        #expect(result.status == 1)
        #expect(result.err.contains(gotThrough), "\(result.err)")
    }

    @Test func aPrivateAuthorityIsTrustedWhenNamed() async throws {
        let authority = try await TestAuthority()
        let server = try await TLSServer(try await authority.identity("server", names: ["IP:127.0.0.1"]))
        Self.expectRefusal(try await Self.run(server, []), server, "certificate")
        Self.expectConnection(try await Self.run(server, ["--certificate-authority", authority.file]))
        Self.expectConnection(try await Self.run(server, [], ["ARGO_CERTIFICATE_AUTHORITY": authority.file]))
        Self.expectConnection(try await Self.run(server, ["-k"]))
        Self.expectConnection(try await Self.run(server, [], ["ARGO_INSECURE_SKIP_VERIFY": "true"]))
        #expect(try await Self.run(server, ["-k", "--certificate-authority", authority.file]).status == 2)
        let other = try await TestAuthority()
        Self.expectRefusal(
            try await Self.run(server, ["--certificate-authority", other.file]), server, "certificate")
    }

    /// Without a server to ask, too; the page that answers is no manifest.
    @Test func manifestsComeFromWhereAPrivateAuthorityIsNamed() async throws {
        let authority = try await TestAuthority()
        let server = try await TLSServer(try await authority.identity("server", names: ["IP:127.0.0.1"]))
        let wfctl = try Executable()
        let address = server.url + "/wf.yaml"
        let trusting = ["--certificate-authority", authority.file]
        for words in [
            ["lint", address], ["convert", address], ["submit", "--dry-run", address],
            ["submit", "--dry-run", "-f", address, wfctl.workflow],
        ] {
            let refused = try await wfctl.run(words)
            #expect((refused.out + refused.err).contains("no secure connection to 127.0.0.1"), "\(refused)")
            let connected = try await wfctl.run(words + trusting)
            #expect((connected.out + connected.err).contains("it is an HTML page, not a manifest"), "\(connected)")
        }
        let variable = try Executable(["ARGO_CERTIFICATE_AUTHORITY": authority.file])
        let local = try await variable.run(["submit", "--local", address])
        #expect(local.err.contains("it is an HTML page, not a manifest"), "\(local)")
    }

    @Test func aCertificateForAnotherNameIsRefused() async throws {
        let authority = try await TestAuthority()
        let server = try await TLSServer(try await authority.identity("server", names: ["DNS:elsewhere.test"]))
        let trusting = ["--certificate-authority", authority.file]
        Self.expectRefusal(
            try await Self.run(server, trusting), server, "127.0.0.1",
            hint: "say which name its certificate is for with --tls-server-name NAME")
        Self.expectConnection(try await Self.run(server, ["-k"]))
    }

    @Test func aServerThatWantsToKnowItsClientsSaysSo() async throws {
        let authority = try await TestAuthority()
        let server = try await TLSServer(
            try await authority.identity("server", names: ["IP:127.0.0.1"]), clientAuthority: authority.file)
        let trusting = ["--certificate-authority", authority.file]
        Self.expectRefusal(
            try await Self.run(server, trusting), server, "certificate required",
            hint: "the server wants a client certificate that it knows: give one with --client-certificate FILE")
        let client = try await authority.identity("client", names: ["DNS:client"])
        let other = try await authority.identity("other", names: ["DNS:client"])
        let identity = trusting + ["--client-certificate", client.certificate, "--client-key"]
        Self.expectConnection(try await Self.run(server, identity + [client.key]))
        let mixed = try await Self.run(server, identity + [other.key])
        #expect(mixed.status == 2, "\(mixed.err)")
        #expect(mixed.err.hasPrefix("wfctl: the client certificate cannot be used with its key: "), "\(mixed.err)")
    }

    @Test func anExpiredCertificateIsRefused() async throws {
        let authority = try await TestAuthority()
        let identity = try await authority.identity("server", names: ["IP:127.0.0.1"], isExpired: true)
        let server = try await TLSServer(identity)
        let trusting = ["--certificate-authority", authority.file]
        Self.expectRefusal(
            try await Self.run(server, trusting), server, "expired",
            hint: "the server needs a certificate that is valid now, unless this machine's clock is wrong")
        Self.expectConnection(try await Self.run(server, ["-k"]))
    }

    @Test func aSelfSignedServerNeedsAWord() async throws {
        let identity = try await TestAuthority().selfSigned("server", names: ["IP:127.0.0.1"])
        let server = try await TLSServer(identity)
        Self.expectRefusal(try await Self.run(server, []), server, "certificate")
        Self.expectConnection(try await Self.run(server, ["--certificate-authority", identity.certificate]))
        Self.expectConnection(try await Self.run(server, ["--insecure-skip-verify"]))
    }

    @Test func anAuthorityThatIsNoCertificateTrustsNobody() async throws {
        let authority = try await TestAuthority()
        let server = try await TLSServer(try await authority.identity("server", names: ["IP:127.0.0.1"]))
        let folder = try ScratchFolder()
        let empty = "-----BEGIN CERTIFICATE-----\nbm9uZQ==\n-----END CERTIFICATE-----\n"
        for file in [
            try folder.write("no certificate\n", to: "ca.pem"), try folder.write(empty, to: "empty.pem"),
            folder.path + "/missing.pem", folder.path,
        ] {
            let result = try await Self.run(server, ["--certificate-authority", file])
            #expect(result.status == 2, "\(result)")
            #expect(result.out == "")
            #expect(result.err.contains(file), "\(result.err)")
        }
    }

    @Test func aServerWithoutTLSIsNotSpokenToInTheClear() async throws {
        let site = try Site()
        let address = site.server.url.replacing("http:", with: "https:")
        let result = try await site.wfctl.run("list", "-s", address, "-k")
        #expect(result.status == 7)
        #expect(result.err.contains("no secure connection"), "\(result.err)")
        #expect(result.err.contains("hint: the server seems to speak plain HTTP: use an http:// address"))
        #expect(site.argo.requests.isEmpty)
    }

    @Test func aTLSServerIsNotTakenForAPlainOne() async throws {
        let server = try await TLSServer(try await TestAuthority().selfSigned("server", names: ["IP:127.0.0.1"]))
        let result = try await Executable().run("list", "-s", "http://127.0.0.1:\(server.port)")
        #expect([1, 7].contains(result.status))
        #expect(result.out == "")
        #expect(result.err.contains("hint: "), "\(result.err)")
    }
}
