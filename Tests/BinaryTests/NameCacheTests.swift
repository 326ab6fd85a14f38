import Foundation
import TestSupport
import Testing

/// Names kept for completion, as files.
@Suite(.timeLimit(.minutes(5))) struct NameCacheTests {
    @Test func namesAreKeptForTheNextPressAndForgottenOnRequest() async throws {
        let site = try Site()
        site.argo.add("build-1")
        let folder = site.wfctl.home.path + "/.cache/wfctl/names"
        #expect(try await site.wfctl.run("__complete", "workflows", "get").out == "build-1\n")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(files.count == 1)
        // What is older than a few seconds does not count.
        let kept = "\(folder)/\(files.first ?? "")"
        try "kept\n".write(toFile: kept, atomically: true, encoding: .utf8)
        let count = site.server.connectionCount
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: kept)
        #expect(try await site.wfctl.run("__complete", "workflows", "get").out == "build-1\n")
        #expect(site.server.connectionCount == count + 1)
        #expect(try await site.wfctl.run("cache", "clear").status == 0)
        #expect(!FileManager.default.fileExists(atPath: folder))
    }
}
