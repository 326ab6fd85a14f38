import Foundation
import TestSupport
import Testing
import WorkflowModel

/// What one command finds out about a server spares the next one a request.
@Suite(.timeLimit(.minutes(5))) struct ServerCacheTests {
    private static func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private static func site() throws -> Site {
        let site = try Site()
        site.argo.change { $0.speaksOldDialect = true }
        site.argo.add("build-1", phase: .failed)
        return site
    }

    /// How many requests a command line sends; it has to say what it always says.
    private static func count(_ site: Site, _ words: [String] = []) async throws -> Int {
        let before = site.server.requests.count
        let result = try await site.wfctl.run(["status", "build-1"] + words)
        #expect(result == .init(3, out: "Failed\n"))
        return site.server.requests.count - before
    }

    @Test func theSecondCommandAsksLess() async throws {
        let site = try Self.site()
        let folder = site.wfctl.home.path + "/.cache/wfctl/servers"
        #expect(try await Self.count(site) == 2)
        #expect(try await Self.count(site) == 1)
        let file = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        #expect(try Self.mode(folder) == 0o700)
        #expect(try Self.mode("\(folder)/\(file)") == 0o600)
        let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
        CredentialTests.expectSecrecy(.init(0, out: text), [file])
        // Another base path is another server.
        site.argo.change { $0.basePath = "/argo" }
        #expect(try await Self.count(site, ["--argo-base-href", "/argo"]) == 2)
        let cleared = try await site.wfctl.run("cache", "clear")
        #expect(cleared == .init(0, err: "wfctl: forgotten: what was found out about servers (2)\n"))
        #expect(!FileManager.default.fileExists(atPath: folder))
        #expect(try await site.wfctl.run("cache", "clear").err == "wfctl: the cache was empty\n")
    }

    @Test func hermeticCommandsKeepNothingAndTrustNothing() async throws {
        let site = try Self.site()
        for _ in 0..<2 { #expect(try await Self.count(site, ["--no-config"]) == 2) }
        #expect(!FileManager.default.fileExists(atPath: site.wfctl.home.path + "/.cache/wfctl"))
        _ = try await Self.count(site)
        #expect(try await Self.count(site, ["--no-config"]) == 2)
    }

    /// Rubbish, a folder in the file's place, a file that may not be read or written.
    @Test(arguments: ["rubbish", "folder", "readOnly"]) func aBrokenCacheIsAsGoodAsNone(_ damage: String) async throws {
        let site = try Self.site()
        let folder = site.wfctl.home.path + "/.cache/wfctl/servers"
        _ = try await Self.count(site)
        let file = folder + "/" + (try FileManager.default.contentsOfDirectory(atPath: folder).first ?? "")
        switch damage {
        case "rubbish": try Data([0xFF, 0x00, 0x7B]).write(to: URL(fileURLWithPath: file))
        case "folder":
            try FileManager.default.removeItem(atPath: file)
            try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
        default:
            // In place of the folder: nobody can write below it, not even root.
            try FileManager.default.removeItem(atPath: folder)
            try Data().write(to: URL(fileURLWithPath: folder))
        }
        #expect(try await Self.count(site) == 2)
    }
}
