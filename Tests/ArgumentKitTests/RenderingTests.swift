import ArgumentKit
import Testing

@Suite struct RenderingTests {
    @Test(arguments: Shell.allCases) func completionScriptsAreAsRecorded(_ shell: Shell) throws {
        try expectGolden(sampleTool.info.completionScript(for: shell), "tool.\(shell.rawValue)")
    }

    @Test func theManPageIsAsRecorded() throws {
        try expectGolden(ManPage(date: "June 1, 2026").render(sampleTool.info), "tool.1")
    }

    @Test func theReferenceIsAsRecorded() throws {
        try expectGolden(MarkdownReference().render(sampleTool.info), "tool.md")
    }

    @Test(arguments: [40, 80, 100]) func helpIsAsRecorded(atWidth width: Int) throws {
        let renderer = HelpRenderer(width: width)
        var text = ""
        for (path, command) in sampleTool.info.walk() {
            text += "$ \(path.joined(separator: " ")) --help\n\(renderer.render(command, path: path))\n"
        }
        for topic in sampleTool.info.topics { text += "$ tool help \(topic.name)\n\(renderer.render(topic))" }
        try expectGolden(text, "help-\(width).txt")
    }
}
