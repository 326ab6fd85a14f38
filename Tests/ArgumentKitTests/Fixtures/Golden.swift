import Foundation
import Testing

/// Files beside the tests that hold what was once made and found right.
enum Golden {
    static func file(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Goldens/\(name)")
    }
}

/// Compares `text` with a golden file; `WFCTL_RECORD=1` rewrites the file. A missing file fails.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = Golden.file(name)
    if ProcessInfo.processInfo.environment["WFCTL_RECORD"] == "1" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(
        text == golden, "\(name) is out of date; WFCTL_RECORD=1 swift test renews it", sourceLocation: sourceLocation)
}
