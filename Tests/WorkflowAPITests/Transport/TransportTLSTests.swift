import Foundation
import TestSupport
import Testing
import WorkflowAPI

/// Who is let in, against servers that really speak TLS. TLS options hold for a process, so each try is one of its own.
@Suite(
    .timeLimit(.minutes(5)),
    .enabled(if: OpenSSL.isInstalled, "TLS is not tested: openssl is not installed"))
struct TransportTLSTests {
    /// What a process asks for, and with which options.
    struct Attempt: Codable, Sendable {
        var url: String
        /// Asked after that.
        var other: String?
        /// Whom the options are about, where that is somebody else.
        var server: String?
        var authorityFile: String?
        var authorityText: [UInt8]?
        var skipsVerification = false
        var clientCertificate: String?
        var clientKey: String?

        var options: TLSOptions {
            TLSOptions(
                authority: authorityFile.map { .file($0) } ?? authorityText.map { .text($0) },
                skipsVerification: skipsVerification, clientCertificate: clientCertificate.map { .file($0) },
                clientKey: clientKey.map { .file($0) })
        }
    }

    /// What that process got: `200`, or the error.
    private func outcome(_ attempt: Attempt) async throws -> String {
        let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            [attempt = attempt as Attempt] in
            do {
                try attempt.options.configure(for: attempt.server ?? attempt.url)
                for url in [attempt.url] + (attempt.other.map { [$0] } ?? []) {
                    let answer = try await URLSessionTransport().send(
                        HTTPRequest(.get, url), timeout: .seconds(30), limit: 100_000)
                    print(answer.head.status, terminator: "")
                }
            } catch BackendError.insecure(let text, _) {
                print("insecure: \(text)", terminator: "")
            } catch BackendError.invalid(let text) {
                print("invalid: \(text)", terminator: "")
            } catch {
                print(error, terminator: "")
            }
        }
        return String(decoding: result.standardOutputContent, as: UTF8.self)
    }

    /// A refusal: the kind of error and the reason, without the server's port.
    private func refusal(_ reason: String, by server: TLSServer) -> String {
        "insecure: no secure connection to 127.0.0.1:\(server.port): \(reason)"
    }

    @Test func acceptsAPrivateAuthorityOnlyWhenTold() async throws {
        let authority = try await TestAuthority()
        let server = try await TLSServer(
            try await authority.identity("server", names: ["IP:127.0.0.1"]))
        let url = server.url + "/"
        let text = try [UInt8](Data(contentsOf: URL(fileURLWithPath: authority.file)))
        #expect(try await outcome(Attempt(url: url, authorityFile: authority.file)) == "200")
        #expect(try await outcome(Attempt(url: url, authorityText: text)) == "200")
        #expect(
            try await outcome(Attempt(url: url))
                == refusal("SSL certificate problem: unable to get local issuer certificate", by: server))
    }

    @Test func trustsNobodyButTheGivenAuthority() async throws {
        let (authority, other) = (try await TestAuthority(), try await TestAuthority())
        let server = try await TLSServer(
            try await authority.identity("server", names: ["IP:127.0.0.1"]))
        let reason = try await outcome(Attempt(url: server.url + "/", authorityFile: other.file))
        #expect(reason.hasPrefix(refusal("SSL certificate", by: server)))
    }

    @Test func refusesAnotherName() async throws {
        let authority = try await TestAuthority()
        let server = try await TLSServer(try await authority.identity("server", names: ["DNS:elsewhere.example"]))
        let reason = try await outcome(
            Attempt(url: "https://localhost:\(server.port)/", authorityFile: authority.file))
        #expect(
            reason == "insecure: no secure connection to localhost:\(server.port): "
                + "SSL: no alternative certificate subject name matches target host name 'localhost'")
    }

    @Test func refusesAnExpiredCertificate() async throws {
        let authority = try await TestAuthority()
        let server = try await TLSServer(
            try await authority.identity("server", names: ["IP:127.0.0.1"], isExpired: true))
        #expect(
            try await outcome(Attempt(url: server.url + "/", authorityFile: authority.file))
                == refusal("SSL certificate problem: certificate has expired", by: server))
    }

    @Test func refusesASelfSignedCertificate() async throws {
        let server = try await TLSServer(
            try await TestAuthority().selfSigned("server", names: ["IP:127.0.0.1"]))
        let reason = try await outcome(Attempt(url: server.url + "/"))
        #expect(
            ["self-signed", "self signed"].contains { word in
                reason == refusal("SSL certificate problem: \(word) certificate", by: server)
            })
    }

    @Test func skippingVerificationAcceptsThemAll() async throws {
        let authority = try await TestAuthority()
        let identities = [
            try await authority.identity("private", names: ["IP:127.0.0.1"]),
            try await authority.identity("other", names: ["DNS:elsewhere.example"]),
            try await authority.identity("expired", names: ["IP:127.0.0.1"], isExpired: true),
            try await authority.selfSigned("own", names: ["DNS:argo-server"]),
        ]
        for identity in identities {
            let server = try await TLSServer(identity)
            #expect(try await outcome(Attempt(url: server.url + "/", skipsVerification: true)) == "200")
        }
    }

    @Test func acceptsASelfSignedCertificateAsItsOwnAuthority() async throws {
        let authority = try await TestAuthority()
        let identity = try await authority.selfSigned("server", names: ["IP:127.0.0.1"])
        let server = try await TLSServer(identity)
        let attempt = Attempt(url: server.url + "/", authorityFile: identity.certificate)
        #expect(try await outcome(attempt) == "200")
    }

    @Test func showsAClientCertificate() async throws {
        let authority = try await TestAuthority()
        let client = try await authority.identity("client", names: ["DNS:client"])
        let server = try await TLSServer(
            try await authority.identity("server", names: ["IP:127.0.0.1"]),
            clientAuthority: authority.file)
        var attempt = Attempt(url: server.url + "/", authorityFile: authority.file)
        #expect(try await outcome(attempt) != "200")
        attempt.clientCertificate = client.certificate
        attempt.clientKey = client.key
        #expect(try await outcome(attempt) == "200")
    }

    @Test func neverConnectsWithLessThanWasAskedFor() async throws {
        let server = try await TLSServer(
            try await TestAuthority().selfSigned("server", names: ["IP:127.0.0.1"]))
        let url = server.url + "/"
        let attempts = [
            Attempt(url: url, authorityFile: "/nonexistent/ca.pem"), Attempt(url: url, authorityFile: ""),
            Attempt(url: url, authorityText: Array("no certificate".utf8)), Attempt(url: url, authorityText: []),
            Attempt(url: url, skipsVerification: true, clientCertificate: "/nonexistent/client.pem"),
        ]
        for attempt in attempts {
            let reason = try await outcome(attempt)
            #expect(reason.hasPrefix("insecure: ") || reason.hasPrefix("invalid: "), "\(attempt): \(reason)")
        }
    }

    /// The issuer of tokens, or a place of manifests: what is said of the server is not said of them.
    @Test func optionsAreForTheirServerAlone() async throws {
        let authority = try await TestAuthority()
        let client = try await authority.identity("client", names: ["DNS:client"])
        let other = try await TLSServer(try await authority.identity("other", names: ["IP:127.0.0.1"]))
        let own = "https://127.0.0.1:\(other.port + 1)"
        // An authority is trusted elsewhere, too, beside the system's.
        for attempt in [
            Attempt(url: other.url + "/", server: own, authorityFile: authority.file),
            Attempt(
                url: other.url + "/", server: own,
                authorityText: try [UInt8](Data(contentsOf: URL(fileURLWithPath: authority.file)))),
        ] { #expect(try await outcome(attempt) == "200") }
        let server = try await TLSServer(try await authority.selfSigned("server", names: ["IP:127.0.0.1"]))
        let careless = try await outcome(
            Attempt(url: server.url + "/", other: other.url + "/", skipsVerification: true))
        #expect(careless.hasPrefix("200" + refusal("", by: other)), "\(careless)")
        let demanding = try await TLSServer(
            try await authority.identity("demanding", names: ["IP:127.0.0.1"]), clientAuthority: authority.file)
        var attempt = Attempt(url: demanding.url + "/", server: demanding.url, authorityFile: authority.file)
        (attempt.clientCertificate, attempt.clientKey) = (client.certificate, client.key)
        #expect(try await outcome(attempt) == "200")
        attempt.server = own
        #expect(try await outcome(attempt) != "200")
    }

    /// As plugins make them, each for a while.
    @Test func anotherIdentityMayTakeThePlaceOfOne() async throws {
        let authority = try await TestAuthority()
        let client = try await authority.identity("client", names: ["DNS:client"])
        let stranger = try await TestAuthority().identity("client", names: ["DNS:client"])
        let server = try await TLSServer(
            try await authority.identity("server", names: ["IP:127.0.0.1"]), clientAuthority: authority.file)
        func attempt(_ identity: TestAuthority.Identity) -> Attempt {
            Attempt(
                url: server.url + "/", authorityFile: authority.file, clientCertificate: identity.certificate,
                clientKey: identity.key)
        }
        let (first, second) = (attempt(stranger), attempt(client))
        await #expect(processExitsWith: .success) { [first = first as Attempt, second = second as Attempt] in
            func send() async throws -> Int {
                try await URLSessionTransport().send(
                    HTTPRequest(.get, first.url), timeout: .seconds(30), limit: 100_000
                ).head.status
            }
            try first.options.configure(for: first.url)
            await #expect(throws: BackendError.self) { _ = try await send() }
            try second.options.configure(for: first.url)
            #expect(try await send() == 200)
            #expect(throws: BackendError.self) { try TLSOptions(skipsVerification: true).configure(for: first.url) }
        }
    }

    @Test func refusesOptionsThatComeTooLateOrTwice() async throws {
        await #expect(processExitsWith: .success) {
            try TLSOptions(skipsVerification: true).configure(for: "https://argo:2746")
            try TLSOptions(skipsVerification: true).configure(for: "https://ARGO:2746/argo")
            #expect(throws: BackendError.insecure("the TLS options of this process are already set and cannot change"))
            {
                try TLSOptions().configure(for: "https://argo:2746")
            }
            #expect(throws: BackendError.self) {
                try TLSOptions(skipsVerification: true).configure(for: "https://other:2746")
            }
        }
        await #expect(processExitsWith: .success) {
            let server = try LoopbackServer { _ in .text("ok") }
            _ = try await URLSessionTransport().send(
                HTTPRequest(.get, server.url + "/"), timeout: .seconds(30), limit: 100)
            #expect(throws: BackendError.self) {
                try TLSOptions(skipsVerification: true).configure(for: server.url)
            }
        }
    }
}
