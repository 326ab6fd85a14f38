import Synchronization
import TestSupport
import Testing
import WorkflowAPI

/// That the proxy does what it says: the tests that stand on it could not fail otherwise.
@Suite(.timeLimit(.minutes(5))) struct FaultProxyTests {
    private static let body = String(repeating: "0123456789", count: 50)

    /// What a client gets through a proxy whose only fault is this one, and how often the server was asked.
    private func ask(
        _ fault: InjectedFault, framing: LoopbackAnswer.Framing = .length()
    ) async throws -> (answer: Result<HTTPResponse, BackendError>, requests: Int) {
        let requests = Mutex(0)
        let proxy = try FaultProxy(before: { request in
            requests.withLock { $0 += 1 }
            let parts = Self.body.map { LoopbackAnswer.Part.text(String($0)) }
            return LoopbackAnswer(framing: framing, parts: parts)
        }) { $0 == 0 ? fault : .none }
        let request = HTTPRequest(.get, proxy.url + "/x")
        do throws(BackendError) {
            return (.success(try await Self.send(request)), requests.withLock(\.self))
        } catch { return (.failure(error), requests.withLock(\.self)) }
    }

    private static func send(_ request: HTTPRequest) async throws(BackendError) -> HTTPResponse {
        do {
            return try await URLSessionTransport().send(request, timeout: .seconds(60), limit: 1 << 20)
        } catch let error as BackendError { throw error } catch { throw .failed("\(error)") }
    }

    @Test func leavesAnswersAlone() async throws {
        for framing in [LoopbackAnswer.Framing.length(), .chunked()] {
            let (answer, requests) = try await ask(.none, framing: framing)
            #expect(try answer.get().body == Array(Self.body.utf8))
            #expect(requests == 1)
        }
    }

    @Test(arguments: [
        (InjectedFault.refused(for: .milliseconds(5)), 0), (.lost, 0), (.unanswered, 1),
        (.cut(at: 0, isReset: false), 1), (.cut(at: 0.05, isReset: true), 1), (.cut(at: 0.5, isReset: false), 1),
        (.cut(at: 0.99, isReset: true), 1), (.withoutLastChunk, 1), (.falseLength(1_000), 1),
    ])
    func aBrokenAnswerIsNoAnswer(_ fault: InjectedFault, _ expected: Int) async throws {
        let isChunked = fault != .falseLength(1_000)
        let (answer, requests) = try await ask(fault, framing: isChunked ? .chunked() : .length())
        guard case .failure(.truncated) = answer else {
            Issue.record("\(answer)")
            return
        }
        #expect(requests == expected)
    }

    @Test func aChunkCanComeTwiceOrNotAtAll() async throws {
        let twice = try await ask(.repeatedChunk(3), framing: .chunked()).answer.get().body
        #expect(String(decoding: twice, as: UTF8.self) == "0123" + Self.body.dropFirst(3))
        let never = try await ask(.droppedChunk(3), framing: .chunked()).answer.get().body
        #expect(String(decoding: never, as: UTF8.self) == "012" + Self.body.dropFirst(4))
    }

    @Test func aPageOrAnErrorComesFromTheProxyItself() async throws {
        let (busy, requests) = try await ask(.status(429, retryAfter: 1))
        #expect(try busy.get().head.status == 429)
        #expect(try busy.get().head["Retry-After"] == "1")
        #expect(requests == 0)
        #expect(try await ask(.html(502)).answer.get().head["Content-Type"] == "text/html")
    }

    @Test func whileItRefusesNobodyListensAndThenSomebodyDoes() async throws {
        let proxy = try FaultProxy(before: { _ in .json("{}") }) { _ in .none }
        proxy.refuses()
        let request = HTTPRequest(.get, proxy.url + "/x")
        for _ in 0..<3 {
            let error = await #expect(throws: BackendError.self) { try await Self.send(request) }
            guard case .unreachable? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
        proxy.listens()
        #expect(try await Self.send(request).head.status == 200)
    }

    @Test func aPlanIsTheSameInEveryRunAndLetsSomethingThrough() {
        let plan = FaultPlan(seed: 5, percentage: 90, longestRun: 3)
        let faults = (0..<400).map(plan.fault(of:))
        #expect(faults == (0..<400).map(FaultPlan(seed: 5, percentage: 90, longestRun: 3).fault(of:)))
        #expect(faults != (0..<400).map(FaultPlan(seed: 6, percentage: 90, longestRun: 3).fault(of:)))
        let runs = faults.split { $0 == .none }.map(\.count)
        #expect(runs.max() == 3)
        #expect(FaultPlan(seed: 5, percentage: 0).fault(of: 3) == .none)
    }
}
