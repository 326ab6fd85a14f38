#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The file and the name of the program that runs now.
package enum OwnProgram {
    /// `name` is what it was called by, which may be a word that was found in `PATH`.
    package static func path(startedAs name: String, environment: [String: String]) -> String {
        // In a process that is being started this still means the program of the one that starts it, even if its
        // file was replaced or removed meanwhile.
        let own = "/proc/self/exe"
        if Files.isExecutable(own) { return own }
        return CommandSearch(environment: environment).file(for: name, in: ".") ?? name
    }

    /// What it was called by, without folders: `wfctl`, or the name of a link to it.
    package static func name(startedAs name: String) -> String {
        name.split(separator: "/").last.map(String.init) ?? "wfctl"
    }

    /// Has the kernel show the first word of the command line too, where it would say `exe` after `/proc/self/exe`.
    package static func showName() {
        guard let first = CommandLine.arguments.first,
            let file = try? FileDescriptor.open("/proc/self/comm", O_WRONLY)
        else { return }
        try? file.write(Array(name(startedAs: first).utf8), path: "/proc/self/comm")
    }
}
