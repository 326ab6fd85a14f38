import DocumentKit
import WorkflowModel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads a run as it is to be shown: also when its runner was killed, or its files are no longer what they were.
struct RunReading: Sendable {
    let folder: RunFolder
    let namespace: String
    let name: String

    /// nil when the run is gone, or ends only because somebody removes it.
    func read() -> Workflow? {
        guard let workflow = readDocument() else { return nil }
        if workflow.isFinished { return isBeingDeleted ? nil : workflow }
        guard case .nobody(let lock) = holder else { return workflow }
        // It may have come to its end between the two looks.
        guard let workflow = readDocument(), !isBeingDeleted else { return nil }
        return workflow.isFinished ? workflow : broken(workflow, lock)
    }

    /// Whether somebody holds the lock: the runner, or whoever is about to start it.
    var isRunning: Bool { if case .somebody = holder { true } else { false } }

    /// The mark counts for as long as whoever set it lives; what is gone by now was being deleted.
    private var isBeingDeleted: Bool {
        var isMarked = false
        do throws(SystemError) { isMarked = try FileLock.tryAcquire(folder.deletion, .shared) == nil } catch {}
        return isMarked || Files.stamp(folder.path) == nil
    }

    private enum Holder {
        case somebody
        /// With the shared lock that tells it; nil when there is no lock to be had.
        case nobody(FileLock?)
    }

    private var holder: Holder {
        do throws(SystemError) {
            return try FileLock.tryAcquire(folder.lock, .shared).map { .nobody($0) } ?? .somebody
        } catch {
            // Without a lock file nobody holds it; if we may not look, nothing is known against the runner.
            return error.code == ENOENT ? .nobody(nil) : .somebody
        }
    }

    private func readDocument() -> Workflow? {
        do throws(SystemError) {
            let bytes = try Files.read(folder.document, limit: Int(Int32.max))
            do throws(DocumentError) {
                let workflow = Workflow(try JSONReader.read(bytes).root)
                if workflow.name == name && workflow.namespace == namespace { return workflow }
                return unreadable("it is not about this workflow")
            } catch {
                return unreadable("line \(error.position.line), column \(error.position.column): \(error.message)")
            }
        } catch {
            if error.code == ENOENT && Files.stamp(folder.path) == nil { return nil }
            return unreadable(error.reason)
        }
    }

    /// Stands for a run whose document cannot be read.
    private func unreadable(_ reason: String) -> Workflow {
        let created = Files.stamp(folder.path).map { Timestamp(seconds: Int64($0.seconds)) } ?? .epoch
        var tree: ValueTree = [
            "apiVersion": "argoproj.io/v1alpha1", "kind": "Workflow",
            "metadata": [
                "name": .string(name), "namespace": .string(namespace),
                "creationTimestamp": .string(created.documentText),
            ],
            "status": [
                "phase": "Error", "startedAt": .string(created.documentText),
                "finishedAt": .string(created.documentText),
                "message": .string("cannot read '\(folder.document)': \(reason)"),
            ],
        ]
        StatusDocument.label(&tree, phase: "Error", isFinished: true)
        return Workflow(tree.document().root)
    }

    /// A run that nobody carries on: its processes are killed and its end is written down, by whoever may.
    private func broken(_ workflow: Workflow, _ lock: FileLock?) -> Workflow {
        // Of several readers at once one is enough; without a lock file there is nobody to meet.
        let isMine = lock?.makeExclusive() ?? true
        defer { withExtendedLifetime(lock) {} }
        var killed = 0
        if isMine {
            let ledger = ProcessLedger(reading: folder.processes)
            killed = ledger.killAll()
            ledger.erase()
        }
        let tree = BrokenRun(folder: folder, killedGroups: killed).document(of: ValueTree(workflow.document))
        if isMine { try? folder.write(tree) }
        return Workflow(tree.document().root)
    }
}
