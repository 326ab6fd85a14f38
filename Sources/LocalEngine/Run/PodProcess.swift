#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import WorkflowModel

/// One process of a run: started, read from, stopped, and judged at its end.
struct PodProcess {
    /// Why it is being stopped before its own end.
    struct Stop {
        var phase: NodePhase
        var message: String
        /// When it is killed if it has not gone by itself.
        var killAt: ContinuousClock.Instant
    }

    let order: PodOrder
    let pid: Int32
    let folder: PodFolder
    let deadline: ContinuousClock.Instant?
    private(set) var outputs: [LogStream: FileDescriptor]
    private var log: LogFile
    private var capture: ResultCapture?
    private(set) var stop: Stop?
    private var isKilled = false
    /// The first thing that went wrong with its log.
    private var logError: SystemError?

    /// Starts it; everything that keeps it from starting is said in the error.
    init(_ order: PodOrder, in run: RunFolder, environment: [String: String]) throws(SystemError) {
        self.order = order
        folder = try PodFolder(order.podName, in: run)
        log = try LogFile(run.logFile(pod: order.podName))
        capture = order.keepsResult ? ResultCapture() : nil

        var environment = environment
        environment["TMPDIR"] = folder.temporary
        for variable in order.environment { environment[variable.name] = variable.value }
        let workingFolder = folder.place(order.folder ?? ".")
        environment["PWD"] = workingFolder
        var arguments = order.command + order.arguments
        if let script = order.script { arguments.append(try folder.write(script: script)) }
        let command = arguments.first ?? ""
        guard let file = CommandSearch(environment: environment).file(for: command, in: workingFolder) else {
            throw SystemError("start", command, code: ENOENT)
        }
        let output = try FileDescriptor.pipe()
        let errors = try FileDescriptor.pipe()
        pid = try Spawn(
            executable: file, arguments: arguments, environment: environment, folder: workingFolder,
            files: [nil, output.write, errors.write]
        ).start()
        output.read.setNonBlocking()
        errors.read.setNonBlocking()
        outputs = [.stdout: output.read, .stderr: errors.read]
        deadline = order.deadline.map { .now + .seconds($0) }
    }

    // MARK: Output

    /// Takes one block of what is there to read; nil when there is nothing more, now or ever.
    @discardableResult
    mutating func read(_ stream: LogStream, at time: Timestamp) -> Int? {
        switch try? outputs[stream]?.read() {
        case .bytes(let bytes):
            if stream == .stdout { capture?.append(bytes) }
            keepError { log throws(SystemError) in try log.append(bytes, from: stream, at: time) }
            return bytes.count
        case .nothing: return nil
        case .end, nil:
            outputs[stream] = nil
            return nil
        }
    }

    private mutating func keepError(_ body: (inout LogFile) throws(SystemError) -> Void) {
        do throws(SystemError) {
            try body(&log)
        } catch {
            logError = logError ?? error
        }
    }

    // MARK: Stopping

    /// Asks it to end, and sets when it is made to.
    mutating func requestStop(_ phase: NodePhase, _ message: String, grace: Duration) {
        guard stop == nil else { return }
        stop = Stop(phase: phase, message: message, killAt: .now + grace)
        kill(-pid, SIGTERM)
    }

    /// The next moment at which something must be done about it.
    var nextMoment: ContinuousClock.Instant? { isKilled ? nil : stop?.killAt ?? deadline }

    mutating func enforce(at now: ContinuousClock.Instant, grace: Duration) {
        if let stop {
            if now >= stop.killAt && !isKilled {
                isKilled = true
                kill(-pid, SIGKILL)
            }
        } else if let deadline, now >= deadline {
            requestStop(.failed, "Pod was active on the node longer than the specified deadline", grace: grace)
        }
    }

    // MARK: The end

    /// Kills what it left behind in its group, as the end of a container would.
    ///
    /// The process itself must not have been waited for yet: until then nobody else can get its number.
    func killGroup() { kill(-pid, SIGKILL) }

    /// Waits for the process, which is over, and says what came of it.
    mutating func result(at time: Timestamp) -> PodResult {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        // A pipe holds a megabyte at most. A process that left the group may go on writing for ever; nothing of that
        // belongs to this pod.
        for stream in LogStream.allCases {
            for _ in 0..<16 { if read(stream, at: time) == nil { break } }
        }
        outputs = [:]
        keepError { log throws(SystemError) in try log.close(at: time) }
        return judge(ExitStatus(waitStatus: status))
    }

    private func judge(_ status: ExitStatus) -> PodResult {
        var result = PodResult(phase: .succeeded, exitCode: status.code, result: capture?.text)
        if let stop {
            (result.phase, result.message) = (stop.phase, stop.message)
        } else if status.code != 0 {
            (result.phase, result.message) = (.failed, "main: Error (exit code \(status.code))")
        } else if let logError {
            (result.phase, result.message) = (.error, logError.description)
        } else {
            do throws(OutputFile.Failure) {
                result.parameters = try OutputFile.read(order.outputs, in: folder)
            } catch {
                (result.phase, result.message) = (.error, error.message)
            }
        }
        return result
    }
}
