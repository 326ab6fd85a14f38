import DocumentKit
import Synchronization
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

/// Logs of several pods, brought together by their times.
@Suite(.timeLimit(.minutes(5))) struct LogsByTimeTests {
    private typealias Line = (time: Timestamp?, text: String)
    private static let start = Timestamp(seconds: 1_767_322_800)

    /// Pods and what they have written, as a cluster hands it out: from a whole second on.
    private final class PodServer: Sendable {
        let lines: Mutex<[String: [Line]]>
        let asked = Mutex<[String]>([])

        init(_ lines: [String: [Line]]) { self.lines = Mutex(lines) }

        func containers(startedAt starts: [String: Timestamp] = [:]) throws -> [PodContainer] {
            try lines.withLock { $0.keys.sorted() }.map { name in
                let state = starts[name].map { #"{"terminated": {"startedAt": "\#($0.rfc3339)"}}"# } ?? "{}"
                let text = #"""
                    {"metadata": {"name": "\#(name)"},
                     "status": {"containerStatuses": [{"name": "main", "state": \#(state)}]}}
                    """#
                return PodContainer("main", of: Pod(try JSONReader.read(Array(text.utf8)).root))
            }
        }

        func answer(_ request: LoopbackRequest) -> LoopbackAnswer? {
            let pod = String(request.path.split(separator: "/")[5])
            asked.withLock { $0.append(pod) }
            var lines = lines.withLock { $0[pod] ?? [] }
            if let since = request[query: "sinceTime"].flatMap({ Timestamp(rfc3339: $0) }) {
                lines.removeAll { $0.time.map { $0.seconds < since.seconds } == true }
            }
            if let tail = request[query: "tailLines"].flatMap({ Int($0) }) { lines = lines.suffix(tail) }
            return .chunks(
                lines.map { line in (line.time.map { $0.rfc3339 + " " } ?? "") + line.text + "\n" }, type: "text/plain")
        }

        func read(
            _ containers: [PodContainer], mostStreams: Int, tail: Int? = nil, over url: String? = nil
        ) async throws -> [String] {
            let transport: any HTTPTransport =
                url == nil ? StubTransport { [self] in answer($0) } : URLSessionTransport()
            let client = APIClient(
                ServerConfiguration(baseURL: url ?? "http://kube", address: "kube"), transport: transport)
            var query = LogQuery(workflow: WorkflowReference(namespace: "argo", name: "job"))
            query.tail = tail
            var texts: [String] = []
            try await LogsByTime(logs: PodLogs(client: client, query: query), mostStreams: mostStreams, page: 40)
                .read(containers) { piece in
                    guard case .lines(let entries) = piece else { return }
                    texts += entries.map { String(decoding: $0.content, as: UTF8.self) }
                }
            return texts
        }
    }

    /// Lines whose times meet often, so that streams are left in the middle of a moment.
    private static func written(pods: Int, seed: UInt64) -> (server: PodServer, inOrder: [String]) {
        var random = SeededGenerator(seed: seed)
        var all: [(time: Timestamp, pod: String, text: String)] = []
        var lines: [String: [Line]] = [:]
        for number in 0..<pods {
            let pod = "pod-\(number + 100)"
            var time = start
            lines[pod] = (0..<Int.random(in: 0...40, using: &random)).map { line in
                time = time + .milliseconds([0, 0, 1, 300, 900].randomElement(using: &random) ?? 0)
                all.append((time, pod, "\(pod):\(line)"))
                return (time, "\(pod):\(line)")
            }
        }
        let order = all.indices.sorted { (all[$0].time, all[$0].pod, $0) < (all[$1].time, all[$1].pod, $1) }
        return (PodServer(lines), order.map { all[$0].text })
    }

    @Test(arguments: [1, 2, 5, 64])
    func manyPodsShareFewStreams(_ mostStreams: Int) async throws {
        for seed in 1...2 {
            let (server, expected) = Self.written(pods: 15, seed: UInt64(seed))
            let lines = try await server.read(server.containers(), mostStreams: mostStreams)
            #expect(lines == expected)
            let asked = server.asked.withLock { $0 }
            #expect(Set(asked).count == 15)
            #expect((asked.count > 15) == (mostStreams < 15))
        }
    }

    @Test func soTheyDoOverSockets() async throws {
        let (server, expected) = Self.written(pods: 30, seed: 9)
        let loopback = try LoopbackServer { server.answer($0) }
        #expect(try await server.read(server.containers(), mostStreams: 8, over: loopback.url) == expected)
    }

    @Test func lastLinesAreCountedInEachPod() async throws {
        let (server, expected) = Self.written(pods: 12, seed: 4)
        var counts: [Substring: Int] = [:]
        let last = expected.reversed().filter { line in
            counts[line.prefix(7), default: 0] += 1
            return counts[line.prefix(7), default: 0] <= 9
        }
        #expect(try await server.read(server.containers(), mostStreams: 2, tail: 9) == last.reversed())
    }

    @Test func aPodIsNotAskedBeforeItHadStarted() async throws {
        let minutes = (0..<20).map { Self.start + .seconds(60 * $0) }
        var lines: [String: [Line]] = [:]
        var starts: [String: Timestamp] = [:]
        for (number, minute) in minutes.enumerated() {
            let pod = "pod-\(number + 100)"
            starts[pod] = minute
            lines[pod] = (0..<20).map { (minute + .seconds($0), "\(pod):\($0)") }
        }
        let server = PodServer(lines)
        let texts = try await server.read(server.containers(startedAt: starts), mostStreams: 6)
        #expect(texts == lines.keys.sorted().flatMap { pod in (0..<20).map { "\(pod):\($0)" } })
        // One after the other, each once: none had to be let go for another.
        #expect(server.asked.withLock { $0.count } == 20)
    }

    @Test func linesWithoutATimeOrWithAnOlderOneKeepTheirPlace() async throws {
        func at(_ seconds: Int, _ text: String) -> Line { (Self.start + .seconds(seconds), text) }
        let server = PodServer([
            "pod-a": [at(1, "a1"), (nil, "a1+"), at(5, "a5"), at(3, "a5-"), at(6, "a6")],
            "pod-b": [(nil, "b0"), at(2, "b2"), at(5, "b5"), at(7, "b7")],
            "pod-c": [at(4, "c4")],
        ])
        for mostStreams in 1...3 {
            #expect(
                try await server.read(server.containers(), mostStreams: mostStreams)
                    == ["b0", "a1", "a1+", "b2", "c4", "a5", "a5-", "b5", "a6", "b7"])
        }
    }

    @Test func aLogThatLosesItsStartMeanwhileIsNoWholeLog() async throws {
        let (server, _) = Self.written(pods: 6, seed: 3)
        let gate = Mutex(0)
        let error = await BackendError.thrown {
            let transport = StubTransport { request in
                let answer = server.answer(request)
                let count = gate.withLock { count in
                    count += 1
                    return count
                }
                // From the first stream that is let go on, only what comes much later is there.
                if count == 2 {
                    server.lines.withLock { lines in
                        for pod in lines.keys { lines[pod] = [(Self.start + .seconds(90), "late")] }
                    }
                }
                return answer
            }
            let client = APIClient(
                ServerConfiguration(baseURL: "http://kube", address: "kube"), transport: transport)
            let query = LogQuery(workflow: WorkflowReference(namespace: "argo", name: "job"))
            try await LogsByTime(logs: PodLogs(client: client, query: query), mostStreams: 1, page: 40)
                .read(server.containers()) { _ in }
        }
        #expect(error?.message.contains("no longer has the lines that were read last") == true)
    }
}
