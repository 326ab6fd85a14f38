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

    /// Takes the place of standard files that the caller has closed (`wfctl list >&-`), so that no connection gets
    /// their numbers and what is meant for people.
    ///
    /// `/dev/null` is opened for the other direction: writing to a closed output stays an error.
    package static func occupiesClosedFiles() {
        for file in Int32(0)...2 where fcntl(file, F_GETFD) < 0 {
            _ = open("/dev/null", file == 0 ? O_WRONLY : O_RDONLY)
        }
    }
}
