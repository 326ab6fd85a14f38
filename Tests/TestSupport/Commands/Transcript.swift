package import Foundation
import WorkflowCommands
import WorkflowModel

/// A scenario as a text file: what stands in the world, the command lines typed, and what each must print.
///
/// ```
/// # A failed run
/// workflow build-1 Failed
/// fault POST /api/v1/workflows/argo lost
/// file wf.json
///     {"kind": "Workflow"}
///
/// $ wfctl status build-1
/// Failed
/// ! a line of standard error
/// ? 3
/// ```
///
/// With `WFCTL_RECORD` set the file is rewritten with what the commands really print; read the difference.
package struct Transcript: Sendable {
    private let url: URL
    private let lines: [String]

    package init(_ url: URL) throws {
        self.url = url
        lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    }

    /// Every transcript of a folder, by name.
    package static func names(in folder: URL) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".txt") }.sorted()
    }

    /// Types the commands again. Nil when all is as written, else the whole transcript as it is now.
    package func mismatch(_ harness: CommandHarness = CommandHarness()) async throws -> String? {
        var harness = harness
        var actual: [String] = []
        var index = 0
        while index < lines.count {
            let line = lines[index]
            index += 1
            actual.append(line)
            let words = line.split(separator: " ").map(String.init)
            if line.hasPrefix("$ wfctl") {
                while index < lines.count, lines[index].first != "?" { index += 1 }
                index += 1
                actual += Self.shown(await harness.run(Self.words(line.dropFirst("$ wfctl".count))))
            } else if words.first == "workflow", words.count == 3 {
                harness.argo.add(words[1], phase: .init(rawValue: words[2]) ?? .pending)
                harness.cluster.add(words[1], phase: .init(rawValue: words[2]) ?? .pending)
            } else if ["file", "json", "stdin", "archived", "kept", "config"].contains(words.first) {
                var text = ""
                while index < lines.count, lines[index].hasPrefix("    ") {
                    actual.append(lines[index])
                    text += lines[index].dropFirst(4) + "\n"
                    index += 1
                }
                switch words[0] {
                case "file": harness.files[words[1]] = text
                case "stdin": harness.standardInput = text
                case "config": harness.machine.configurationText = text
                case "archived": harness.argo.add(archived: text)
                case "kept": harness.argo.keep(text, as: words[1])
                default:
                    harness.argo.add(workflow: text)
                    harness.cluster.store(text)
                }
            } else if words.first == "terminal" {
                harness.isTerminal = true
                harness.width = words.count > 1 ? Int(words[1]) ?? 80 : 80
            } else if words.first == "definition" || words.first == "execution" {
                var text = ""
                while index < lines.count, lines[index].hasPrefix("    ") {
                    actual.append(lines[index])
                    text += lines[index].dropFirst(4) + "\n"
                    index += 1
                }
                if words.count > 1 {
                    harness.dashboard.add(json: text, to: words[1])
                } else {
                    harness.dashboard.define(json: text)
                }
            } else if words.first == "log", words.count > 3 {
                harness.argo.log(words[1], pod: words[2], words[3...].joined(separator: " "))
                harness.cluster.log(words[1], pod: words[2], words[3...].joined(separator: " "))
            } else if words.first == "restart", words.count == 2 {
                harness.cluster.restart(of: words[1])
            } else if words.first == "fault", words.count == 4 {
                harness.argo.fail(words[1] + " " + words[2], with: Self.fault(words[3]))
            } else if words.first == "cut", words.count == 3 {
                let fault = FakeArgoServer.Fault.cut(after: Int(words[2]) ?? 0)
                harness.argo.fail("GET /api/v1/workflows/argo/\(words[1])/log", with: fault)
            } else if words.first == "env", words.count == 2 {
                let pair = words[1].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
                    String.init)
                harness.environment[pair[0]] = pair[1].isEmpty ? nil : pair[1]
            }
        }
        if actual == lines { return nil }
        let text = actual.joined(separator: "\n")
        if ProcessInfo.processInfo.environment["WFCTL_RECORD"] != nil {
            try text.write(to: url, atomically: true, encoding: .utf8)
            return nil
        }
        return "\(url.lastPathComponent) is not as written; accept with WFCTL_RECORD=1 swift test\n\(text)"
    }

    private static func shown(_ result: CommandHarness.Result) -> [String] {
        func lines(_ text: String, _ prefix: String) -> [String] {
            text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
                .map { prefix + $0 }
        }
        return (result.out.isEmpty ? [] : lines(result.out, "")) + (result.err.isEmpty ? [] : lines(result.err, "! "))
            + ["? \(result.status.rawValue)"]
    }

    /// `lost`: carried out, without an answer; a number: an answer of that status, and nothing carried out.
    private static func fault(_ word: String) -> FakeArgoServer.Fault {
        guard let status = Int(word) else { return .lost(.silence) }
        return .answer(.text("no healthy upstream", status: status))
    }

    /// Words as a shell would cut them: blanks separate, single quotes hold together.
    private static func words(_ line: Substring) -> [String] {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        for character in line {
            switch character {
            case "'":
                isQuoted.toggle()
                word = word ?? ""
            case " " where !isQuoted:
                if let word { words.append(word) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return words
    }
}
