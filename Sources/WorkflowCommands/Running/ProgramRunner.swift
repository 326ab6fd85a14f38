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

    /// No token is larger.
    static let outputLimit = 1 << 20

    func run(_ call: ProgramCall) async throws -> ProgramResult {
        var variables = environment
        for (name, value) in call.variables { variables[name] = value.value }
        let folder = Self.workingFolder
        guard let word = call.words.first,
            let executable = CommandSearch(environment: variables).file(for: word, in: folder)
        else { return .missing }
        do throws(SystemError) {
            let (child, output) = try Self.start(executable, call, variables, in: folder)
            return await Self.end(of: child, output, within: call)
        } catch { return .failed(reason: error.reason) }
    }

    /// The end of the pipe that the program writes to is its own: while we held it, too, reading would never end.
    private static func start(
        _ executable: String, _ call: ProgramCall, _ variables: [String: String], in folder: String
    ) throws(SystemError) -> (child: Int32, output: FileDescriptor) {
        let output = try FileDescriptor.pipe()
        let child = try Spawn(
            executable: executable, arguments: call.words, environment: variables, folder: folder,
            leadership: call.isInteractive ? .none : .group,
            files: [call.isInteractive ? copy(of: 0) : nil, output.write, copy(of: 2)]
        ).start()
        return (child, output.read)
    }

    /// Reads until the program ends, or ends it when its time is up or it prints too much.
    private static func end(of child: Int32, _ output: FileDescriptor, within call: ProgramCall) async -> ProgramResult
    {
        let deadline = ContinuousClock.now + call.timeout
        let program = StartedProgram(child, leadsGroup: !call.isInteractive)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let body: @Sendable () -> Void = {
                    var (bytes, problem) = read(output, until: deadline)
                    // Who prints nothing more may still go on.
                    if problem == nil, !program.ends(by: deadline) { problem = .tookTooLong }
                    if problem != nil { program.kill() }
                    let status = program.status()
                    continuation.resume(returning: problem ?? .ended(status: status, output: bytes))
                }
                do throws(SystemError) {
                    try DetachedThread.start(body)
                } catch { body() }
            }
        } onCancel: {
            program.kill()
        }
    }

    private static func read(
        _ output: FileDescriptor, until deadline: ContinuousClock.Instant
    ) -> (bytes: [UInt8], problem: ProgramResult?) {
        var bytes: [UInt8] = []
        while true {
            let (seconds, attoseconds) = (deadline - .now).components
            let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
            guard milliseconds > 0 else { return (bytes, .tookTooLong) }
            var waiting = pollfd(fd: output.raw, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, Int32(clamping: milliseconds)) > 0 else { continue }
            guard case .bytes(let chunk)? = try? output.read() else { return (bytes, nil) }
            bytes += chunk
            guard bytes.count <= outputLimit else { return ([], .printedTooMuch) }
        }
    }

    private static func copy(of descriptor: Int32) -> FileDescriptor? {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        return copy < 0 ? nil : FileDescriptor(owning: copy)
    }

    static var workingFolder: String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }
}
