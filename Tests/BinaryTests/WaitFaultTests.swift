import Foundation
import Synchronization
import TestSupport
import Testing
import WorkflowAPI
import WorkflowModel

/// Waits through a network that loses and cuts: each ends, and with the truth about its run.
@Suite(.timeLimit(.minutes(15))) struct WaitFaultTests {
    /// What becomes of a run, and the exit status that tells it.
    enum Fate: Int, CaseIterable, Sendable {
        case succeeds, fails, errs, isDeleted

        var status: Int32 {
            switch self {
            case .succeeds: 0
            case .fails, .errs: 3
            case .isDeleted: 5
            }
        }
    }

    /// What one `wfctl wait` came to.
    struct Outcome: Sendable {
        var mismatch: String?
        var isHanging = false
        var requests = 0
        var faults = 0
    }

    @Test func everyWaitEndsWithTheTruth() async throws {
        let count = FaultRounds.count(24, full: 500)
        let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
            var outcomes: [Outcome] = []
            for seed in 0..<count {
                if seed >= 8, let outcome = try await group.next() { outcomes.append(outcome) }
                group.addTask { try await Self.wait(seed: UInt64(seed)) }
            }
            for try await outcome in group { outcomes.append(outcome) }
            return outcomes
        }
        let mismatches = outcomes.compactMap(\.mismatch)
        let hanging = outcomes.count(where: \.isHanging)
        FaultRounds.report(
            """
            \(count) waits in \(outcomes.reduce(0) { $0 + $1.requests }) requests, \
            \(outcomes.reduce(0) { $0 + $1.faults }) of which went wrong: \(count - mismatches.count) right statuses, \
            \(hanging) hanging
            """)
        #expect(mismatches == [])
        #expect(hanging == 0)
    }

    private static func wait(seed: UInt64) async throws -> Outcome {
        var random = SeededGenerator(seed: seed)
        let fate = Fate.allCases[Int(seed) % Fate.allCases.count]
        let lastRequest = Int.random(in: 2...7, using: &random)
        let argo = FakeArgoServer()
        argo.add("job", phase: .running)
        if Bool.random(using: &random) { argo.endStreams(of: "job", with: .cut) }
        let requests = Mutex(0)
        let handler: LoopbackServer.Handler = { request in
            let number = requests.withLock { number in
                number += 1
                return number
            }
            if number == lastRequest { fulfil(fate, at: argo) }
            return argo.handler(request)
        }
        let plan = FaultPlan(
            seed: seed, percentage: 60,
            kinds: [.refused, .lost, .unanswered, .cut, .cut, .cut, .withoutLastChunk, .delayed, .status])
        let proxy = try FaultProxy(before: handler, plan)
        let wfctl = try Executable(at: proxy.url, companion: proxy)
        // Pauses are drawn at random: some are so short that a refusal outlasts several tries.
        let result = try await wfctl.run("wait", "job", "-o", "name", "--retries", "20")
        let isRight = result.status == fate.status && result.out == (fate == .isDeleted ? "" : "job\n")
        return Outcome(
            mismatch: isRight ? nil : "seed \(seed), \(fate): \(result.ending)\n\(result.err)\n\(proxy.log)",
            isHanging: result.ending == .overran, requests: proxy.counts.requests, faults: proxy.counts.faults)
    }

    private static func fulfil(_ fate: Fate, at argo: FakeArgoServer) {
        switch fate {
        case .succeeds: argo.set(.succeeded, of: "job")
        case .fails: argo.set(.failed, of: "job")
        case .errs: argo.set(.error, of: "job")
        case .isDeleted: argo.remove("job")
        }
    }

    #if os(Linux)
        /// A run may change for days: what has been told is not kept.
        @Test func memoryDoesNotGrowWithTheEvents() async throws {
            let few = try await Self.peakMemory(events: 50)
            let many = try await Self.peakMemory(events: FaultRounds.count(8_000, full: 100_000))
            FaultRounds.report("peak memory of a wait: \(few) kB after 50 events, \(many) kB after many")
            #expect(many < few + 12_000)
        }

        /// Kilobytes that a wait has needed when that many events of 2 kB have come.
        private static func peakMemory(events: Int) async throws -> Int {
            let site = try Site()
            site.argo.add("job", phase: .running)
            let message = String(repeating: "0123456789abcdef", count: 128)
            let isOver = Gate()
            site.argo.fail(
                "GET /api/v1/workflow-events/argo",
                with: .answer(
                    LoopbackAnswer(
                        headers: [.init("Content-Type", "text/event-stream")], framing: .chunked(),
                        parts: [
                            .repeated(Self.event("Running", message), count: events),
                            .bytes(Self.event("Pending", "")), .wait(isOver), .bytes(Self.event("Succeeded", "")),
                        ])))
            let process = try site.wfctl.start(["watch", "job"])
            try await process.out.wait(for: "job Pending\n")
            let status = try String(contentsOfFile: "/proc/\(process.pid)/status", encoding: .utf8)
            isOver.open()
            #expect(try await process.result().status == 0)
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
            return line.split(separator: " ").compactMap { Int($0) }.first ?? .max
        }

        private static func event(_ phase: String, _ message: String) -> [UInt8] {
            let object = #"{"metadata":{"name":"job"},"status":{"phase":"\#(phase)","message":"\#(message)"}}"#
            return Array("data: {\"result\":{\"type\":\"MODIFIED\",\"object\":\(object)}} \n\n".utf8)
        }
    #endif
}
