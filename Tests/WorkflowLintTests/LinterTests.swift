import DocumentKit
import Testing
import WorkflowLint

@Suite struct LinterTests {
    @Test func findingsStandInTheOrderOfTheDocuments() throws {
        let subjects = try ["v1", "argoproj.io/v1alpha1", "v2"].map { version in
            let text = #"{"apiVersion": "\#(version)", "kind": "Workflow", "metadata": {"name": "a"}}"#
            return Subject(source: "a.json", kind: .workflow, value: try JSONReader.read(Array(text.utf8)).root)
        }
        let findings = Linter(subjects).findings().filter { $0.rule == .invalidValue }
        #expect(findings.map(\.subject) == [0, 2])
        #expect(findings.map(\.place.position.column) == [16, 16])
    }

    @Test func everyRuleSaysWhatItFinds() {
        for rule in Rule.allCases {
            #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix("."))
            #expect(rule.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
        }
    }
}
