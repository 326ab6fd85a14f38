import LocalEngine

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How the terminal of this process was set: a program that is killed while it asks for a password leaves it mute.
struct TerminalSettings {
    private let terminal: FileDescriptor
    private var settings = termios()

    /// nil without a terminal.
    init?() {
        let descriptor = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        terminal = FileDescriptor(owning: descriptor)
        guard tcgetattr(descriptor, &settings) == 0 else { return nil }
    }

    /// Sets it so again, unless it belongs to others by now.
    func restore() {
        var settings = settings
        if tcgetpgrp(terminal.raw) == getpgrp() { tcsetattr(terminal.raw, TCSANOW, &settings) }
    }
}
