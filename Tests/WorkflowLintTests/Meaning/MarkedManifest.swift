import DocumentKit
import Testing
import WorkflowLint

/// Manifests in which `▸` marks every place that something is wrong at, and what is wrong there.
struct MarkedManifest: Sendable, CustomTestStringConvertible {
    var name: String
    var yaml: String
    /// `rule: message`, with ` (hint)` behind it where there is one; in the order of the marks.
    var findings: [String]

    /// The spec of a workflow `w`.
    static func workflow(_ name: String, _ spec: String, _ findings: String...) -> Self {
        Self(name: name, yaml: document("Workflow", spec), findings: findings)
    }

    /// Several documents: each begins with its kind and name and goes on with its spec.
    static func documents(_ name: String, _ documents: [(head: String, spec: String)], _ findings: String...) -> Self {
        let texts = documents.map { head, spec in
            let words = head.split(separator: " ")
            return document(String(words[0]), spec, name: String(words[1]))
        }
        return Self(name: name, yaml: texts.joined(separator: "---\n"), findings: findings)
    }

    static func document(_ kind: String, _ spec: String, name: String = "w") -> String {
        let lines = spec.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)\n" }.joined()
        return "apiVersion: argoproj.io/v1alpha1\nkind: \(kind)\nmetadata: {name: \(name)}\nspec:\n\(lines)"
    }

    /// What is expected: `line:column rule: message`.
    var expected: [String] {
        var places: [String] = []
        for (index, line) in yaml.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for (mark, part) in line.split(separator: "▸", omittingEmptySubsequences: false).dropLast().enumerated() {
                let before = line.split(separator: "▸", omittingEmptySubsequences: false)[..<mark].reduce(0) {
                    $0 + $1.unicodeScalars.count
                }
                places.append("\(index + 1):\(before + part.unicodeScalars.count + 1)")
            }
        }
        #expect(places.count == findings.count, "every finding needs its mark")
        return zip(places, findings).map { "\($0) \($1)" }
    }

    /// What the linter says.
    func linted(_ options: Linter.Options = .init(), _ overrides: Subject.Overrides = .init()) throws -> [String] {
        let text = yaml.replacing("▸", with: "")
        let subjects = try YAMLReader.readAll(Array(text.utf8)).map { document in
            Subject(
                source: "a.yaml",
                kind: try #require(ManifestKind(rawValue: document.root["kind"]?.string ?? "")),
                value: document.root, overrides: overrides)
        }
        return Linter(subjects, options: options).findings().map { finding in
            let hint = finding.hint.map { " (\($0))" } ?? ""
            return "\(finding.error.position) \(finding.rule.rawValue): \(finding.message)\(hint)"
        }
    }

    var testDescription: String { name }
}
