#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import WorkflowModel

/// The log of one pod while its process runs.
struct LogFile {
    private let path: String
    private let file: FileDescriptor
    private var lines = LogLineWriter()

    init(_ path: String) throws(SystemError) {
        self.path = path
        file = try FileDescriptor.open(path, O_WRONLY | O_CREAT | O_APPEND)
    }

    mutating func append(_ bytes: [UInt8], from stream: LogStream, at time: Timestamp) throws(SystemError) {
        try file.write(lines.lines(bytes, from: stream, at: time), path: path)
    }

    mutating func close(at time: Timestamp) throws(SystemError) {
        try file.write(lines.remainder(at: time), path: path)
    }
}
