import Testing

@testable import TerminalKit

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct OutputTests {
    @Test func keepsBytesTogetherUntilTheBufferIsFull() throws {
        let channel = ScriptedChannel()
        let output = Output(channel: channel.channel)
        for _ in 0..<7 { try output.write(String(repeating: "x", count: 10_000)) }
        #expect(channel.calls == [60_000])
        try output.flush()
        #expect(channel.calls == [60_000, 10_000])
        try output.flush()
        #expect(channel.calls == [60_000, 10_000])
    }

    @Test func handsALargePieceOnWithoutCopyingItIntoTheBuffer() throws {
        let channel = ScriptedChannel()
        let output = Output(channel: channel.channel)
        try output.write("head")
        try output.write([UInt8](repeating: 0x61, count: 100_000))
        #expect(channel.calls == [4, 100_000])
    }

    @Test func goesOnAfterPartialWritesInterruptsAndAFullPipe() throws {
        let channel = ScriptedChannel([2, -Int(EINTR), 3, -Int(EAGAIN), -Int(EWOULDBLOCK), 1])
        let output = Output(channel: channel.channel)
        try output.write("hello world")
        try output.flush()
        #expect(channel.text == "hello world")
        #expect(channel.calls == [11, 9, 9, 6, 6, 6, 5])
        #expect(channel.waits == 2)
    }

    @Test(arguments: [
        (EPIPE, OutputError.closed),
        (ENOSPC, .failed(errno: ENOSPC, message: "no space left on device")),
        (EBADF, .failed(errno: EBADF, message: "bad file descriptor")),
    ])
    func staysFailedAfterTheFirstError(code: Int32, expected: OutputError) throws {
        let channel = ScriptedChannel([3, -Int(code)])
        let output = Output(channel: channel.channel)
        try output.write("first")
        #expect(throws: expected) { try output.flush() }
        #expect(throws: expected) { try output.write("second") }
        #expect(throws: expected) { try output.flush() }
        #expect(channel.text == "fir")
        #expect(channel.calls == [5, 2])
    }

    @Test func takesAWriteOfNothingForAnError() throws {
        let output = Output(channel: ScriptedChannel([0]).channel)
        try output.write("x")
        #expect(throws: OutputError.failed(errno: EIO, message: "input/output error")) { try output.flush() }
    }

    @Test func flushesAtLineEndsWhenAskedTo() throws {
        let channel = ScriptedChannel()
        let output = Output(channel: channel.channel, flushesLines: true)
        try output.write("a")
        try output.write("b\n")
        try output.write("c\nd")
        try output.write("e")
        #expect(channel.calls == [3, 3])
        output.flushesLines = false
        try output.write("f\n")
        #expect(channel.calls == [3, 3])
    }

    @Test func handsTheLastBytesToAReaderThatReads() throws {
        let channel = ScriptedChannel()
        let output = Output(channel: channel.channel)
        try output.write(String(repeating: "x", count: 1_300))
        output.flushForTheLastTime()
        #expect(channel.calls == [512, 512, 276])
        #expect(channel.text.count == 1_300)
    }

    @Test func waitsForNobodyWhoDoesNotReadWhenAllEnds() throws {
        let channel = ScriptedChannel()
        let output = Output(channel: channel.channel)
        try output.write("x")
        channel.sticks()
        output.flushForTheLastTime()
        #expect(channel.calls.isEmpty)
    }

    @Test func writesWhatCameBeforeOnTheOtherOutputFirst() throws {
        let channel = ScriptedChannel()
        let out = Output(channel: channel.channel)
        let err = Output(channel: channel.channel, flushesLines: true, after: out)
        try out.write("result\n")
        try err.write("note\n")
        try out.write("more\n")
        try out.flush()
        #expect(channel.text == "result\nnote\nmore\n")
    }

    @Test func deliversErrorsWhenTheOtherOutputIsGone() throws {
        let errors = ScriptedChannel()
        let out = Output(channel: ScriptedChannel([-Int(EPIPE)]).channel)
        let err = Output(channel: errors.channel, flushesLines: true, after: out)
        try out.write("result\n")
        try err.write("note\n")
        #expect(errors.text == "note\n")
        #expect(throws: OutputError.closed) { try out.flush() }
    }

    @Test func remembersEverythingInMemory() throws {
        let output = Output.memory()
        try output.write("aé")
        try output.write([0xFF, 0x0A])
        try output.write([1, 2, 3, 4][1...2])
        try output.write([UInt8](repeating: 0x7A, count: 70_000))
        #expect(output.bytes == [0x61, 0xC3, 0xA9, 0xFF, 0x0A, 2, 3] + [UInt8](repeating: 0x7A, count: 70_000))
    }

    @Test func keepsTheWritesOfManyTasksWhole() async throws {
        let output = Output.memory()
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<8 {
                group.addTask {
                    for _ in 0..<500 { try? output.write(String(repeating: "\(task)", count: 40) + "\n") }
                }
            }
        }
        let lines = output.text.split(separator: "\n")
        #expect(lines.count == 4_000)
        #expect(lines.allSatisfy { $0.count == 40 && Set($0).count == 1 })
    }
}
