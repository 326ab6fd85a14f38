import LocalEngine
import WorkflowAPI

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Runs the programs that make credentials: their output is ours alone, their messages and questions are the user's.
struct ProgramRunner: Sendable {
    let environment: [String: String]
    /// The file of wfctl, which guards what it starts.
    let guardian: String
    /// Whether programs may write to the user and ask something; without, they have no terminal at all.
    var hasTerminal = true

    /// No token is larger.
    static let outputLimit = 1 << 20

    func run(_ call: ProgramCall) async throws -> ProgramResult {
        var variables = environment
        for (name, value) in call.variables { variables[name] = value.value }
        let folder = Self.workingFolder
        guard let word = call.words.first,
            let file = CommandSearch(environment: variables).file(for: word, in: folder)
        else { return .missing }
        let result: ProgramResult
        do throws(SystemError) {
            let program = try GuardedProgram { lifeline, output, report in
                ProgramGuard.spawn(
                    call.words, file: file, guardian: guardian, environment: variables, folder: folder,
                    leadership: hasTerminal ? .none : .session,
                    files: [
                        call.isInteractive ? .copy(of: 0) : nil, output, hasTerminal ? .copy(of: 2) : nil, lifeline,
                        report,
                    ])
            }
            result = await Self.end(of: program, by: .now + call.timeout)
        } catch { return .failed(reason: error.reason) }
        // Ctrl-C reached it as well as us, who may hear of its end before we are told.
        if case .ended(128 + SIGINT, _) = result { throw CancellationError() }
        return result
    }

    /// Reads until the program ends, or ends it when its time is up or it prints too much.
    private static func end(
        of program: GuardedProgram, by deadline: ContinuousClock.Instant
    ) async -> ProgramResult {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let body: @Sendable () -> Void = {
                    let result = result(of: program, by: deadline)
                    if case .ended = result { program.release() } else { program.kill() }
                    program.wait()
                    continuation.resume(returning: result)
                }
                do throws(SystemError) {
                    try DetachedThread.start(body)
                } catch { body() }
            }
        } onCancel: {
            program.kill()
        }
    }

    private static func result(of program: GuardedProgram, by deadline: ContinuousClock.Instant) -> ProgramResult {
        let (output, isInTime) = read(program.output, until: deadline) { $0.count > outputLimit }
        guard output.count <= outputLimit else { return .printedTooMuch }
        guard isInTime else { return .tookTooLong }
        // Who prints nothing more may still go on.
        let (report, isReported) = read(program.report, until: deadline) { $0.last == UInt8(ascii: "\n") }
        guard isReported else { return .tookTooLong }
        // A guard that does not say was killed, as the program is then.
        return ProgramGuard.result(report, output: output) ?? .ended(status: 128 + SIGKILL, output: [])
    }

    /// Reads to the end, or until it is enough.
    private static func read(
        _ file: FileDescriptor, until deadline: ContinuousClock.Instant, orUntil isEnough: ([UInt8]) -> Bool
    ) -> (bytes: [UInt8], isInTime: Bool) {
        var bytes: [UInt8] = []
        while !isEnough(bytes) {
            let (seconds, attoseconds) = (deadline - .now).components
            let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
            guard milliseconds > 0 else { return (bytes, false) }
            var waiting = pollfd(fd: file.raw, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, Int32(clamping: milliseconds)) > 0 else { continue }
            guard case .bytes(let chunk)? = try? file.read() else { break }
            bytes += chunk
        }
        return (bytes, true)
    }

    static var workingFolder: String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }
}
