import ArgumentKit
import Foundation
import TestSupport
import Testing

@testable import WorkflowCommands

/// Files in the repository that are made from the declarations and must say what they say.
@Suite struct GeneratedFilesTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test(arguments: [(Shell.bash, "wfctl.bash"), (.zsh, "_wfctl"), (.fish, "wfctl.fish")])
    func completionsAreCurrent(_ shell: Shell, _ name: String) throws {
        let script = rootCommand.info.completionScript(for: shell)
        let mismatch = try goldenMismatch(script, Self.root.appending(path: "completions/\(name)"))
        #expect(mismatch == nil, "\(mismatch ?? "")")
    }

    @Test func helpOfEveryCommandIsCurrent() throws {
        let renderer = HelpRenderer(width: 80)
        var text = ""
        for (path, command) in rootCommand.info.walk() where !command.isHidden {
            text += "### \(path.joined(separator: " "))\n\n" + renderer.render(command, path: path) + "\n"
        }
        let mismatch = try goldenMismatch(text, Self.goldens.appending(path: "help.txt"))
        #expect(mismatch == nil, "\(mismatch ?? "")")
    }

    @Test func manualPageIsCurrent() throws {
        let page = ManPage(date: "January 1, 2000").render(rootCommand.info)
        let mismatch = try goldenMismatch(page, Self.goldens.appending(path: "wfctl.1"))
        #expect(mismatch == nil, "\(mismatch ?? "")")
    }

    @Test func readmeHoldsTheExitStatuses() throws {
        let url = Self.root.appending(path: "README.md")
        let readme = try String(contentsOf: url, encoding: .utf8)
        let marks = ["<!-- exit-codes -->\n", "<!-- /exit-codes -->"]
        let start = try #require(readme.range(of: marks[0])).upperBound
        let end = try #require(readme.range(of: marks[1])).lowerBound
        var table = "| Status | Meaning |\n|---|---|\n"
        for status in ExitStatus.allCases { table += "| \(status.rawValue) | \(status.meaning) |\n" }
        let mismatch = try goldenMismatch(readme.replacingCharacters(in: start..<end, with: table), url)
        #expect(mismatch == nil, "\(mismatch ?? "")")
    }

    private static let goldens = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
}
