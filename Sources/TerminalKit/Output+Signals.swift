#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Output {
    /// Makes a reader that went away an error of the write, `OutputError.closed`, instead of the end of the process.
    ///
    /// The signal gets a handler that does nothing: were it ignored, every program started from here would inherit that.
    package static func reportsClosedPipes() {
        signal(SIGPIPE) { _ in }
    }
}
