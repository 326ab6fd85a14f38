import Foundation
import Testing

@testable import WorkflowAPI

/// How names, passwords and keys find together, and what is said where they do not.
@Suite struct CredentialWaysTests {
    static let contexts = """
        contexts:
          named: {kind: argo, server: "a:1", username: me}
          whole: {kind: argo, server: "a:1", username: me, password: own}
          key: {kind: argo, server: "a:1", api-key: k, api-key-file: f}
          twice: {kind: argo, server: "a:1", token: t, token-file: f}
          careless: {kind: argo, server: "a:1", insecure-skip-verify: true, certificate-authority: ca}
        """

    static func choose(
        _ context: String?, _ environment: [String: String] = [:], isRegularFile: Bool = false,
        _ change: (inout ConnectionSettings) -> Void = { _ in }
    ) throws -> Credentials? {
        var settings = ConnectionSettings()
        settings.context = context
        if context == nil { settings.server = "a:1" }
        change(&settings)
        let file = try ContextFileReader(path: "/c/config.yaml").read(Array(Self.contexts.utf8))
        return try BackendChoice.choose(
            settings, environment: environment, contexts: { file }, isRegularFile: { _ in isRegularFile },
            readFile: { Array(($0 + "\r\n").utf8) }
        ).target.server?.credentials
    }

    static func basic(_ password: String) -> Credentials.Method {
        .secret(Secret("Basic " + Data("me:\(password)".utf8).base64EncodedString()))
    }

    @Test func aPasswordMayStandElsewhereThanItsName() throws {
        #expect(try Self.choose("whole")?.method == Self.basic("own"))
        #expect(try Self.choose("named", ["WFCTL_PASSWORD": "env"])?.method == Self.basic("env"))
        #expect(try Self.choose("whole", ["WFCTL_PASSWORD": "env"])?.method == Self.basic("own"))
        #expect(try Self.choose(nil, ["WFCTL_CONTEXT": "whole"]) { $0.server = nil }?.method == Self.basic("own"))
        // The end of a line is no part of it, however the line ends.
        #expect(try Self.choose("named") { $0.passwordFile = "pw" }?.method == Self.basic("pw"))
        #expect(try Self.choose("whole") { $0.passwordFile = "pw" }?.method == Self.basic("pw"))
        let flag = try Self.choose(nil, ["WFCTL_PASSWORD": "env"]) { $0.username = "me" }
        #expect(flag?.method == Self.basic("env"))
        #expect(
            throws: ConfigurationError.incomplete(
                .chosenContext("named"), missing: "a password (--password-file, WFCTL_PASSWORD)")
        ) { try Self.choose("named") }
    }

    @Test(arguments: [(true, Credentials.Method.file("f")), (false, .secret(Secret("Bearer f")))])
    func aTokenFileIsReadOnceIfItIsAPipe(_ isRegular: Bool, _ expected: Credentials.Method) throws {
        let token = try Self.choose(nil, isRegularFile: isRegular) { $0.tokenFile = "f" }
        #expect(token == Credentials(expected, from: .flag("--token-file")))
        #expect(try Self.choose(nil, ["WFCTL_TOKEN_FILE": "f"])?.method == .file("f"))
        // What is wrong with it is said before anything is sent.
        #expect(throws: ConfigurationError.useless(.flag("--token-file"), path: "", expected: "a token")) {
            try Self.choose(nil, isRegularFile: isRegular) { $0.tokenFile = "" }
        }
    }

    @Test(arguments: [(true, Credentials.Method.file("f")), (false, .secret(Secret("f")))])
    func aKeyFileIsReadOnceIfItIsAPipe(_ isRegular: Bool, _ expected: Credentials.Method) throws {
        let key = try Self.choose(nil, isRegularFile: isRegular) { $0.apiKeyFile = "f" }
        #expect(key == Credentials(expected, as: .named("X-API-Key"), from: .flag("--api-key-file")))
    }

    @Test func nothingThatIsGivenIsIgnored() {
        #expect(throws: ConfigurationError.pointless(.flag("--password-file"), without: "--username")) {
            try Self.choose(nil) { $0.passwordFile = "pw" }
        }
        let keys = "--api-key-file or WFCTL_API_KEY"
        #expect(throws: ConfigurationError.pointless(.flag("--api-key-header"), without: keys)) {
            try Self.choose(nil) { $0.apiKeyHeader = "X-Key" }
        }
        #expect(throws: ConfigurationError.selfContradiction(.chosenContext("key"), "api-key", "api-key-file")) {
            try Self.choose("key")
        }
        #expect(
            throws: ConfigurationError.contradiction(.variable("WFCTL_API_KEY"), .variable("ARGO_API_KEY_FILE"))
        ) { try Self.choose(nil, ["WFCTL_API_KEY": "k", "ARGO_API_KEY_FILE": "f"]) }
    }

    @Test func aContextThatContradictsItselfSaysWhere() throws {
        let token = ConfigurationError.selfContradiction(.chosenContext("twice"), "token", "token-file")
        #expect(throws: token) { try Self.choose("twice") }
        #expect(token.message == "'context twice': 'token' and 'token-file' contradict each other")
        let trust = ConfigurationError.selfContradiction(
            .chosenContext("careless"), "insecure-skip-verify", "certificate-authority")
        #expect(throws: trust) { try Self.choose("careless") }
    }

    @Test func aKeyNeedsAHeaderThatThereCanBe() {
        #expect(
            throws: ConfigurationError.invalid(
                .flag("--api-key-header"), value: "X Y", expected: "the name of a header")
        ) {
            try Self.choose(nil, ["WFCTL_API_KEY": "k"]) { $0.apiKeyHeader = "X Y" }
        }
    }
}
