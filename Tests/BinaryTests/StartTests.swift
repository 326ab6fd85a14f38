import TestSupport
import Testing

/// What needs neither server nor store touches neither.
@Suite(.timeLimit(.minutes(5))) struct StartTests {
    @Test(arguments: [
        [], ["version"], ["version", "--short"], ["--version"], ["--help"], ["help"], ["help", "exit-codes"],
        ["help", "--man"], ["list", "--help"], ["completion", "bash"], ["completion", "zsh"], ["completion", "fish"],
        ["list", "--no-such-option"], ["no-such-command"], ["submit"],
    ])
    func leavesNoFileAndAsksNobody(_ words: [String]) async throws {
        let server = try LoopbackServer()
        let wfctl = try Executable(["ARGO_SERVER": server.url, "ARGO_TOKEN": Site.token], companion: server)
        let result = try await wfctl.run(words)
        #expect(result.status == 0 || result.status == 2 && result.out == "" && result.err != "", "\(result)")
        #expect(wfctl.home.contents() == [])
        #expect(server.connectionCount == 0)
    }

    @Test func theVersionNeedsNoEnvironmentAtAll() async throws {
        var wfctl = try Executable()
        wfctl.environment = [:]
        let result = try await wfctl.run("version", "--short")
        #expect(result.status == 0)
        #expect(result.out.contains(/^wfctl: v\d+\.\d+\.\d+\n$/))
    }

    @Test func strangeEnvironmentsAreNoReasonToCrash() async throws {
        var wfctl = try Executable()
        wfctl.environment = [
            "HOME": "", "COLUMNS": "-5", "TERM": "\u{1B}[31m", "NO_COLOR": "\u{FF}", "TZ": "Nowhere/../../etc/passwd",
            "LANG": "xx_YY.nonsense", "XDG_STATE_HOME": "relative/../..", "ARGO_SECURE": "perhaps", "": "nameless",
            "ARGO_SERVER": String(repeating: "x", count: 20_000),
        ]
        for words in [["version"], ["--help"], ["list"], ["list", "--local"], ["list", "-s", "127.0.0.1:1"]] {
            let result = try await wfctl.run(words)
            #expect(result.status != nil, "\(words): \(result)")
        }
    }
}
