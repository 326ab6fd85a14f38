import Foundation
import TestSupport
import Testing
import WorkflowAPI

/// Secrets go to the server they are meant for, and nowhere else.
@Suite(.timeLimit(.minutes(5))) struct CredentialTests {
    /// The token in every form it could come out in.
    static let forms = [
        Site.token, String(Site.token.reversed()), Data(Site.token.utf8).base64EncodedString(),
        Data("user:\(Site.token)".utf8).base64EncodedString(),
    ]

    static func expectSecrecy(_ result: ChildProcess.Result, _ words: [String]) {
        for form in forms {
            #expect(!result.out.contains(form), "\(words)")
            #expect(!result.err.contains(form), "\(words): \(result.err)")
        }
    }

    @Test(arguments: Fault.all) func noFaultShowsTheToken(_ fault: Fault) async throws {
        let site = try Site(answering: fault.answer)
        for words in [
            ["list", "-o", "json"], ["submit", site.wfctl.workflow], ["logs", "build-1"], ["wait", "build-1"],
        ] {
            let result = try await site.wfctl.run(words + ["-v", "--no-retry", "-H", "X-Api-Key: \(Site.token)"])
            let status = words[0] == "submit" && fault.mayHideSuccess ? 7 : fault.status
            #expect(result.status == status || words[0] == "logs")
            // The trace is there, so this test would see it.
            #expect(result.err.contains("/api/v1/workflow"))
            Self.expectSecrecy(result, words)
        }
    }

    @Test func aTraceTellsTheRequestsWithoutTheirSecrets() async throws {
        let site = try Site()
        site.argo.add("build-1")
        site.argo.change { $0.authorization = "Bearer " + Site.token }
        let result = try await site.wfctl.run("get", "build-1", "-o", "name", "--verbose")
        #expect(result.status == 0)
        #expect(result.out == "build-1\n")
        #expect(result.err.hasPrefix("wfctl: GET \(site.server.url)/api/v1/workflows/argo/build-1 200, "))
        Self.expectSecrecy(result, ["get"])
    }

    @Test(arguments: ["bad\nToken", "b\u{1B}d", "t\u{FC}r"]) func aBrokenTokenIsNotRepeated(_ token: String)
        async throws
    {
        let site = try Site()
        let result = try await site.wfctl.run("list", "-v", "--token", token + Site.token)
        #expect(result.status != 0)
        #expect(result.out == "")
        Self.expectSecrecy(result, ["list"])
    }

    @Test func userAndPasswordInTheAddressAreNotShown() async throws {
        let wfctl = try Executable()
        let result = try await wfctl.run("list", "-v", "-s", "http://user:\(Site.token)@127.0.0.1:1/")
        #expect(result.status != 0)
        Self.expectSecrecy(result, ["list"])
    }

    @Test func aRedirectTakesNoCredentialsAlong() async throws {
        let other = try LoopbackServer { _ in .json("{}") }
        let site = try Site(
            answering: LoopbackAnswer(status: 307, headers: [.init("Location", other.url + "/api/v1/version")]))
        let result = try await site.wfctl.run("version", "--with-server")
        #expect(result.status == 1)
        #expect(other.connectionCount == 0)
        #expect(site.server.requests.map { $0[header: "Authorization"] } == ["Bearer " + Site.token])
    }

    @Test func environmentVariablesThatMakeLibrariesTalkAreWithoutEffect() async throws {
        var site = try Site()
        site.argo.add("build-1")
        let keys = site.wfctl.home.path + "/keys"
        site.wfctl.environment.merge(["URLSessionDebug": "1", "URLSessionDebugLibcurl": "1", "SSLKEYLOGFILE": keys]) {
            $1
        }
        let result = try await site.wfctl.run("get", "build-1", "-o", "name")
        #expect(result == .init(0, out: "build-1\n"))
        #expect(!FileManager.default.fileExists(atPath: keys))
    }
}
