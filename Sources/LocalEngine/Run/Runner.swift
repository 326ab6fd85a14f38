import DocumentKit
import WorkflowModel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Carries out one run: asks the state machine what to start, starts it, and tells it what ended.
///
/// One thread, one `poll`. Only the wait for a process to end blocks, so each has a small thread for that, which
/// writes the process's number into the pipe that this loop reads.
struct Runner {
    private let folder: RunFolder
    private let environment: [String: String]
    private let settings: RunnerSettings
    private let interrupt: RunInterrupt
    private let now: @Sendable () -> Timestamp

    private var state: RunState
    private var status: StatusDocument
    private var ledger: ProcessLedger
    private var pods: [Int32: PodProcess] = [:]
    private let startedAt: Timestamp
    private let deadline: ContinuousClock.Instant?
    private var nextWrite = ContinuousClock.now
    private var nextHeartbeat = ContinuousClock.now
    private var isDirty = true
    private var isSuspended = false

    init(
        _ workflow: ValueTree, plan: Plan, in folder: RunFolder, environment: [String: String],
        settings: RunnerSettings, interrupt: RunInterrupt, now: @escaping @Sendable () -> Timestamp
    ) {
        self.folder = folder
        self.environment = environment
        self.settings = settings
        self.interrupt = interrupt
        self.now = now
        state = RunState(plan: plan, workflow: workflow["metadata"]?["name"]?.string ?? "")
        status = StatusDocument(workflow)
        ledger = ProcessLedger(folder.processes)
        startedAt = now()
        deadline = plan.deadline.map { .now + .seconds($0) }
    }

    /// Runs to the end; an error means that the end could not be written down.
    mutating func run() throws(SystemError) {
        let orphanGuard = try OrphanGuard(ledger: ledger)
        defer { orphanGuard.dismiss() }
        state.begin(at: now())
        while !state.isFinished {
            startPods()
            writeStatusIfDue()
            waitForEvents()
            stopIfDue()
            showLifeIfDue()
        }
        ledger.erase()
        try folder.write(status.update(&state, startedAt: startedAt))
    }

    // MARK: Starting

    private mutating func startPods() {
        noteSuspension()
        while !isSuspended, pods.count < settings.parallelism, let order = state.nextOrder(at: now()) {
            isDirty = true
            let pod: PodProcess
            do throws(SystemError) {
                pod = try PodProcess(order, in: folder, environment: environment)
            } catch {
                state.finished(order.node, PodResult(phase: .error, message: error.description), at: now())
                continue
            }
            ledger.add(pod.pid)
            pods[pod.pid] = pod
            state.started(order.node)
            do throws(SystemError) {
                try awaitEnd(of: pod.pid)
            } catch {
                // Without a thread nobody would hear of its end, so that is now.
                pods[pod.pid]?.requestStop(.error, error.description, grace: .zero)
                pod.killGroup()
                finish(pod.pid)
            }
        }
    }

    /// The order to start nothing new holds as long as its file is there.
    private mutating func noteSuspension() {
        let isOrdered = state.stopReason == nil && Files.stamp(folder.suspendOrder) != nil
        guard isOrdered != isSuspended else { return }
        isSuspended = isOrdered
        status.suspend(isOrdered)
        isDirty = true
    }

    /// Has a thread report the process's end. It stays a zombie until the loop has taken note of it.
    private func awaitEnd(of pid: Int32) throws(SystemError) {
        let report = interrupt.wake.write
        try DetachedThread.start {
            var info = siginfo_t()
            while waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) != 0 && errno == EINTR {}
            var message = pid
            _ = write(report.raw, &message, MemoryLayout<Int32>.size)
        }
    }

    // MARK: Waiting

    private mutating func waitForEvents() {
        guard !state.isFinished else { return }
        var sources: [(pid: Int32, stream: LogStream)] = []
        var polled = [pollfd(fd: interrupt.wake.read.raw, events: Int16(POLLIN), revents: 0)]
        for (pid, pod) in pods.sorted(by: { $0.key < $1.key }) {
            for stream in LogStream.allCases {
                guard let file = pod.outputs[stream] else { continue }
                polled.append(pollfd(fd: file.raw, events: Int16(POLLIN), revents: 0))
                sources.append((pid, stream))
            }
        }
        guard poll(&polled, nfds_t(polled.count), timeout()) > 0 else { return }
        let time = now()
        for (source, entry) in zip(sources, polled.dropFirst()) where entry.revents != 0 {
            pods[source.pid]?.read(source.stream, at: time)
        }
        if polled[0].revents != 0 { takeMessages() }
    }

    /// Milliseconds until something must be done without being told.
    private func timeout() -> Int32 {
        var first = nextHeartbeat
        for moment in pods.values.compactMap(\.nextMoment) { first = min(first, moment) }
        if let deadline, state.stopReason == nil { first = min(first, deadline) }
        if isDirty { first = min(first, nextWrite) }
        // Nobody says when the order is withdrawn.
        if isSuspended { first = min(first, .now + .milliseconds(100)) }
        let (seconds, attoseconds) = (first - .now).components
        let milliseconds = seconds.multipliedReportingOverflow(by: 1000)
        if milliseconds.overflow || milliseconds.partialValue > 3_600_000 { return 3_600_000 }
        return Int32(max(0, milliseconds.partialValue + attoseconds / 1_000_000_000_000_000 + 1))
    }

    private mutating func takeMessages() {
        while case .bytes(let bytes) = try? interrupt.wake.read.read(upTo: 4096) {
            for start in stride(from: 0, to: bytes.count - 3, by: 4) {
                let pid = bytes[start..<(start + 4)].withUnsafeBytes { $0.loadUnaligned(as: Int32.self) }
                if pid < 0 { interrupt.noteSignal() } else if pid > 0 { finish(pid) }
            }
        }
    }

    private mutating func finish(_ pid: Int32) {
        guard var pod = pods.removeValue(forKey: pid) else { return }
        pod.killGroup()
        ledger.remove(pid)
        let time = now()
        state.finished(pod.order.node, pod.result(at: time), at: time)
        isDirty = true
    }

    // MARK: Stopping

    private mutating func stopIfDue() {
        let moment = ContinuousClock.now
        let grace = settings.grace
        for pid in pods.keys.sorted() { pods[pid]?.enforce(at: moment, grace: grace) }
        if let deadline, moment >= deadline {
            stop(.init(phase: .failed, message: "Step exceeded its deadline"))
        } else if let strategy = stopOrder {
            stop(.init(phase: .failed, message: "Stopped with strategy '\(strategy)'"))
            status.shutDown(strategy)
        } else if interrupt.isRequested {
            stop(.init(phase: .error, message: "the runner was told to stop"))
        }
    }

    /// An order to stop is a file, so that none is lost on a runner that only just begins.
    private var stopOrder: String? {
        guard state.stopReason == nil, interrupt.isRequested || ContinuousClock.now >= nextHeartbeat,
            let word = try? Files.read(folder.stopOrder)
        else { return nil }
        return String(decoding: word, as: UTF8.self)
    }

    private mutating func stop(_ reason: RunState.StopReason) {
        guard state.stopReason == nil else { return }
        isDirty = true
        let grace = settings.grace
        for pid in pods.keys.sorted() { pods[pid]?.requestStop(reason.phase, reason.message, grace: grace) }
        state.stop(reason, at: now())
    }

    // MARK: Status

    /// Marks its lock with the time. Steps may be silent for hours, and a runner that is killed says nothing any more.
    private mutating func showLifeIfDue() {
        let moment = ContinuousClock.now
        guard moment >= nextHeartbeat else { return }
        Files.touch(folder.lock)
        nextHeartbeat = moment + settings.heartbeat
    }

    private mutating func writeStatusIfDue() {
        let start = ContinuousClock.now
        guard isDirty, start >= nextWrite, !state.isFinished else { return }
        isDirty = false
        // A full disk may have room again later; only the last write must succeed.
        let isWritten = (try? folder.write(status.update(&state, startedAt: startedAt))) != nil
        isDirty = !isWritten
        // A status of thousands of nodes takes a while to write: never more than a tenth of the time.
        let end = ContinuousClock.now
        nextWrite = end + max(settings.statusInterval, (end - start) * 9)
    }
}
