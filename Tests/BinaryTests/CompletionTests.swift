import Foundation
import TestSupport
import Testing
import WorkflowModel

/// The shipped bash completion in a real bash, which calls the real executable.
@Suite(
    .timeLimit(.minutes(5)),
    .enabled(
        if: FileManager.default.isExecutableFile(atPath: "/bin/bash"),
        "completion is not tested: there is no bash here"))
struct CompletionTests {
    static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("completions/wfctl.bash").path

    /// What bash offers when the tab key is pressed behind that line.
    static func offers(_ line: String, _ wfctl: Executable) async throws -> ChildProcess.Result {
        var wfctl = wfctl
        let folder = URL(fileURLWithPath: Executable.path).deletingLastPathComponent().path
        wfctl.environment["PATH"] = folder + ":/usr/bin:/bin"
        let press = """
            source "$0" || exit
            COMP_LINE=$1 COMP_POINT=${#1}
            read -ra COMP_WORDS <<<"$1"
            [[ $1 == *' ' ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _wfctl wfctl "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        return try await wfctl.run(
            program: "/bin/bash", ["--norc", "--noprofile", "-c", press, script, line])
    }

    /// What is offered once names have come: they have a second, which is too much to ask of a machine that is busy.
    static func offersOfNames(_ line: String, _ wfctl: Executable) async throws -> ChildProcess.Result {
        for _ in 1..<20 {
            let result = try await offers(line, wfctl)
            if result != silence { return result }
        }
        return try await offers(line, wfctl)
    }

    @Test(arguments: [
        ("wfctl sub", ["submit"]), ("wfctl template cr", ["create"]), ("wfctl wa", ["wait", "watch"]),
        ("wfctl list --all-n", ["--all-namespaces"]), ("wfctl list --status Fa", ["Failed"]),
        ("wfctl list -o jsonl --status Failed,Er", ["Failed,Error"]), ("wfctl completion ", ["bash", "fish", "zsh"]),
        ("wfctl get ", ["build-1", "build-2", "deploy"]), ("wfctl get build-1 b", ["build-1", "build-2"]),
        ("wfctl logs dep", ["deploy"]), ("wfctl delete -n other ", ["elsewhere"]),
        ("wfctl -n other wait ", ["elsewhere"]), ("wfctl list -n o", ["other"]),
        ("wfctl template get ", ["build"]), ("wfctl submit --from workflowt", ["workflowtemplate/build"]),
        ("wfctl get nothing-like-it", []),
    ])
    func completes(_ line: String, _ words: [String]) async throws {
        let site = try Site()
        for name in ["build-1", "build-2", "deploy"] { site.argo.add(name) }
        site.argo.add("elsewhere", namespace: "other")
        site.argo.add(.workflowTemplate, #"{"metadata": {"name": "build", "namespace": "argo"}}"#)
        let result =
            words.isEmpty
            ? try await Self.offers(line, site.wfctl) : try await Self.offersOfNames(line, site.wfctl)
        #expect(result.status == 0)
        #expect(result.err == "")
        #expect(result.out.split(separator: "\n").map(String.init).sorted() == words)
    }

    static let silence = ChildProcess.Result(0, out: "\n")

    @Test(arguments: Fault.all) func isSilentWhenAServerFails(_ fault: Fault) async throws {
        let site = try Site(answering: fault.answer)
        #expect(try await Self.offers("wfctl get ", site.wfctl) == Self.silence)
        #expect(try await site.wfctl.run("__complete", "workflows", "get") == .init(0))
    }

    @Test func isSilentWithoutAServer() async throws {
        #expect(try await Self.offers("wfctl get ", try Executable()) == Self.silence)
        let port = try DeafPort()
        #expect(try await Self.offers("wfctl get ", try Executable(at: port.url, companion: port)) == Self.silence)
    }

    /// The limits are the tool's own: without them the server would hold it until the test's limit.
    @Test func doesNotWaitForAServerThatDoesNotAnswer() async throws {
        let isAsked = Gate()
        let site = try Site(answering: .raw([.open(isAsked), .untilPeerCloses]))
        var presses = 0
        // The time may be up before the server was asked.
        repeat {
            presses += 1
            #expect(try await Self.offers("wfctl get ", site.wfctl) == Self.silence)
        } while !isAsked.isOpen && presses < 20
        #expect(isAsked.isOpen && site.server.requests.count <= presses)
    }

    @Test(arguments: [["workflows"], [], ["no-such-thing", "get"], ["workflows", "get", "--token-file", "/nowhere"]])
    func strangeQuestionsAreNotAnswered(_ words: [String]) async throws {
        let site = try Site()
        let result = try await site.wfctl.run(["__complete"] + words)
        #expect(result == .init(0))
    }

    @Test func namesOfServersCannotBreakTheShell() async throws {
        let site = try Site(
            answering: .json(
                #"{"metadata": {}, "items": [{"metadata": {"name": "$(touch x)\n`id`\t;\u001b[2J"}}, "#
                    + #"{"metadata": {"name": "good"}}]}"#))
        let result = try await Self.offersOfNames("wfctl get ", site.wfctl)
        #expect(result.status == 0)
        #expect(result.err == "")
        #expect(result.out.contains("good"))
        #expect(!result.out.contains("\u{1B}"))
        #expect(!site.wfctl.home.contents().contains("x"))
    }
}
