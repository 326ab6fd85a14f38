import ArgumentKit
import Testing

@Suite struct EnvironmentTests {
    @Test(arguments: [
        ([:], nil),
        (["TOOL_NAMESPACE": "argo"], "argo"),
        (["TOOL_NAMESPACE": ""], nil),
    ])
    func fillsInForAnOption(_ environment: [String: String], _ namespace: String?) throws {
        let expected = ConnectionOptions(namespace: namespace)
        #expect(try ConnectionOptions.parse([], environment: environment) == .value(expected))
    }

    @Test func theCommandLineWins() throws {
        let environment = ["TOOL_NAMESPACE": "argo", "TOOL_SECURE": "false", "TOOL_STATUS": "bogus"]
        let expected = ListCommand(
            connection: ConnectionOptions(namespace: "", secure: true), phases: [.done])
        let words = ["--secure", "-n", "", "--status", "Done"]
        #expect(try ListCommand.parse(words, environment: environment) == .value(expected))
    }

    @Test(arguments: [
        (["TOOL_SERVER": "a", "SERVER": "b"], Sourced("a", from: .environment("TOOL_SERVER"))),
        (["TOOL_SERVER": "", "SERVER": "b"], Sourced("b", from: .environment("SERVER"))),
        (["SERVER": "b"], Sourced("b", from: .environment("SERVER"))),
    ])
    func theFirstVariableThatIsSetCounts(_ environment: [String: String], _ server: Sourced<String>) throws {
        let expected = ConnectionOptions(server: server)
        #expect(try ConnectionOptions.parse([], environment: environment) == .value(expected))
        #expect(!server.isExplicit)
    }

    @Test func aSourcedValueKnowsThatItWasTyped() throws {
        let server = Sourced("x", from: .option("--server"))
        #expect(server.isExplicit)
        #expect(
            try ConnectionOptions.parse(["-sx"], environment: ["SERVER": "y"])
                == .value(ConnectionOptions(server: server)))
    }

    @Test(arguments: [
        (
            ["TOOL_SECURE": "yes"],
            "invalid value 'yes' for 'TOOL_SECURE': "
                + "expected true or false (or 1, t, T, TRUE, True, 0, f, F, FALSE, False)"
        ),
        (
            ["TOOL_STATUS": "Done,Runing"],
            "invalid value 'Runing' for 'TOOL_STATUS': expected Running, Failed or Done; did you mean 'Running'?"
        ),
    ])
    func errorsNameTheVariable(_ environment: [String: String], _ message: String) {
        #expect(
            performing: { try ListCommand.parse([], environment: environment) }, throws: { "\($0)" == message })
    }
}
