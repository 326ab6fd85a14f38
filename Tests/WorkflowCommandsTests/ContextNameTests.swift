import TestSupport
import Testing

@testable import WorkflowCommands

@Suite struct ContextNameTests {
    @Test(arguments: ["", "a\nb", "a\u{7}", "\u{1B}[31m"]) func aNameIsOneLineOfText(_ name: String) async {
        let harness = CommandHarness()
        #expect(await harness.run("context", "set", name, "-s", "argo.test").status == .usage)
        #expect(harness.machine.configurationText == nil)
        harness.machine.configurationText = "contexts: {a: {kind: local}}"
        #expect(await harness.run("context", "rename", "a", name).status == .usage)
        #expect(await harness.run("context", "set", "größer 2", "--local").status == .success)
    }
}
