import Foundation
import TestSupport
import Testing

/// Programs that ask something at the terminal before they print a token.
@Suite(.timeLimit(.minutes(5))) struct CredentialPromptTests {
    static let question = "stty -echo; printf 'Password: ' >&2; read -r p"

    /// From standard input, from the terminal whatever standard input is, and by a process of its own.
    @Test(arguments: [
        "\(question); echo $p", "(\(question); echo $p) < /dev/tty", "sh -c \"\(question); echo \\$p\"",
    ])
    func aTokenCommandAsksAtTheTerminal(_ command: String) async throws {
        let site = try CredentialSourceTests.site(wanting: "Bearer " + Site.token)
        let process = try site.wfctl.startAtTerminal(CredentialSourceTests.list + ["--token-command", command])
        try await process.screen.wait(for: "Password: ")
        process.type(Site.token + "\n")
        #expect(try await process.result().status == 0)
        #expect(process.screen.text.hasSuffix("build-1\n"), "\(process.screen.text)")
    }

    /// Who reads its manifest from a pipe can be asked all the same.
    @Test func aQuestionLeavesStandardInputAlone() async throws {
        let site = try CredentialSourceTests.site(wanting: "Bearer " + Site.token)
        let manifest = try String(contentsOfFile: site.wfctl.workflow, encoding: .utf8)
            .replacing(#""build-1""#, with: #""build-2""#)
        // What it reads of standard input would be lost to the manifest.
        let command = "cat; (\(Self.question); echo $p) < /dev/tty"
        let process = try site.wfctl.start(
            ["submit", "-", "-o", "name", "--token-command", command], input: .text(manifest), out: .collected,
            err: .terminal, terminal: try PseudoTerminal(columns: 80))
        try await process.screen.wait(for: "Password: ")
        process.type(Site.token + "\n")
        let result = try await process.result()
        #expect(result.status == 0 && result.out == "build-2\n", "\(process.screen.text)")
    }

    /// A key press is no time for questions, and the line is no place for messages.
    @Test func completionAsksNobody() async throws {
        var site = try CredentialSourceTests.site(wanting: "Bearer alone")
        site.wfctl.environment["WFCTL_TOKEN_COMMAND"] =
            "echo hello >&2; if (: < /dev/tty); then echo asked; else echo alone; fi"
        // Names have to come within a second, which is too much to ask of a machine that runs all tests at once.
        var shown = ""
        for _ in 1...20 where shown.isEmpty {
            let process = try site.wfctl.startAtTerminal(["__complete", "workflows", "get"])
            #expect(try await process.result().status == 0)
            shown = process.screen.text
        }
        #expect(shown == "build-1\n")
    }

    static let modes = [("Never", "none"), ("IfAvailable", "secret"), ("Always", "secret")]

    @Test(arguments: modes) func theModeDecidesWhetherAPluginReadsInput(_ mode: String, _ input: String) async throws {
        let site = try CredentialSourceTests.site(wanting: "Bearer " + input)
        let script = #"""
            printf 'Password: ' >&2; read -r p || p=none; case $KUBERNETES_EXEC_INFO in
            *'"interactive":true'*) test "$p" = secret || exit 9 ;; *) test "$p" = none || exit 9 ;; esac
            printf '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"%s"}}' $p
            """#
        let file = try site.wfctl.home.write("#!/bin/sh\n" + script, to: "plugin")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file)
        let configuration = try site.wfctl.home.write(
            """
            apiVersion: v1
            kind: Config
            current-context: lab
            clusters: [{name: lab, cluster: {server: "\(site.server.url)"}}]
            contexts: [{name: lab, context: {cluster: lab, user: lab}}]
            users:
            - name: lab
              user:
                exec:
                  {apiVersion: client.authentication.k8s.io/v1, command: \(file), interactiveMode: \(mode)}
            """, to: "kubeconfig")
        let process = try site.wfctl.startAtTerminal([
            "auth", "token", "--backend", "kubernetes", "--kubeconfig", configuration,
        ])
        try await process.screen.wait(for: "Password: ")
        // A plugin that does not read may be over before this is typed.
        process.type("secret\n")
        #expect(try await process.result().status == 0, "\(process.screen.text)")
        #expect(process.screen.text.contains("Bearer \(input)\n"), "\(process.screen.text)")
    }

    /// The screen ends when nobody has the terminal open any more, and no sooner.
    @Test(arguments: [
        "\(question)", "trap '' INT; \(question); sleep 600",
        "(trap '' INT; sleep 600) & printf 'Password: ' >&2; wait",
    ])
    func ctrlCLeavesNothingBehind(_ command: String) async throws {
        let site = try CredentialSourceTests.site(wanting: "Bearer x")
        let process = try site.wfctl.startAtTerminal(CredentialSourceTests.list + ["--token-command", command])
        try await process.screen.wait(for: "Password: ")
        process.type("\u{3}")
        #expect(try await process.result().ending == .exited(130), "\(process.screen.text)")
    }

    @Test(arguments: [SIGTERM, SIGKILL]) func aProgramEndsWithWhoeverStartedIt(_ signal: Int32) async throws {
        let site = try CredentialSourceTests.site(wanting: "Bearer x")
        let command = "trap '' TERM; echo here >&2; sleep 600; sleep 600"
        let process = try site.wfctl.start(CredentialSourceTests.list + ["--token-command", command])
        try await process.err.wait(for: "here")
        process.signal(signal)
        let ending = try await process.result().ending
        #expect(ending == (signal == SIGKILL ? .killed(by: SIGKILL) : .exited(128 + signal)))
    }
}
