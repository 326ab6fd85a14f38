import Foundation

/// Types into an interactive shell on a pseudo terminal, so that the shell's own line editor completes.
struct Typist {
    /// A folder with files to complete, a `bin` with a stub tool, and what that wrote.
    let home: URL

    /// The stub answers `__complete` with four names and writes down every other command line.
    init() throws {
        home = FileManager.default.temporaryDirectory.appending(path: "typist-\(UUID().uuidString)")
        let work = home.appending(path: "work")
        try FileManager.default.createDirectory(
            at: work.appending(path: "sub dir"), withIntermediateDirectories: true)
        for file in ["a.json", "b c.yaml", "notes.txt", "sub dir/inner.yaml"] {
            try Data().write(to: work.appending(path: file))
        }
        let bin = home.appending(path: "bin")
        try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
        let stub = """
            #!/bin/sh
            log=\(home.path)/ran
            [ "$1" = __complete ] && log=\(home.path)/asked
            for word; do printf '<%s>' "$word"; done >> "$log"
            echo >> "$log"
            if [ "$1" = __complete ]; then
                printf 'noise\\n' >&2
                printf 'prod\\tthe real one\\nstaging\\n@latest\\n$(touch %s/hacked)\\n' '\(home.path)'
            fi
            """
        let tool = bin.appending(path: "tool")
        try Data(stub.utf8).write(to: tool)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool.path)
    }

    /// Runs `shell`, types `lines` (each ended by Tab and Return), and returns the command lines the tool was run with.
    func type(_ lines: [String], setup: String, into shell: [String]) throws -> [String] {
        let (main, terminal) = try Self.openPseudoTerminal()
        defer { close(main) }

        let process = Process()
        process.executableURL = URL(filePath: shell[0])
        process.arguments = Array(shell.dropFirst())
        process.currentDirectoryURL = home.appending(path: "work")
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        process.environment = [
            "PATH": home.appending(path: "bin").path + ":" + path, "HOME": home.path, "TERM": "dumb",
            "INPUTRC": "/dev/null", "LC_ALL": "C.UTF-8",
        ]
        let handle = FileHandle(fileDescriptor: terminal, closeOnDealloc: false)
        process.standardInput = handle
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        close(terminal)

        let input = Array((setup + "\n" + lines.map { $0 + "\t\n" }.joined() + "exit\n").utf8)
        guard Foundation.write(main, input, input.count) == input.count else { throw POSIXError(.EIO) }
        // The shell's echo must be read, or it would wait for a reader; the read fails once the shell is gone.
        var buffer = [UInt8](repeating: 0, count: 4096)
        while read(main, &buffer, buffer.count) > 0 {}
        process.waitUntilExit()
        return log("ran")
    }

    /// The lines the stub wrote: `ran` or `asked`.
    func log(_ name: String) -> [String] {
        let text = (try? String(contentsOf: home.appending(path: name), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    var wasHacked: Bool { FileManager.default.fileExists(atPath: home.appending(path: "hacked").path) }

    func write(_ script: String, as name: String) throws -> String {
        let file = home.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(script.utf8).write(to: file)
        return file.path
    }

    /// Both ends of a new pseudo terminal: ours, and the one a shell sits at.
    private static func openPseudoTerminal() throws -> (main: Int32, terminal: Int32) {
        #if os(Linux)
            let main = open("/dev/ptmx", O_RDWR | O_NOCTTY)
            var lock: CInt = 0
            var number: CInt = 0
            // TIOCSPTLCK and TIOCGPTN; Glibc's module does not show posix_openpt and its kin.
            guard main >= 0, ioctl(main, 0x4004_5431, &lock) == 0, ioctl(main, 0x8004_5430, &number) == 0 else {
                throw POSIXError(.ENXIO)
            }
            let device = "/dev/pts/\(number)"
        #else
            let main = posix_openpt(O_RDWR | O_NOCTTY)
            guard main >= 0, grantpt(main) == 0, unlockpt(main) == 0, let name = ptsname(main) else {
                throw POSIXError(.ENXIO)
            }
            let device = String(cString: name)
        #endif
        let terminal = open(device, O_RDWR | O_NOCTTY)
        guard terminal >= 0 else { throw POSIXError(.ENXIO) }
        return (main, terminal)
    }

    func remove() { try? FileManager.default.removeItem(at: home) }

    /// The first of the usual places that has `shell`.
    static func find(_ shell: String) -> String? {
        ["/bin/", "/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + shell }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
