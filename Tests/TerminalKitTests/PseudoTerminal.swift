import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A terminal that a test holds the other end of.
final class PseudoTerminal {
    /// The end a person would type at and read from.
    let person: Int32
    /// The end a program has as its stdin, stdout and stderr.
    let program: Int32

    init(columns: UInt16) throws {
        person = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        try #require(person >= 0)
        #if canImport(Glibc)
            // TIOCSPTLCK and TIOCGPTN of Linux: unlock the other end, ask for its number.
            var isLocked: Int32 = 0
            var number: UInt32 = 0
            try #require(ioctl(person, 0x4004_5431, &isLocked) == 0 && ioctl(person, 0x8004_5430, &number) == 0)
            let name = "/dev/pts/\(number)"
        #else
            try #require(grantpt(person) == 0 && unlockpt(person) == 0)
            let name = String(cString: try #require(ptsname(person)))
        #endif
        program = open(name, O_RDWR | O_NOCTTY)
        try #require(program >= 0)
        var size = winsize()
        size.ws_row = 24
        size.ws_col = columns
        try #require(ioctl(program, UInt(TIOCSWINSZ), &size) == 0)
    }

    deinit {
        close(person)
        close(program)
    }

    /// Types a text; a line feed is the return key.
    func type(_ text: String) {
        _ = text.withCString { write(person, $0, text.utf8.count) }
    }

    /// What the person sees, read until `text` has come; whatever is there when nothing more comes.
    func screen(until text: String) -> String {
        var seen = ""
        var request = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
        while !seen.contains(text), poll(&request, 1, 10_000) == 1 {
            var bytes = [UInt8](repeating: 0, count: 4_096)
            let count = read(person, &bytes, bytes.count)
            if count <= 0 { break }
            seen += String(decoding: bytes[..<count], as: UTF8.self)
        }
        return seen
    }
}
