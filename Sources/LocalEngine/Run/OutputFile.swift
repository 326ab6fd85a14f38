#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads output parameters from the files a pod leaves behind.
enum OutputFile {
    struct Failure: Error, Equatable {
        var message: String
    }

    /// More would not fit a parameter on a server either.
    static let limit = 256 * 1024

    static func read(_ outputs: [PodOrder.Output], in folder: PodFolder) throws(Failure) -> [RunNode.Value] {
        var values: [RunNode.Value] = []
        for output in outputs {
            do throws(SystemError) {
                var bytes = try Files.read(folder.place(output.path), limit: limit)
                if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
                values.append(.init(name: output.name, value: String(decoding: bytes, as: UTF8.self)))
            } catch {
                guard error.code == ENOENT, let fallback = output.fallback else {
                    throw Failure(message: "output parameter '\(output.name)': \(error)")
                }
                values.append(.init(name: output.name, value: fallback))
            }
        }
        return values
    }
}
