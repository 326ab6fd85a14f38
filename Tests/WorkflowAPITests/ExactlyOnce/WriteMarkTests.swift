import DocumentKit
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

@Suite struct WriteMarkTests {
    /// The name that the body of a creation carries.
    static func name(in request: LoopbackRequest) -> String? {
        (try? JSONReader.read(request.body))?.root[path: "workflow", "metadata", "name"]?.string
    }

    @Test func namesWhatHasNoNameByTheRuleOfKubernetes() throws {
        let random = TestTime().timeAndChance.random
        for length in [1, 20, 57, 58, 59, 200] {
            let prefix = String(repeating: "a", count: length)
            let mark = try #require(WriteMark(name: "", generateName: prefix, random: random))
            #expect(mark.name.hasPrefix(prefix.prefix(58)))
            let suffix = mark.name.dropFirst(min(length, 58))
            #expect(suffix.wholeMatch(of: /[bcdfghjklmnpqrstvwxz2456789]{5}/) != nil)
        }
    }

    @Test func keepsANameThatWasGiven() throws {
        var mark = try #require(WriteMark(name: "job", generateName: "other-") { 0 })
        #expect(mark.name == "job")
        #expect(!mark.rename { 1 })
        #expect(mark.name == "job")
    }

    @Test func namesNothingWithoutAWordToGoBy() {
        #expect(WriteMark(name: nil, generateName: nil) { 0 } == nil)
        #expect(WriteMark(name: "", generateName: "") { 0 } == nil)
    }

    @Test(arguments: [
        (
            #"{"metadata":{"name":"a"},"spec":1.0}"#,
            #"{"metadata":{"name":"a","annotations":{"wfctl/request-id":"ID"}},"spec":1.0}"#
        ),
        (
            #"{"metadata":{"generateName":"a","annotations":{"x":"y","wfctl/request-id":"old"}}}"#,
            #"{"metadata":{"generateName":"a","annotations":{"x":"y","wfctl/request-id":"ID"},"name":"abbbbb"}}"#
        ),
        (
            #"{"metadata":{"name":"a","annotations":null}}"#,
            #"{"metadata":{"name":"a","annotations":{"wfctl/request-id":"ID"}}}"#
        ),
        (#"{"metadata":{"name":"a","annotations":[1]}}"#, #"{"metadata":{"name":"a","annotations":[1]}}"#),
    ])
    func addsNothingToAManifestButTheMark(_ manifest: String, _ marked: String) throws {
        let tree = try JSONReader.read(Array(manifest.utf8)).root.tree
        let mark = try #require(WriteMark(tree) { 0 })
        let id = "00000000-0000-4000-8000-000000000000"
        #expect(mark.requestID == id)
        #expect(
            JSONWriter.text(mark.marked(tree), style: .compact) == marked.replacing("ID", with: id))
    }

    @Test func goesIntoTheOptionsOfASubmissionOfSomethingStored() throws {
        var options = SubmitOptions()
        options.generateName = "run-"
        options.labels = [.init(name: "a", value: "b")]
        let submission = Submission(.resource(.workflowTemplate, name: "t", options: options), namespace: "argo")
        let mark = try #require(WriteMark(submission) { 0 })
        let body = try #require(ArgoEndpoints.submit(submission, mark: mark).body)
        #expect(
            body["submitOptions"] == [
                "name": "run-bbbbb", "generateName": "run-", "labels": "a=b",
                "annotations": "wfctl/request-id=00000000-0000-4000-8000-000000000000",
            ])
        options.generateName = nil
        let plain = Submission(.resource(.workflowTemplate, name: "t", options: options), namespace: "argo")
        #expect(WriteMark(plain) { 0 }?.name == "t-bbbbb")
    }
}
