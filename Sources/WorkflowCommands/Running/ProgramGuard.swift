import LocalEngine
import WorkflowAPI

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A process between wfctl and a program that makes credentials, which sees to it that nothing of the program is left.
///
/// All three share the terminal, so that the program can ask something and Ctrl-C reaches everybody. Who shares a group
/// cannot be killed with it; the guard kills by descent instead, as soon as nobody holds its lifeline any more, whatever
/// ended whoever held it.
///
/// ```
/// 3, lifeline: "." once the program may leave something behind; its end, when nothing may be left
/// 4, report:   "ended 3\n", or "failed Exec format error\n"
/// ```
enum ProgramGuard {
    static let command = "__run-program"
    private static let (lifeline, report): (Int32, Int32) = (3, 4)
    private static let release = UInt8(ascii: ".")

    /// The process that carries a call out, with these files.
    static func spawn(
        _ words: [String], file: String, guardian: String, environment: [String: String], folder: String,
        leadership: Spawn.Leadership, files: [FileDescriptor?]
    ) -> Spawn {
        Spawn(
            executable: guardian, arguments: ["wfctl", command, "--", file] + words, environment: environment,
            folder: folder, leadership: leadership, files: files)
    }

    /// Lets the guard go without its killing anybody.
    static func release(_ lifeline: FileDescriptor) { try? lifeline.write([release], path: "the lifeline") }

    /// How the program ended, by the guard's report; nil when the guard has not told.
    static func result(_ report: [UInt8], output: [UInt8]) -> ProgramResult? {
        let words = String(decoding: report, as: UTF8.self).split(separator: "\n").first?
            .split(separator: " ", maxSplits: 1)
        guard let words, words.count == 2 else { return nil }
        if words[0] == "failed" { return .failed(reason: String(words[1])) }
        return Int32(words[1]).map { .ended(status: $0, output: output) }
    }

    /// What `wfctl __run-program -- FILE WORD…` does: runs a program, and returns when nobody needs a guard any more.
    static func main(_ file: String, _ words: [String], environment: [String: String]) throws {
        OwnProgram.showName()
        // Neither the keys that end the program nor being stopped is the end of who has to clean up after it.
        for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTTOU] { signal(number, SIG_IGN) }
        ProcessTree.adoptsOrphans()
        let (lifeline, report) = (FileDescriptor(owning: lifeline), FileDescriptor(owning: report))
        let settings = TerminalSettings()
        do throws(SystemError) {
            let child = try Spawn(
                executable: file, arguments: words, environment: environment, folder: ProgramRunner.workingFolder,
                leadership: .none, files: (0...2).map { FileDescriptor.copy(of: $0) }
            ).start()
            // While this was held here, reading what the program prints would never end.
            close(1)
            try DetachedThread.start { tell("ended \(status(of: child))", to: report) }
        } catch {
            close(1)
            tell("failed \(error.reason)", to: report)
        }
        if try lifeline.read(upTo: 1) == .bytes([release]) { return }
        ProcessTree.killAll()
        settings?.restore()
    }

    private static func tell(_ text: String, to report: FileDescriptor) {
        try? report.write(Array("\(text)\n".utf8), path: "the report")
    }

    /// As shells count: 128 and the signal that ended it.
    private static func status(of child: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { return 128 + SIGKILL }
        }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }
}
