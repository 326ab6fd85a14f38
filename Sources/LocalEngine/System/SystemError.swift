#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the operating system refused, to which file, and why.
package struct SystemError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What was tried, as a verb: `write`, `open`.
    package var operation: String
    package var path: String
    /// The `errno` of the call.
    package var code: Int32

    init(_ operation: String, _ path: String, code: Int32 = errno) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    package var reason: String { String(cString: strerror(code)) }
    package var description: String { "cannot \(operation) '\(path)': \(reason)" }
}
