import Foundation
import Testing

@testable import DocumentKit

/// What is written is read back as the same document, by the values' kinds, texts and order.
@Suite struct YAMLRoundTripTests {
    @Test(.enabled(if: YAMLSuite.folder != nil, "WFCTL_CONFORMANCE is not set: the public YAML suite is not written"))
    func holdsForEveryDocumentOfTheSuite() throws {
        var count = 0
        for example in try YAMLSuite.cases() where !example.isError && example.json != nil {
            for document in try YAMLReader.readAll(example.yaml) {
                try Self.expectRoundTrip(document, example.id)
                count += 1
            }
        }
        print("YAML suite: \(count) documents written and read back")
        #expect(count == 302)
    }

    @Test(.enabled(if: JSONSuite.folder != nil, "WFCTL_CONFORMANCE is not set: the public JSON suite is not written"))
    func holdsForEveryRightFileOfTheJSONSuite() throws {
        for file in try JSONSuite.files() where file.name.hasPrefix("y_") {
            try Self.expectRoundTrip(JSONReader.read(file.bytes), file.name)
        }
    }

    @Test(.enabled(if: ArgoExamples.folder != nil, "WFCTL_CONFORMANCE is not set: argo's examples are not written"))
    func holdsForArgosExamples() throws {
        var count = 0
        for file in try ArgoExamples.files() {
            for document in try YAMLReader.readAll(file.bytes) { try Self.expectRoundTrip(document, file.name) }
            count += 1
        }
        print("argo's examples: \(count) files read, written and read back")
        #expect(count == 217)
    }

    @Test(arguments: [
        "", " ", "\n", "\n\n", " x", "x ", "x\n", "x\n\n", "\nx", " \nx", "\n x", "x\n y\n", "x\n\n  \ny", "x\n   ",
        "\t", "\tx\ny",
        "a: b", "a:", ":a", ": a", "a #b", "#a", "a#b", "- a", "-", "-a", "---", "--- a", "...", "?", "? a", "[a",
        "{{x}}", "a,b",
        "'", "it's", "\"", "a\"b", "%a", "@a", "`a", "!a", "&a", "*a", "|", ">", "~", "null", "Null", "true", "TRUE",
        "yes",
        "No", "on", "y", "1", "-1", "+1", "0x1F", "0o17", "0644", "1.5", "1.", ".5", "1e3", "1_000", "0b11", "12:30:45",
        "2001-12-14", "2001-12-14T21:59:43Z", ".inf", "-.inf", ".nan", "<<", "=", "a\r\nb", "\u{7F}", "\u{85}",
        "\u{2028}x",
        "\u{FEFF}", "é", "日本", "😀", "a\u{0}b", "\u{202E}abc", "1.2.3", "10.0.0.1", "64Mi", "0", "-", "nullable",
        "\techo\n\tb\n", "\n\techo\n", "\t\nx", "x\n\ty", "\u{FFFE}", "a\u{FFFF}b",
    ])
    func holdsForText(_ text: String) throws {
        for tree in [.string(text), ["a": .string(text)], [.string(text)], .object([text: [[.string(text)]]])]
            as [ValueTree]
        {
            try Self.expectRoundTrip(tree.document(), "\(tree)")
        }
    }

    @Test func printsAsKubectlDoes() {
        let tree: ValueTree = [
            "apiVersion": "argoproj.io/v1alpha1",
            "metadata": ["labels": [:], "name": "hello", "creationTimestamp": "2025-06-01T12:00:00Z"],
            "spec": [
                "templates": [
                    [
                        "name": "main", "args": ["echo", "1", 1, nil, true, "yes", "{{inputs.x}}", "a: b", "1.2.3"],
                        "nested": [[1, [2]], [], ["a": ["b": "c"]]],
                        "script": "set -e\n\necho one\n", "short": "a\nb", "long": "a\n\n", "indented": "  a\nb\n",
                        "bell": "\u{7}",
                    ]
                ]
            ],
        ]
        #expect(
            YAMLWriter.text(tree.document().root) == """
                apiVersion: argoproj.io/v1alpha1
                metadata:
                  labels: {}
                  name: hello
                  creationTimestamp: "2025-06-01T12:00:00Z"
                spec:
                  templates:
                  - name: main
                    args:
                    - echo
                    - "1"
                    - 1
                    - null
                    - true
                    - "yes"
                    - '{{inputs.x}}'
                    - 'a: b'
                    - 1.2.3
                    nested:
                    - - 1
                      - - 2
                    - []
                    - a:
                        b: c
                    script: |
                      set -e

                      echo one
                    short: |-
                      a
                      b
                    long: |+
                      a

                    indented: |2
                        a
                      b
                    bell: "\\u0007"

                """)
    }

    @Test func marksTheIndentationOfTextThatStartsWithATab() {
        // Without the mark libyaml and Go's YAML refuse it.
        let tree: ValueTree = ["a": "\techo\n\tb\n", "b": "\n\tc\nd", "c": ["e\n\tf"]]
        #expect(
            YAMLWriter.text(tree.document().root)
                == "a: |2\n  \techo\n  \tb\nb: |2-\n\n  \tc\n  d\nc:\n- |-\n  e\n  \tf\n")
    }

    @Test(arguments: [
        "+0x1f", "0X1F", "-0x1", "0B11", "0b11", "-0b1", "0O17", "-0o7", "+0777", "0x1f1_0", "1_000", "1e1_0", "1_e5",
        "1__0", "1_.5", ".5_0", "+.5", "1:30", "-1:30", "190:20:30.15", "2001-1-2", "2001-12-14 21:59:43",
        "2001-12-14t21:59:43.10-05:00", ".inf", "-.Inf", "+.INF", ".nan", ".NaN", "~", "y", "n", "Y", "No", "On", "OFF",
        "=", "<<", "Null", "TRUE",
    ])
    func quotesWhatOthersTakeForMore(_ text: String) {
        #expect(YAMLWriter.text(ValueTree.string(text).document().root) == "\"\(text)\"\n")
    }

    @Test(arguments: [
        "10.0.0.1", "10.0.0.1:80", "1.2.3", "1-2", "-a", "_1", "0xg", "0b12", "1e", "1d", "1h30m", "64Mi", "v1",
        "20010-1-1", "2001-12-14x", "1:300", "inf", "nan", "yesterday", "ok", "nULL", "١٢",
    ])
    func leavesTextPlainThatNobodyTakesForMore(_ text: String) {
        #expect(YAMLWriter.text(ValueTree.string(text).document().root) == "\(text)\n")
    }

    @Test func escapesWhatNoTextMayHold() {
        // Some readers take no tab in a plain text.
        #expect(YAMLWriter.text(ValueTree.string("a\tb").document().root) == "\"a\\tb\"\n")
        #expect(YAMLWriter.text(ValueTree.string("a\u{FFFE}\u{FFFF}").document().root) == "\"a\\ufffe\\uffff\"\n")
    }

    @Test func keepsTheTagsOfApplications() throws {
        let source =
            "a: !secret x\nb: !list\n- !<tag:example.com,2000:y> z\n- !empty {}\nc: !map\n  d: e\n"
            + "f: !!binary aGk=\ng: !!set\n  h: null\ni: !!omap\n- j: 1\n"
        #expect(YAMLWriter.text(try YAMLReader.read(Array(source.utf8)).root) == source)
    }

    @Test func writesElementsOfASequence() throws {
        var text: [UInt8] = []
        for tree in [["a": 1, "b": [2]], 3, [4, 5], [:]] as [ValueTree] {
            try YAMLWriter(isElement: true).write(tree.document().root, to: &text)
        }
        #expect(String(decoding: text, as: UTF8.self) == "- a: 1\n  b:\n  - 2\n- 3\n- - 4\n  - 5\n- {}\n")
    }

    static func expectRoundTrip(_ document: Document, _ name: String) throws {
        let text = YAMLWriter.text(document.root)
        let again = Result { () throws(DocumentError) in try YAMLReader.read(Array(text.utf8)) }
        guard case .success(let read) = again else {
            Issue.record("\(name): \(again) in\n\(text)")
            return
        }
        #expect(read == document, "\(name) as\n\(text)")
        #expect(YAMLWriter.text(read.root) == text)
    }
}
