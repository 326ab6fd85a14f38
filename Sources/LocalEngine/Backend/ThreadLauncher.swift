import Synchronization

/// Runs runners as threads of this process: they end with it. For tests, and for whoever stays until the end anyway.
package final class ThreadLauncher: RunnerLauncher {
    private let environment: [String: String]
    private let settings: RunnerSettings
    private let interrupts = Mutex<[RunFolder: RunInterrupt]>([:])

    package init(environment: [String: String], settings: RunnerSettings = RunnerSettings()) {
        self.environment = environment
        self.settings = settings
    }

    package func launch(_ folder: RunFolder, lock: FileDescriptor) throws(SystemError) {
        let interrupt = try RunInterrupt()
        interrupts.withLock { $0[folder] = interrupt }
        try DetachedThread.start { [self] in
            do throws(RunnerFailure) {
                try LocalRunner.run(
                    folder, holding: lock, environment: environment, interrupt: interrupt, settings: settings)
            } catch {
                try? Files.write(Array("\(error.message)\n".utf8), atomicallyTo: folder.runnerLog)
            }
            interrupts.withLock { $0[folder] = nil }
        }
    }

    package func terminate(_ folder: RunFolder, _ record: RunnerRecord?, byForce: Bool) {
        interrupts.withLock { $0[folder] }?.request()
    }
}
