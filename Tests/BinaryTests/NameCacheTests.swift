import Foundation
import TestSupport
import Testing

/// Names kept for completion, as files.
@Suite(.timeLimit(.minutes(5))) struct NameCacheTests {
    /// They have a second to come, which is too much to ask of a machine that is busy.
    private static func names(_ wfctl: Executable) async throws -> String {
        for _ in 1..<20 {
            let result = try await wfctl.run("__complete", "workflows", "get")
            if result != .init(0) { return result.out }
        }
        return ""
    }

    @Test func namesAreKeptForTheNextPressAndForgottenOnRequest() async throws {
        let site = try Site()
        site.argo.add("build-1")
        let folder = site.wfctl.home.path + "/.cache/wfctl/names"
        #expect(try await Self.names(site.wfctl) == "build-1\n")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(files.count == 1)
        // What is older than a few seconds does not count.
        let kept = "\(folder)/\(files.first ?? "")"
        try "kept\n".write(toFile: kept, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: kept)
        // The file would give another name.
        #expect(try await Self.names(site.wfctl) == "build-1\n")
        #expect(try await site.wfctl.run("cache", "clear").status == 0)
        #expect(!FileManager.default.fileExists(atPath: folder))
    }
}
