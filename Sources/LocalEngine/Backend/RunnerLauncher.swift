/// Starts and ends runners; the only thing that differs between a real run and a test.
package protocol RunnerLauncher: Sendable {
    /// Starts a runner for a run whose lock is held through `lock`, and returns at once.
    ///
    /// The runner must have that very opening of the lock file, until the run is over.
    func launch(_ folder: RunFolder, lock: FileDescriptor) throws(SystemError)
    /// Asks a runner to end, or ends it. `record` is nil while it has not written one.
    func terminate(_ folder: RunFolder, _ record: RunnerRecord?, byForce: Bool)
}
