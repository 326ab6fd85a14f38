import Synchronization
import Testing

@testable import TerminalKit

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct OutputDescriptorTests {
    @Test func reportsAReaderThatWentAway() throws {
        Output.reportsClosedPipes()
        var ends: [Int32] = [-1, -1]
        #if canImport(Glibc)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        try #require(socketpair(AF_UNIX, stream, 0, &ends) == 0)
        defer { for end in ends { close(end) } }
        // Unlike a pipe it is shut for everybody, also for processes that other tests start meanwhile.
        shutdown(ends[0], Int32(SHUT_RDWR))
        let output = Output(fileDescriptor: ends[1])
        try output.write("into the void")
        #expect(throws: OutputError.closed) { try output.flush() }
    }

    @Test func waitsForAReaderThatIsSlowerThanANonBlockingPipe() throws {
        let (reading, writing) = try makePipe()
        defer { close(reading) }
        #expect(fcntl(writing, F_SETFL, fcntl(writing, F_GETFL) | O_NONBLOCK) == 0)
        let sent = (0..<500_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        let received = Mutex<[UInt8]>([])
        let channel = Channel.descriptor(writing)
        let output = Output(
            channel: Channel(
                write: channel.write,
                waitUntilWritable: { milliseconds in
                    // The reader only ever reads when the writer must wait for it.
                    received.withLock { $0 += readSome(reading) }
                    return channel.waitUntilWritable(milliseconds)
                }))
        try output.write(sent)
        try output.flush()
        close(writing)
        while case let rest = readSome(reading), !rest.isEmpty { received.withLock { $0 += rest } }
        #expect(received.withLock { $0 } == sent)
    }

    @Test(.enabled(if: access("/dev/full", W_OK) == 0, "there is no /dev/full here"))
    func reportsAFullDisk() throws {
        let descriptor = open("/dev/full", O_WRONLY)
        defer { close(descriptor) }
        let output = Output(fileDescriptor: descriptor)
        try output.write("x")
        #expect(throws: OutputError.failed(errno: ENOSPC, message: "no space left on device")) {
            try output.flush()
        }
    }

    @Test func reportsADescriptorThatIsNotOpen() throws {
        let output = Output(fileDescriptor: -1)
        try output.write("x")
        #expect(throws: OutputError.failed(errno: EBADF, message: "bad file descriptor")) { try output.flush() }
    }

    private func makePipe() throws -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        return (ends[0], ends[1])
    }
}

private func readSome(_ descriptor: Int32) -> [UInt8] {
    var piece = [UInt8](repeating: 0, count: 10_000)
    let count = read(descriptor, &piece, piece.count)
    return Array(piece[..<max(0, count)])
}
