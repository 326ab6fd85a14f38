import ArgumentKit
import Foundation
import TestSupport
import Testing
import WorkflowAPI

@testable import WorkflowCommands

/// The commands that hints name can be copied into a shell, and find what the first one found.
@Suite struct WayBackTests {
    private static func parsed(_ words: [String]) throws -> WaitCommand {
        guard case .value(let command) = try WaitCommand.parse(words) else {
            throw ArgumentError.conflict("help was asked for")
        }
        return command
    }

    /// What is about requests and about this terminal, and decides nothing of where to look.
    private static let others: Set<String> = [
        "verbose", "color", "no-color", "request-timeout", "retries", "no-retry", "instanceid", "argo-http1",
    ]
    private static let secrets: Set<String> = ["token", "token-command", "header"]

    private static let options = WaitCommand.fullInfo.arguments.filter { option in
        option.group == "Connection" && option.refusal == nil && !others.contains(option.name)
    }

    @Test(arguments: options) func everyOptionThatDecidesWhereToLookIsKept(_ option: ArgumentInfo) throws {
        let value = option.name == "backend" ? "kubernetes" : "it's *here*"
        let command = try Self.parsed(["w", "--" + option.name] + (option.kind == .flag ? [] : [value]))
        let way = command.globals.wayBack
        if Self.secrets.contains(option.name) {
            #expect(way == WayBack(secrets: ["--" + option.name]))
        } else {
            #expect(way.secrets == [])
            #expect(try Self.parsed(["w"] + way.options).globals == command.globals)
            #expect(!way.options.isEmpty)
        }
        guard option.kind == .flag, option.name != "local", !["no-config", "token-stdin"].contains(option.name) else {
            return
        }
        let off = try Self.parsed(["w", "--\(option.name)=false"])
        #expect(try Self.parsed(["w"] + off.globals.wayBack.options).globals == off.globals)
    }

    @Test(arguments: [
        (["-n", "ci"], "look again with 'wfctl wait w -n ci'"),
        (["--kubeconfig", "my config"], "look again with: wfctl wait w --kubeconfig 'my config'"),
        (["--token=t0p"], "look again with the same --token and 'wfctl wait w'"),
        (
            ["-H", "X: t0p", "--token=t0p", "-n", "a b"],
            "look again with the same --token and --header and: wfctl wait w -n 'a b'"
        ),
        (["-s", "https://me:t0p@host"], "look again with the same --server and 'wfctl wait w'"),
        (["--proxy-url", "http://me:t0p@host"], "look again with the same --proxy-url and 'wfctl wait w'"),
    ])
    func saysNoSecret(_ words: [String], _ advice: String) throws {
        #expect(try Self.parsed(["w"] + words).globals.wayBack.advice("wait", [Self.run("w")]) == advice)
    }

    private static func run(_ name: String, in namespace: String = "ci") -> WorkflowReference {
        WorkflowReference(namespace: namespace, name: name)
    }

    @Test func runsOfOtherNamespacesAreFoundThere() {
        var way = WayBack(options: ["--local"])
        way.home = "ci"
        let runs = [Self.run("a"), Self.run("b", in: "x"), Self.run("c")]
        #expect(
            way.advice("wait", runs)
                == "look again with 'wfctl wait a c --local' and 'wfctl wait b --local -n x'")
        #expect(way.advice("get", "a", in: "ci") == "look with 'wfctl get a --local -n ci'")
        way.options = ["-n", "ci"]
        #expect(way.advice("get", "a", in: "ci") == "look with 'wfctl get a -n ci'")
    }

    @Test func aNameThatLooksLikeAnOptionIsNone() {
        #expect(
            WayBack(options: ["--local"]).advice("wait", [Self.run("-x")])
                == "look again with 'wfctl wait --local -- -x'")
    }

    /// A shell reads back what was meant, and a terminal is told nothing.
    @Test(arguments: [
        "plain", "@latest", "", "a b", "it's", "$HOME", "`id`", "~", "=ls", "a;b", "*", "é", "\u{1B}[2J'\\", "a\nb",
        "\u{202E}x",
    ])
    func wordsComeBackFromAShell(_ text: String) async throws {
        let word = text.shellWord
        #expect(word == word.replacing("\u{1B}", with: "").replacing("\n", with: ""))
        let shell = try ChildProcess("/bin/bash", ["-c", "printf %s " + word], environment: ["LC_ALL": "C.UTF-8"])
        #expect(try await shell.result() == .init(0, out: text))
    }
}
