import DocumentKit

/// Who carries out a run: `{"pid":4711,"started":8123456}`.
package struct RunnerRecord: Sendable, Equatable {
    var process: ProcessStamp

    init(process: ProcessStamp) { self.process = process }

    /// nil when the runner never came to write it.
    init?(of folder: RunFolder) {
        guard let bytes = try? Files.read(folder.runner, limit: 4096),
            let root = try? JSONReader.read(bytes).root, let pid = root["pid"]?.int
        else { return nil }
        let started = root["started"]?.scalarText.flatMap { UInt64($0) }
        process = ProcessStamp(pid: Int32(clamping: pid), started: started)
    }

    func write(to folder: RunFolder) throws(SystemError) {
        let started: ValueTree = process.started.map { .number(String($0)) } ?? .null
        let record: ValueTree = ["pid": .number(Int(process.pid)), "started": started]
        try Files.write(JSONText.bytes(record), atomicallyTo: folder.runner)
    }
}
