import DocumentKit

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The runs of this machine, as folders that come and go in one step.
struct RunStore: Sendable {
    let layout: StoreLayout

    /// A run that was just made: nobody else can have its lock.
    struct NewRun {
        var folder: RunFolder
        var lock: FileDescriptor
    }

    /// Puts a workflow into the store; nil when there is one of that name already.
    func create(_ workflow: ValueTree, name: String, namespace: String, id: String) throws(SystemError) -> NewRun? {
        tidyTrash()
        try Files.makeFolders(layout.making)
        let making = try startMaking()
        defer { withExtendedLifetime(making) {} }
        // Built beside the others and moved in whole: no reader ever sees a part of it.
        let made = RunFolder("\(layout.making)/\(id)")
        try Files.makeFolder(made.path)
        do throws(SystemError) {
            try Files.makeFolder(made.logs)
            try Files.makeFolder(made.pods)
            guard let lock = try FileLock.tryAcquire(made.lock, .exclusive, creating: true) else {
                throw SystemError("lock", made.lock, code: EWOULDBLOCK)
            }
            try made.write(workflow)
            try Files.makeFolders(layout.runs(in: namespace))
            let folder = layout.run(name, in: namespace)
            // Never replaces a run: those are folders with something in them.
            if rename(made.path, folder.path) == 0 { return NewRun(folder: folder, lock: lock.file) }
            let error = SystemError("create", folder.path)
            guard [EEXIST, ENOTEMPTY, ENOTDIR].contains(error.code) else { throw error }
            try Files.removeTree(made.path)
            return nil
        } catch {
            try? Files.removeTree(made.path)
            throw error
        }
    }

    /// Whether there is anything of that name, readable or not.
    func folder(_ name: String, in namespace: String) -> RunFolder? {
        guard ObjectName.isName(name), ObjectName.isNamespace(namespace) else { return nil }
        let folder = layout.run(name, in: namespace)
        return Files.stamp(folder.path)?.isFolder == true ? folder : nil
    }

    func namespaces() throws(SystemError) -> [String] {
        try Files.names(in: layout.runs).filter(ObjectName.isNamespace)
    }

    /// Folders of a namespace; what is no folder is nothing of ours.
    func folders(in namespace: String) throws(SystemError) -> [(name: String, folder: RunFolder)] {
        try Files.names(in: layout.runs(in: namespace)).compactMap { name in
            folder(name, in: namespace).map { (name, $0) }
        }
    }

    /// Takes a run out of the store in one step, then removes its files. False when it was gone already.
    func remove(_ folder: RunFolder, id: String) throws(SystemError) -> Bool {
        try Files.makeFolders(layout.trash)
        let trash = "\(layout.trash)/\(id)"
        guard rename(folder.path, trash) == 0 else {
            if errno == ENOENT { return false }
            throw SystemError("remove", folder.path)
        }
        try Files.removeTree(trash)
        return true
    }

    /// Holds off the sweeping of `making` until the result is let go.
    ///
    /// Whoever finds nobody there sweeps first: what there is was left by commands that were killed.
    private func startMaking() throws(SystemError) -> FileLock {
        if let lock = try FileLock.tryAcquire(layout.makingLock, .exclusive, creating: true) {
            for name in (try? Files.names(in: layout.making)) ?? [] {
                try? Files.removeTree("\(layout.making)/\(name)")
            }
            withExtendedLifetime(lock) {}
        }
        return try FileLock.acquire(layout.makingLock, .shared)
    }

    /// Removes what commands that were killed left half removed, an hour later: another may still be at it.
    private func tidyTrash() {
        let limit = time(nil) - 3600
        for name in (try? Files.names(in: layout.trash)) ?? [] {
            let path = "\(layout.trash)/\(name)"
            if let stamp = Files.stamp(path), stamp.seconds < limit { try? Files.removeTree(path) }
        }
    }
}
