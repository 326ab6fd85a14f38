#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A terminal that a test types at and reads from, for a program at its other end.
package final class PseudoTerminal: Sendable {
    package struct Failure: Error {}

    /// Where the test reads and writes.
    let person: Int32
    /// The device that a program opens as its terminal.
    let path: String

    package init(columns: UInt16, rows: UInt16 = 24) throws {
        person = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard person >= 0 else { throw Failure() }
        var size = winsize()
        size.ws_row = rows
        size.ws_col = columns
        #if canImport(Glibc)
            // TIOCSPTLCK and TIOCGPTN of Linux: unlock the other end, ask for its number.
            var isLocked: Int32 = 0
            var number: UInt32 = 0
            path =
                ioctl(person, 0x4004_5431, &isLocked) == 0 && ioctl(person, 0x8004_5430, &number) == 0
                ? "/dev/pts/\(number)" : ""
        #else
            let name = grantpt(person) == 0 && unlockpt(person) == 0 ? ptsname(person) : nil
            path = name.map { String(cString: $0) } ?? ""
        #endif
        guard !path.isEmpty, ioctl(person, UInt(TIOCSWINSZ), &size) == 0 else {
            close(person)
            throw Failure()
        }
    }

    deinit { close(person) }

    /// Makes it another size, as somebody does who drags its window.
    package func resize(columns: UInt16, rows: UInt16) {
        var size = winsize()
        size.ws_row = rows
        size.ws_col = columns
        _ = ioctl(person, UInt(TIOCSWINSZ), &size)
    }

    /// Types a text: `\n` is the return key, `\u{3}` Ctrl-C, `\u{4}` Ctrl-D.
    func type(_ text: String) {
        _ = text.withCString { write(person, $0, text.utf8.count) }
    }
}
