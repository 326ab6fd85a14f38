import TestSupport
import Testing

/// Who is trusted, and what a user is told otherwise, with servers that really speak TLS.
@Suite(
    .timeLimit(.minutes(3)), .enabled(if: OpenSSL.isInstalled, "TLS is not tested: openssl is not installed"))
struct TLSTests {
    /// Openssl's server answers with a page about the connection: whoever gets it, got through.
    static let gotThrough = "which does not look like the API"

    static func run(_ server: TLSServer, _ words: [String], _ environment: [String: String] = [:]) async throws
        -> ChildProcess.Result
    {
        let wfctl = try Executable(["ARGO_TOKEN": Site.token].merging(environment) { $1 })
        return try await wfctl.run(["list", "-o", "json", "-s", server.url] + words)
    }

    static func expectRefusal(_ result: ChildProcess.Result, _ server: TLSServer, _ reason: String) {
        #expect(result.status == 7)
        #expect(result.out == "")
        let lines = result.err.split(separator: "\n")
        #expect(lines.count == 2, "\(result.err)")
        #expect(
            result.err.hasPrefix("wfctl: no secure connection to 127.0.0.1:\(server.port): ")
                && result.err.contains(reason), "\(result.err)")
        #expect(
            lines.last?.hasPrefix("hint: name its authority with --certificate-authority FILE") == true
                && result.err.contains(" -k"))
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

    @Test func aCertificateForAnotherNameIsRefused() async throws {
        let authority = try await TestAuthority()
        let server = try await TLSServer(try await authority.identity("server", names: ["DNS:elsewhere.test"]))
        let trusting = ["--certificate-authority", authority.file]
        Self.expectRefusal(try await Self.run(server, trusting), server, "127.0.0.1")
        Self.expectConnection(try await Self.run(server, ["-k"]))
    }

    @Test func anExpiredCertificateIsRefused() async throws {
        let authority = try await TestAuthority()
        let identity = try await authority.identity("server", names: ["IP:127.0.0.1"], isExpired: true)
        let server = try await TLSServer(identity)
        let trusting = ["--certificate-authority", authority.file]
        Self.expectRefusal(try await Self.run(server, trusting), server, "expired")
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
        for file in [try folder.write("no certificate\n", to: "ca.pem"), folder.path + "/missing.pem", folder.path] {
            let result = try await Self.run(server, ["--certificate-authority", file])
            #expect(result.status == 2 || result.status == 7, "\(result)")
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
