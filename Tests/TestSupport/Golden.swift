package import Foundation

/// A file that must hold what the code makes: missing or different, the test fails and says how to accept the change.
///
/// With `WFCTL_RECORD` set it is rewritten.
package func goldenMismatch(_ actual: String, _ url: URL) throws -> String? {
    if ProcessInfo.processInfo.environment["WFCTL_RECORD"] != nil {
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try actual.write(to: url, atomically: true, encoding: .utf8)
        return nil
    }
    guard let expected = try? String(contentsOf: url, encoding: .utf8) else {
        return "\(url.lastPathComponent) is missing; make it with WFCTL_RECORD=1 swift test"
    }
    guard expected != actual else { return nil }
    return "\(url.lastPathComponent) is not as written; accept with WFCTL_RECORD=1 swift test\n\(actual)"
}
