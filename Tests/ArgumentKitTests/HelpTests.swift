import ArgumentKit
import Foundation
import Testing

/// What holds for every text made from descriptions, beyond the recorded ones.
@Suite struct HelpTests {
    private static func everyText() -> [String] {
        let info = sampleTool.info
        let help = info.walk().map { HelpRenderer(width: 80).render($0.command, path: $0.path) }
        return help + Shell.allCases.map(info.completionScript)
            + [ManPage(date: "June 1, 2026").render(info), MarkdownReference().render(info)]
    }

    @Test(arguments: ["kubeconfig", "as-root", "serve", "secret"])
    func whatIsRefusedOrHiddenIsNeverMentioned(_ word: String) {
        for text in Self.everyText() {
            let words = text.split { !$0.isLetter && $0 != "-" }.map { $0.drop { $0 == "-" } }
            #expect(!words.contains(word[...]))
        }
    }

    @Test(arguments: [1, 40, 57, 80, 100, 200]) func linesStayWithinTheWidth(_ width: Int) {
        for (path, command) in sampleTool.info.walk() {
            // A command line to copy is never broken.
            let examples = command.examples.map { "  " + $0.line }
            let text = HelpRenderer(width: width).render(command, path: path)
            for line in text.split(separator: "\n") where !examples.contains(String(line)) {
                #expect(line.count <= max(40, min(width, 100)), "\(line)")
                #expect(line.last != " ")
            }
        }
    }

    @Test func styleOnlyMarksHeadings() {
        let list = sampleTool.info.subcommands[0]
        let plain = HelpRenderer(width: 80).render(list, path: ["tool", "list"])
        let styled = HelpRenderer(width: 80, usesStyle: true).render(list, path: ["tool", "list"])
        #expect(styled.contains("\n\u{1b}[1mExamples:\u{1b}[0m\n"))
        let unstyled = styled.split(separator: "\u{1b}[1m", omittingEmptySubsequences: false).joined()
            .split(separator: "\u{1b}[0m", omittingEmptySubsequences: false).joined()
        #expect(unstyled == plain)
        #expect(!plain.contains("\u{1b}"))
    }

    @Test func descriptionsSurviveJSON() throws {
        let info = sampleTool.info
        let copy = try JSONDecoder().decode(CommandInfo.self, from: JSONEncoder().encode(info))
        #expect(copy == info)
        #expect(copy.completionScript(for: .zsh) == info.completionScript(for: .zsh))
    }

    @Test func hostileTextStaysText() throws {
        var tool = CommandInfo(name: "tool", abstract: "It's a \\ \"tool\" $(reboot) `reboot`")
        var option = ArgumentInfo(.option, "name", help: ".Sh It's <b>|*bold*|</b> $(reboot) %s \\n 'x'")
        option.valueName = "Ar"
        option.completion = .choices(["it's", "$(reboot)", "a b"])
        tool.arguments = [option]
        tool.discussion = ".Sh FAKE\n'ds x\n\n  .Ed\n  literal"
        tool.subcommands = [CommandInfo(name: "run", abstract: "Don't", examples: [.init("'Tis", "tool run '.x' \\n")])]
        try expectGolden(
            ManPage(date: "June 1, 2026").render(tool) + "\n" + MarkdownReference().render(tool), "hostile.txt")
        for shell in Shell.allCases {
            try expectGolden(tool.completionScript(for: shell), "hostile.\(shell.rawValue)")
        }
    }

    @Test(.enabled(if: Typist.find("mandoc") != nil, "no mandoc here"))
    func mandocHasNothingToSay() throws {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: try #require(Typist.find("mandoc")))
        process.arguments = ["-T", "lint", Golden.file("tool.1").path]
        process.standardOutput = pipe
        try process.run()
        let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(String(decoding: said, as: UTF8.self) == "")
    }

    @Test(arguments: Shell.allCases.filter { Typist.find($0.rawValue) != nil })
    func scriptsAreValidInTheShellsThatAreHere(_ shell: Shell) throws {
        for name in ["tool", "hostile"] {
            let process = Process()
            process.executableURL = URL(filePath: try #require(Typist.find(shell.rawValue)))
            process.arguments = ["-n", Golden.file("\(name).\(shell.rawValue)").path]
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
    }
}
