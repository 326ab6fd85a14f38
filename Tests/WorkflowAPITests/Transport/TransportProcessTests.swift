import Foundation
import TestSupport
import Testing
import WorkflowAPI

#if canImport(Glibc)
    import Glibc
#endif

/// What the transport does to its process, so each test is a process of its own.
@Suite(.timeLimit(.minutes(5))) struct TransportProcessTests {
    @Test func leavesNoFilesInTheHomeFolder() async throws {
        await #expect(processExitsWith: .success) {
            let home = FileManager.default.temporaryDirectory.appendingPathComponent("wfctl-home-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: home) }
            setenv("HOME", home.path, 1)
            setenv("XDG_DATA_HOME", home.path + "/data", 1)
            unsetenv("XDG_CACHE_HOME")
            let server = try LoopbackServer { _ in
                LoopbackAnswer(
                    headers: [.init("Set-Cookie", "a=b; Max-Age=600"), .init("Cache-Control", "max-age=600")],
                    parts: [.text("x")])
            }
            for _ in 0..<2 {
                _ = try await URLSessionTransport().send(
                    HTTPRequest(.get, server.url + "/"), timeout: .seconds(30), limit: 100)
            }
            #expect(try FileManager.default.subpathsOfDirectory(atPath: home.path) == [])
            #expect(String(cString: getenv("XDG_DATA_HOME")) == home.path + "/data")
            #expect(getenv("XDG_CACHE_HOME") == nil)
            #expect(server.requests.count == 2)
            #expect(server.requests.allSatisfy { $0[header: "Cookie"] == nil })
        }
    }

    /// Processor time, not time on the clock: a wait of hours must not keep a core busy.
    @Test func waitsWithoutWork() async throws {
        await #expect(processExitsWith: .success) {
            let server = try LoopbackServer { _ in .silence }
            func work() -> Duration {
                var time = timespec()
                clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
                return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
            }
            let request = HTTPRequest(.get, server.url + "/")
            await #expect(throws: BackendError.self) {
                _ = try await URLSessionTransport().send(request, timeout: .milliseconds(100), limit: 100)
            }
            let before = work()
            await #expect(throws: BackendError.self) {
                _ = try await URLSessionTransport().send(request, timeout: .seconds(2), limit: 100)
            }
            #expect(work() - before < .milliseconds(300))
        }
    }

    @Test func neverPrintsCredentials() async throws {
        let result = try await #require(
            processExitsWith: .success, observing: [\.standardOutputContent, \.standardErrorContent]
        ) {
            setenv("URLSessionDebugLibcurl", "1", 1)
            setenv("URLSessionDebug", "1", 1)
            setenv("SSLKEYLOGFILE", "/nonexistent/keys", 1)
            let server = try LoopbackServer { _ in .text("ok") }
            let request = HTTPRequest(.get, server.url + "/", headers: [.init("Authorization", "Bearer secret")])
            _ = try await URLSessionTransport().send(request, timeout: .seconds(30), limit: 100)
            #expect(server.requests.first?[header: "Authorization"] == "Bearer secret")
            #expect(getenv("SSLKEYLOGFILE") == nil)
        }
        #expect(String(decoding: result.standardOutputContent, as: UTF8.self) == "")
        #expect(String(decoding: result.standardErrorContent, as: UTF8.self) == "")
    }

    @Test func usesAProxyButNotForThisMachine() async throws {
        await #expect(processExitsWith: .success) {
            let proxy = try LoopbackServer { request in .text(request.target) }
            let server = try LoopbackServer { _ in .text("direct") }
            setenv("http_proxy", proxy.url, 1)
            setenv("no_proxy", "elsewhere.example", 1)
            func body(_ url: String) async throws -> String {
                let answer = try await URLSessionTransport().send(
                    HTTPRequest(.get, url), timeout: .seconds(30), limit: 100)
                return String(decoding: answer.body, as: UTF8.self)
            }
            #expect(try await body(server.url + "/") == "direct")
            #expect(try await body("http://localhost:\(server.port)/") == "direct")
            #expect(try await body("http://argo.invalid/x") == "http://argo.invalid/x")
        }
    }

    #if os(Linux)
        @Test func connectsThroughAUnixSocket() async throws {
            await #expect(processExitsWith: .success) {
                let path = FileManager.default.temporaryDirectory.appendingPathComponent("wfctl-\(UUID().uuidString)")
                    .path
                defer { unlink(path) }
                let server = try LoopbackServer(on: .unix(path)) { request in .text(request.target) }
                try TLSOptions(unixSocket: path).configure(for: "http://argo-server")
                // Nobody else is behind that socket.
                await #expect(throws: BackendError.self) {
                    try await URLSessionTransport().send(
                        HTTPRequest(.get, "http://127.0.0.1:1/x"), timeout: .seconds(30), limit: 100)
                }
                let answer = try await URLSessionTransport().send(
                    HTTPRequest(.get, "http://argo-server/x"), timeout: .seconds(30), limit: 100)
                #expect(String(decoding: answer.body, as: UTF8.self) == "/x")
                #expect(server.requests.first?[header: "Host"] == "argo-server")
            }
        }

        @Test func neverHoldsMuchOfALongAnswer() async throws {
            let block = [UInt8](repeating: 0x78, count: 65_536)
            let server = try LoopbackServer { request in
                request.path == "/long"
                    ? LoopbackAnswer(framing: .chunked(), parts: [.repeated(block, count: 1600)]) : .text("short")
            }
            await #expect(processExitsWith: .success) { [url = server.url as String] in
                func residentBytes() throws -> Int {
                    let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
                    return (Int(fields[1]) ?? 0) * Int(getpagesize())
                }
                let transport = URLSessionTransport()
                let short = HTTPRequest(.get, url + "/short")
                _ = try await transport.send(short, timeout: .seconds(60), limit: 100)
                let before = try residentBytes()
                var (count, highest) = (0, 0)
                let stream = try await transport.stream(
                    HTTPRequest(.get, url + "/long"), timeout: .seconds(60), idle: nil)
                for try await chunk in stream.body {
                    // Other requests go through meanwhile, and give the server time to flood a reader that does not read.
                    if count < 20_000_000 {
                        for _ in 0..<20 { _ = try await transport.send(short, timeout: .seconds(60), limit: 100) }
                    }
                    count += chunk.count
                    highest = max(highest, try residentBytes())
                }
                #expect(count == 1600 * 65_536)
                #expect(highest - before < 24 << 20)
            }
        }
    #endif
}
