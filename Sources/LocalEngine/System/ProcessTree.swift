#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The processes that this one has started, and all that those have started.
package enum ProcessTree {
    /// Has orphans among them become children of this process, where the system can do that: none gets lost.
    package static func adoptsOrphans() {
        #if canImport(Glibc)
            typealias Control = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
            // Variadic in C, which Swift does not import.
            guard let symbol = dlsym(nil, "prctl") else { return }
            let setChildSubreaper: Int32 = 36
            _ = unsafeBitCast(symbol, to: Control.self)(setChildSubreaper, 1, 0, 0, 0)
        #endif
    }

    /// Kills them all and waits until none is left; gives up on those that listen to nobody.
    ///
    /// One round is not enough: processes have children until they are killed.
    package static func killAll() {
        for _ in 0..<roundLimit {
            for process in descendants() { kill(process, SIGKILL) }
            while waitpid(-1, nil, WNOHANG) > 0 {}
            guard waitpid(-1, nil, WNOHANG) == 0 else { return }
            usleep(1_000)
        }
    }

    /// About two seconds.
    private static let roundLimit = 1_000

    private static func descendants() -> [Int32] {
        let children = children()
        var (found, index) = (children[getpid()] ?? [], 0)
        while index < found.count {
            found += children[found[index]] ?? []
            index += 1
        }
        return found
    }

    #if canImport(Glibc)
        /// Of every process.
        private static func children() -> [Int32: [Int32]] {
            var children: [Int32: [Int32]] = [:]
            for process in ((try? Files.names(in: "/proc")) ?? []).compactMap({ Int32($0) }) {
                if let parent = ProcessStamp.parent(of: process) { children[parent, default: []].append(process) }
            }
            return children
        }
    #else
        private static func children() -> [Int32: [Int32]] {
            var (children, rest): ([Int32: [Int32]], [Int32]) = ([:], [getpid()])
            while let process = rest.popLast(), children[process] == nil {
                var found = [Int32](repeating: 0, count: 4_096)
                let count = proc_listchildpids(process, &found, Int32(found.count * MemoryLayout<Int32>.size))
                children[process] = Array(found.prefix(Int(max(count, 0))))
                rest += children[process] ?? []
            }
            return children
        }
    #endif
}
