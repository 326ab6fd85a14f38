import DocumentKit
import WorkflowAPI
package import WorkflowModel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The runner as a process: what `wfctl __run-local FOLDER` does.
package enum LocalRunner {
    /// Where the lock of the run is handed over.
    static let lockDescriptor: Int32 = 3

    /// Carries out the run of a folder. Returns the exit status: 0 unless the end could not be written down;
    /// what went wrong is written to stderr, which is the run's `runner.log`.
    package static func main(folder path: String, environment: [String: String]) -> Int32 {
        OwnProgram.showName()
        let folder = RunFolder(path)
        do throws(RunnerFailure) {
            let lock = try takeLock(of: folder)
            let interrupt = try RunnerFailure.wrap { () throws(SystemError) in try RunInterrupt() }
            interrupt.followSignals()
            try run(folder, holding: lock, environment: environment, interrupt: interrupt)
            return 0
        } catch {
            let message = Array("\(error.message)\n".utf8)
            _ = message.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
            return 1
        }
    }

    /// The same within this process, for whoever has the lock already.
    package static func run(
        _ folder: RunFolder, holding lock: FileDescriptor, environment: [String: String], interrupt: RunInterrupt,
        settings: RunnerSettings = RunnerSettings(), now: @escaping @Sendable () -> Timestamp = WallClock.now
    ) throws(RunnerFailure) {
        defer { withExtendedLifetime(lock) {} }
        let workflow: ValueTree
        do {
            workflow = ValueTree(try JSONReader.read(Files.read(folder.document)).root)
        } catch {
            throw RunnerFailure(message: "cannot read '\(folder.document)': \(error)")
        }
        let (plan, report) = PlanReader(stored: StoredSpec.templates(in: workflow)).read(StoredSpec.effective(workflow))
        guard let plan else {
            throw RunnerFailure(message: report.problems.map(\.description).joined(separator: "; "))
        }
        try RunnerFailure.wrap { () throws(SystemError) in
            try RunnerRecord(process: .current).write(to: folder)
            var runner = Runner(
                workflow, plan: plan, in: folder, environment: environment, settings: settings,
                interrupt: interrupt, now: now)
            try runner.run()
        }
    }

    /// The lock that whoever started this process had taken, or a new one.
    private static func takeLock(of folder: RunFolder) throws(RunnerFailure) -> FileDescriptor {
        var inherited = stat()
        if fstat(lockDescriptor, &inherited) == 0, let own = Files.stamp(folder.lock),
            own.inode == UInt64(inherited.st_ino)
        {
            _ = fcntl(lockDescriptor, F_SETFD, FD_CLOEXEC)
            return FileDescriptor(owning: lockDescriptor)
        }
        let lock = try RunnerFailure.wrap { () throws(SystemError) in
            try FileLock.tryAcquire(folder.lock, .exclusive)
        }
        guard let lock else { throw RunnerFailure(message: "another runner has '\(folder.path)'") }
        return lock.file
    }
}

/// Why a runner could not do its work, in one line.
package struct RunnerFailure: Error, Sendable {
    package var message: String

    static func wrap<Result>(_ body: () throws(SystemError) -> Result) throws(RunnerFailure) -> Result {
        do throws(SystemError) {
            return try body()
        } catch {
            throw RunnerFailure(message: error.description)
        }
    }
}
