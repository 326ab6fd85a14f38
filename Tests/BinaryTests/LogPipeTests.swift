import Foundation
import TestSupport
import Testing
import WorkflowAPI
import WorkflowModel

/// Followed logs and what stands at the other end of their pipe.
@Suite(.timeLimit(.minutes(5))) struct LogPipeTests {
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func aSignalEndsAFollowedLogWithItsNumber(_ signal: Int32) async throws
    {
        let (site, _) = try InterruptTests.site()
        let process = try site.wfctl.start(["logs", "build-1", "-f"])
        try await process.out.wait(for: "p: second\n")
        process.signal(signal)
        #expect(
            try await process.result()
                == .init(128 + signal, out: "p: first\np: second\n", err: InterruptTests.logFarewell))
    }

    /// The answer goes on for longer than anything could hold; the reader never reads.
    @Test(arguments: [["logs", "build-1"], ["logs", "build-1", "-f"]])
    func aReaderThatDoesNotReadCostsNoMemory(_ words: [String]) async throws {
        let isRead = Gate()
        let (site, hasSentAll) = try Self.endlessSite(opening: isRead)
        let process = try site.wfctl.start(words, out: .unread)
        try await isRead.opened()
        let peak = try await Self.steadyPeak(of: process.pid)
        #expect(peak < 60_000, "\(peak) kB")
        #expect(!hasSentAll.isOpen)
        process.signal(SIGINT)
        #expect(try await process.result().ending == .exited(130))
    }

    /// What holds the log up hears of no deadline.
    @Test func aDeadlineIsKeptThoughThePipeIsFull() async throws {
        let result = try await withEnoughTime(from: 1_000) { time in
            let (site, _) = try Self.endlessSite()
            let process = try site.wfctl.start(
                ["logs", "build-1", "-f", "--timeout", time], out: .unread)
            return (try await process.result(), process.hasFilledItsPipe)
        }
        #expect(result.ending == .exited(124), "\(result)")
        #expect(result.err == "wfctl: the time is up\n")
    }

    @Test func aReaderThatHasSeenEnoughEndsALongLog() async throws {
        let (site, _) = try Self.endlessSite()
        let result = try await site.wfctl.run(["logs", "build-1"], out: .cut(after: 100))
        #expect(result.ending == .exited(0))
        #expect(result.err == "")
    }

    #if os(Linux)
        @Test(arguments: [["logs", "build-1"], ["logs", "build-1", "-f"], ["logs", "build-1", "-o", "jsonl"]])
        func aFullDiskIsSaidAndEndsALog(_ words: [String]) async throws {
            let (site, _) = try InterruptTests.site()
            if words.contains("-f") == false { site.argo.endStreams(of: "build-1", with: .text("")) }
            let result = try await site.wfctl.run(words, out: .file("/dev/full"))
            #expect(result == .init(1, err: "wfctl: cannot write the output: no space left on device\n"))
        }
    #endif

    @Test(arguments: [["logs", "build-1"], ["logs", "build-1", "-f"]])
    func aClosedOutputFails(_ words: [String]) async throws {
        let (site, _) = try InterruptTests.site()
        if words.contains("-f") == false { site.argo.endStreams(of: "build-1", with: .text("")) }
        let result = try await site.wfctl.run(words, out: .closed)
        #expect(result == .init(1, err: "wfctl: cannot write the output: bad file descriptor\n"))
    }

    /// A server that does not care for text sends bytes as they are.
    @Test func anythingPassesUnharmed() async throws {
        let bytes: [UInt8] = [0x00, 0xFF, 0xC3, 0x28, 0x1B, 0x5B, 0x41, 0x0D, 0x0A, 0x0A, 0x35, 0x25, 0x0D, 0x36, 0x25]
        let site = try Site(
            answering: LoopbackAnswer(headers: [.init("Content-Type", "text/plain")], parts: [.bytes(bytes)]))
        let process = try site.wfctl.start(["logs", "x", "--prefix", "never"])
        _ = try await process.result()
        #expect(process.out.bytes == bytes + [0x0A])
    }

    /// A log of gigabytes whose end would open the gate; its start opens `isRead`.
    private static func endlessSite(opening isRead: Gate = Gate()) throws -> (site: Site, hasSentAll: Gate) {
        let site = try Site()
        let hasSentAll = Gate()
        site.argo.add("build-1", phase: .running)
        let content = "2026-01-02T03:04:05.5Z " + String(repeating: "a rather long line ", count: 50)
        let frame = Array(#"data: {"result":{"content":"\#(content)","podName":"p"}} "#.utf8) + [0x0A, 0x0A]
        site.argo.endStreams(of: "build-1", with: .open(isRead), .repeated(frame, count: 4_000_000), .open(hasSentAll))
        return (site, hasSentAll)
    }

    /// The peak memory in kB, once it has stopped to grow.
    private static func steadyPeak(of pid: Int32) async throws -> Int {
        var (peak, isSteadyFor) = (0, 0)
        while isSteadyFor < 12 {
            try await Task.sleep(for: .milliseconds(40))
            let text = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
            let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
            let now = try #require(line.split(separator: " ").dropFirst().first.flatMap { Int($0) })
            isSteadyFor = now == peak && now > 20_000 ? isSteadyFor + 1 : 0
            peak = now
        }
        return peak
    }
}
