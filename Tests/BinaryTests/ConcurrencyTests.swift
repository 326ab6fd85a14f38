import Foundation
import Synchronization
import TestSupport
import Testing

/// Several commands at once on one home.
@Suite(.timeLimit(.minutes(5))) struct ConcurrencyTests {
    private static func together(
        _ count: Int, _ body: @escaping @Sendable (Int) async throws -> ChildProcess.Result
    ) async throws -> [ChildProcess.Result] {
        try await withThrowingTaskGroup(of: ChildProcess.Result.self) { group in
            for number in 0..<count { group.addTask { try await body(number) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test func contextsThatAreMadeAtOnceAreAllThere() async throws {
        let wfctl = try Executable()
        let results = try await Self.together(12) { number in
            try await wfctl.run("context", "set", "c\(number)", "-s", "argo-\(number).test")
        }
        #expect(results.allSatisfy { $0.status == 0 }, "\(results.filter { $0.status != 0 })")
        let names = try await wfctl.run("context", "list", "-o", "name").out.split(separator: "\n").map(String.init)
        #expect(names.sorted() == (0..<12).map { "c\($0)" }.sorted())
        let changes = try await Self.together(9) { number in
            switch number % 3 {
            case 0: try await wfctl.run("context", "delete", "c\(number)")
            case 1: try await wfctl.run("context", "rename", "c\(number)", "d\(number)")
            default: try await wfctl.run("context", "use", "c\(number)")
            }
        }
        #expect(changes.allSatisfy { $0.status == 0 }, "\(changes)")
        let left = try await wfctl.run("context", "list", "-o", "name").out.split(separator: "\n")
        #expect(left.count == 9 && left.filter { $0.hasPrefix("d") }.count == 3)
    }

    /// An OAuth server whose refresh tokens are good for one use.
    private final class Issuer: Sendable {
        private let state = Mutex((refresh: "R0", count: 0))

        /// How many tokens it has given for another.
        var count: Int { state.withLock { $0.count } }

        func answer(_ request: LoopbackRequest) -> LoopbackAnswer? {
            switch request.path {
            case "/device":
                return .json(
                    #"{"device_code":"D","user_code":"ABCD","verification_uri":"https://id.test/go","interval":1}"#)
            case "/token" where request.text.contains("device_code"):
                // It is as good as expired.
                return .json(#"{"access_token":"first","expires_in":1,"refresh_token":"R0"}"#)
            case "/token":
                return state.withLock { state in
                    guard request.text.contains("refresh_token=\(state.refresh)&") else {
                        return .json(#"{"error":"invalid_grant"}"#, status: 400)
                    }
                    state.count += 1
                    state.refresh = "R\(state.count)"
                    let grant =
                        #"{"access_token":"t\#(state.count)","expires_in":3600,"refresh_token":"\#(state.refresh)"}"#
                    // Long enough for all the others to come as well.
                    return LoopbackAnswer(parts: [.pause(.milliseconds(300)), .text(grant)])
                }
            default: return nil
            }
        }
    }

    @Test func oneOfManyRenewsATokenAndTheOthersFindIt() async throws {
        let issuer = Issuer()
        let server = try LoopbackServer(handler: issuer.answer)
        let wfctl = try Executable(companion: server)
        let set = try await wfctl.run(
            "context", "set", "a", "-s", "argo.test", "--oauth-client-id", "wfctl", "--oauth-token-url",
            server.url + "/token", "--oauth-device-url", server.url + "/device")
        #expect(set.status == 0, "\(set.err)")
        #expect(try await wfctl.run("auth", "login").status == 0)
        let results = try await Self.together(10) { _ in try await wfctl.run("auth", "token") }
        #expect(results.allSatisfy { $0 == .init(0, out: "Bearer t1\n") }, "\(results)")
        #expect(issuer.count == 1)
    }

    /// After a refusal too: all of them were refused the same token.
    @Test func oneOfManyRenewsATokenThatWasRefused() async throws {
        let issuer = Issuer()
        let server = try LoopbackServer(handler: issuer.answer)
        let argo = FakeArgoServer()
        argo.add("build-1")
        argo.change { $0.authorization = "Bearer t2" }
        let place = try LoopbackServer(handler: argo.handler)
        let wfctl = try Executable(companion: [server, place])
        let set = try await wfctl.run(
            "context", "set", "a", "-s", place.url, "-n", "argo", "--oauth-client-id", "wfctl", "--oauth-token-url",
            server.url + "/token", "--oauth-device-url", server.url + "/device")
        #expect(set.status == 0, "\(set.err)")
        #expect(try await wfctl.run("auth", "login").status == 0)
        #expect(try await wfctl.run("auth", "token").out == "Bearer t1\n")
        let results = try await Self.together(10) { _ in try await wfctl.run("list", "-o", "name") }
        #expect(results.allSatisfy { $0 == .init(0, out: "build-1\n") }, "\(results)")
        #expect(issuer.count == 2)
    }

    @Test func aLockThatIsHeldForEverIsAnErrorThatSaysSo() async throws {
        let wfctl = try Executable()
        #expect(try await wfctl.run("context", "set", "a", "-s", "argo.test").status == 0)
        let path = wfctl.home.path + "/.config/wfctl/config.yaml"
        let descriptor = open(path + ".lock", O_RDWR)
        defer { close(descriptor) }
        try #require(descriptor >= 0 && flock(descriptor, LOCK_EX) == 0)
        let result = try await wfctl.run("context", "use", "a")
        #expect(result.status == 2)
        #expect(result.err.contains("another process has been changing it for 10 seconds"), "\(result.err)")
        // Reading needs no lock.
        #expect(try await wfctl.run("context", "list", "-o", "name").out == "a\n")
    }
}
