import Synchronization
import TerminalKit
import TestSupport
import Testing

@testable import WorkflowCommands

/// What a shell is offered, and from where.
@Suite struct NameCompletionTests {
    static func offers(_ words: [String], _ harness: CommandHarness, _ names: CacheFolder = .none) async -> String {
        let terminal = Terminal()
        var context = harness.context(terminal)
        context.names = names
        _ = await run(["__complete"] + words, in: context)
        return terminal.out.text
    }

    /// A folder in memory.
    private static func folder() -> CacheFolder {
        final class Files: Sendable {
            let kept = Mutex<[String: [UInt8]]>([:])
        }
        let files = Files()
        return CacheFolder(
            load: { name in files.kept.withLock { $0[name] } },
            save: { name, bytes in files.kept.withLock { $0[name] = bytes } }, clear: { 0 })
    }

    @Test func whatWasKeptSparesTheServer() async {
        let harness = CommandHarness()
        harness.argo.add("build-1")
        let names = Self.folder()
        #expect(await Self.offers(["workflows", "get"], harness, names) == "build-1\n")
        let count = harness.argo.requests.count
        harness.argo.add("build-2")
        #expect(await Self.offers(["workflows", "get"], harness, names) == "build-1\n")
        #expect(harness.argo.requests.count == count)
        // Another place, another question.
        #expect(await Self.offers(["workflows", "get", "-n", "other"], harness, names) == "")
        #expect(harness.argo.requests.count > count)
        #expect(await harness.run("list", "-o", "name").out == "build-2\nbuild-1\n")
    }

    @Test func whatOneMaySeeIsNotOfferedToAnother() async {
        let harness = CommandHarness()
        harness.argo.add("build-1")
        let names = Self.folder()
        var count = 0
        for words in [["--token", "A"], ["--token", "B"], ["-H", "Authorization: C"], ["-H", "Authorization: D"]] {
            #expect(await Self.offers(["workflows", "get"] + words, harness, names) == "build-1\n")
            count += 1
            #expect(harness.argo.requests.count == count, "\(words)")
        }
        #expect(await Self.offers(["workflows", "get", "--token", "B"], harness, names) == "build-1\n")
        #expect(harness.argo.requests.count == count)
    }

    @Test func contextsAreOfferedWithoutAServer() async {
        let harness = CommandHarness()
        harness.machine.configurationText = "contexts: {prod: {kind: local}, lab: {kind: local}}"
        #expect(await Self.offers(["contexts", "list"], harness) == "prod\nlab\n")
        #expect(harness.argo.requests.isEmpty)
    }
}
