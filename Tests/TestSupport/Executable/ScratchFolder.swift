import Foundation

/// A folder of its own for one test, gone with the test.
package final class ScratchFolder: Sendable {
    package let path: String

    package init() throws {
        // The system's folder and a short name: a socket's path has hardly more than a hundred bytes.
        path = FileManager.default.temporaryDirectory.appendingPathComponent("wfctl-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, with the folders above it, and returns its path.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> String {
        let file = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// Everything in it, at any depth, sorted.
    package func contents() -> [String] {
        (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted()
    }
}
