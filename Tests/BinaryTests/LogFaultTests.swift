import TestSupport
import Testing
import WorkflowAPI
import WorkflowModel

/// Followed logs through connections that break anywhere: what comes out is what was written, byte for byte.
@Suite(.timeLimit(.minutes(30))) struct LogFaultTests {
    /// One follow: what differs, and what it took.
    struct Outcome: Sendable {
        var mismatch: String?
        var breaks = 0
        var bytes = 0
    }

    @Test func everyByteOfAFollowedLogComesOnce() async throws {
        let (runs, lines) = (FaultRounds.count(30, full: 500), FaultRounds.count(120, full: 2_000))
        var sum = Outcome()
        var mismatches: [String] = []
        try await withThrowingTaskGroup(of: Outcome.self) { group in
            for seed in 0..<runs {
                if seed >= 4, let outcome = try await group.next() { add(outcome) }
                group.addTask { try await Self.follow(seed: seed, lines: lines) }
            }
            for try await outcome in group { add(outcome) }
        }
        func add(_ outcome: Outcome) {
            sum.breaks += outcome.breaks
            sum.bytes += outcome.bytes
            if let mismatch = outcome.mismatch { mismatches.append(mismatch) }
        }
        #expect(mismatches == [])
        #expect(sum.breaks > runs)
        FaultRounds.report(
            "\(runs) follows of \(lines) lines, \(sum.bytes) bytes, \(sum.breaks) broken answers: "
                + "\(mismatches.count) logs differ from what was written")
    }

    /// Every container of several pods, each of whose streams breaks on its own.
    @Test func everyLineOfEveryContainerComesOnce() async throws {
        let (runs, lines) = (FaultRounds.count(10, full: 100), FaultRounds.count(120, full: 1_000))
        var mismatches: [String] = []
        var breaks = 0
        for seed in 0..<runs {
            let outcome = try await Self.followAll(seed: seed, lines: lines)
            breaks += outcome.breaks
            if let mismatch = outcome.mismatch { mismatches.append(mismatch) }
        }
        #expect(mismatches == [])
        #expect(breaks > runs)
        FaultRounds.report(
            "\(runs) follows of all containers, \(lines) lines each, \(breaks) broken answers: "
                + "\(mismatches.count) logs differ from what was written")
    }

    private static func followAll(seed: Int, lines: Int) async throws -> Outcome {
        let argo = FakeArgoServer()
        var generator = SeededGenerator(seed: UInt64(seed))
        argo.add(
            workflow: """
                {"metadata":{"name":"job","namespace":"argo","creationTimestamp":"2026-01-02T03:00:00Z"},
                 "spec":{"templates":[{"name":"sh","container":{},"sidecars":[{"name":"db"}]}]},
                 "status":{"phase":"Succeeded","finishedAt":"2026-01-02T03:00:00Z","nodes":{}}}
                """)
        var source: [String: [String]] = [:]
        var time = Timestamp(seconds: 1_767_322_800)
        for number in 0..<lines {
            if number % 7 == 0 { time = time + .microseconds(Int.random(in: 0...900_000, using: &generator)) }
            let pod = ["job-a", "job-b"][Int.random(in: 0...1, using: &generator)]
            let container = ["init", "main", "db", "wait"][Int.random(in: 0...3, using: &generator)]
            let text = line(number, using: &generator)
            argo.log("job", pod: pod, container: container, at: time, text)
            source["\(pod)/\(container)", default: []].append(text)
        }
        let plan = FaultPlan(
            seed: UInt64(seed), percentage: 60,
            kinds: [.cut, .cut, .cut, .cut, .withoutLastChunk, .lost, .unanswered, .status], longestRun: 4)
        let proxy = try FaultProxy(before: argo.handler, plan) { $0.path.hasSuffix("/log") }
        let wfctl = try Executable(at: proxy.url, companion: proxy)
        let result = try await wfctl.run(["logs", "job", "-f", "--exit-status", "-c", "all"])
        var printed: [String: [String]] = [:]
        for line in result.out.split(separator: "\n") {
            let parts = line.split(separator: ": ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            printed[parts[0], default: []].append(parts.count > 1 ? parts[1] : "")
        }
        let isWhole = result.status == 0 && printed == source
        return Outcome(
            mismatch: isWhole ? nil : "seed \(seed): \(result.ending)\n\(result.err)\n\(proxy.log)",
            breaks: proxy.counts.faults)
    }

    private static func follow(seed: Int, lines: Int) async throws -> Outcome {
        let argo = FakeArgoServer()
        var source = ""
        var generator = SeededGenerator(seed: UInt64(seed))
        argo.add("job")
        var time = Timestamp(seconds: 1_767_322_800)
        for number in 0..<lines {
            // Many lines of one moment, and many that are the same.
            if number % 7 == 0 { time = time + .microseconds(Int.random(in: 0...900_000, using: &generator)) }
            let text = line(number, using: &generator)
            argo.log("job", pod: "job-main-1", at: time, text)
            source += text + "\n"
        }
        // Near the end more often than not, so that a long log comes to its end at all.
        let plan = FaultPlan(
            seed: UInt64(seed), percentage: 80,
            kinds: [.cut, .cut, .cut, .cut, .withoutLastChunk, .lost, .unanswered, .status], longestRun: 4)
        let proxy = try FaultProxy(before: argo.handler, plan) { $0.path.hasSuffix("/log") }
        let wfctl = try Executable(at: proxy.url, companion: proxy)
        let result = try await wfctl.run(["logs", "job", "-f", "--exit-status", "--prefix", "never"])
        let isWhole = result.status == 0 && result.out == source
        let breaks = proxy.log.split(separator: "\n").count { !$0.hasSuffix(": none") }
        return Outcome(
            mismatch: isWhole ? nil : "seed \(seed): \(result.ending)\n\(result.err)\n\(proxy.log)",
            breaks: breaks, bytes: source.utf8.count)
    }

    private static func line(_ number: Int, using generator: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: ""
        case 1, 2: "the same again"
        case 3: "10%\r20%\r\(number)%"
        case 4: "{\"level\":\"info\",\"n\":\(number),\"path\":\"C:\\\\x\",\"html\":\"<a&b>\"}"
        case 5: "é 日本 😀 \u{0} \u{1B}[31mred\u{7} \(number)"
        case 6: String(repeating: "long ", count: Int.random(in: 0..<200, using: &generator)) + "\(number)"
        default: "  line \(number)\t"
        }
    }

    @Test func aLineLongerThanAnyBufferIsTakenUpWhole() async throws {
        let argo = FakeArgoServer()
        argo.add("job")
        let long = String(repeating: "0123456789abcde\u{0}", count: 3 << 16)
        argo.log("job", pod: "p", "before", long, "after")
        let proxy = try FaultProxy(before: argo.handler, only: { $0.path.hasSuffix("/log") }) { number in
            number < 2 ? .cut(at: 0.4 + 0.3 * Double(number), isReset: number == 0) : .none
        }
        let wfctl = try Executable(at: proxy.url, companion: proxy)
        let result = try await wfctl.run("logs", "job", "--prefix", "never", "--request-timeout", "0")
        #expect(result.status == 0)
        #expect(result.out == "before\n\(long)\nafter\n")
    }

    @Test func aFaultOfTheNetworkIsNoFailedRun() async throws {
        let argo = FakeArgoServer()
        argo.add("job", phase: .running)
        argo.log("job", pod: "p", "one")
        let proxy = try FaultProxy(before: argo.handler) { $0 < 2 ? .none : .lost }
        let wfctl = try Executable(at: proxy.url, companion: proxy)
        let result = try await wfctl.run("logs", "job", "-f", "--exit-status", "--prefix", "never", "--no-retry")
        #expect(result.status == 7)
        #expect(result.out == "one\n")
    }
}
