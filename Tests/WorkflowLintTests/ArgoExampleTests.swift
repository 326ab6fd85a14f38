import DocumentKit
import Testing
import WorkflowLint

@Suite(.enabled(if: ArgoExamples.folder != nil, "WFCTL_CONFORMANCE is not set: argo's examples are not linted"))
struct ArgoExampleTests {
    @Test func noneHasAnError() throws {
        let subjects = try ArgoExamples.subjects()
        #expect(subjects.count > 200)
        for finding in Linter(subjects).findings() where finding.severity == .error {
            Issue.record(
                "\(subjects[finding.subject].source):\(finding.place.position): \(finding.message) [\(finding.rule.rawValue)]"
            )
        }
    }

    @Test func theirShapeIsWarnedOfWhereANameIsMissing() throws {
        let subjects = try ArgoExamples.subjects()
        let rules: Set<Rule> = [.missingName, .bareScalar, .legacyField]
        let warnings = Linter(subjects).findings().filter { rules.contains($0.rule) }
        #expect(warnings.map { subjects[$0.subject].source } == ["fun-with-gifs.yaml", "k8s-jobs.yaml"])
        #expect(warnings.allSatisfy { $0.rule == .missingName })
    }
}
