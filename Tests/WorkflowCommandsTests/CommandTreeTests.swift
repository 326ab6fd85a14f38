import ArgumentKit
import TestSupport
import Testing

@testable import WorkflowCommands

/// Rules that every command keeps, checked on the declarations themselves.
@Suite struct CommandTreeTests {
    @Test func declarationsAreSound() {
        #expect(rootCommand.problems().isEmpty)
    }

    @Test(arguments: [
        "retry", "resubmit", "node", "archive", "cp", "sync", "executor-plugin", "server",
    ])
    func commandsOfArgoThatAreMissingAreRefusedByName(_ name: String) async {
        let result = await CommandHarness().run(name)
        #expect(result.status == .usage)
        #expect(result.err.hasPrefix("wfctl: command '\(name)' is not supported: "))
    }

    /// argo's global options, with a value where they take one.
    @Test(arguments: [
        "--context=x", "--cluster=x", "--user=x", "--username=x", "--password=x", "--as=x",
        "--as-group=x", "--as-uid=x", "--client-certificate=x", "--client-key=x",
        "--tls-server-name=x", "--proxy-url=x", "--disable-compression", "--loglevel=debug", "--log-format=json",
        "--gloglevel=6", "--instanceid=x", "--argo-http1=false",
    ])
    func globalOptionsOfArgoThatAreMissingAreRefusedByName(_ option: String) async {
        let result = await CommandHarness().run("list", option)
        let name = option.prefix { $0 != "=" }
        #expect(result.status == .usage)
        #expect(result.err.contains(name), "\(result.err)")
    }

    @Test(arguments: ["--argo-http1", "--argo-server=http://argo.test:2746", "--secure=false", "--no-color"])
    func globalOptionsOfArgoThatMeanTheSameAreTaken(_ option: String) async {
        let result = await CommandHarness().run("list", option)
        #expect(result == CommandHarness.Result(.success, err: "wfctl: no workflows found\n"))
    }
}
