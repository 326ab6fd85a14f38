import ArgumentKit
import TestSupport
import Testing
import WorkflowAPI
import WorkflowModel

@testable import WorkflowCommands

/// From words to options, and from options to what is asked of a backend.
@Suite struct OptionTests {
    static let now = Timestamp(seconds: 1_000_000)

    @Test func listSaysItsFiltersToTheServer() throws {
        let command = try parsed(
            ListCommand.self,
            ["-A", "--status", "Failed,Error", "--completed", "-lapp=x", "--prefix=a", "--since", "1h", "--older=2m"])
        var expected = WorkflowQuery(namespace: nil)
        expected.phases = [.failed, .error]
        expected.isCompleted = true
        expected.labelSelector = "app=x"
        expected.namePrefix = "a"
        expected.createdAfter = Self.now - .seconds(3600)
        expected.finishedBefore = Self.now - .seconds(120)
        expected.fields = .row
        #expect(command.query(namespace: "argo", now: Self.now) == expected)
    }

    @Test func everyFilterOfAListIsOneOfDelete() throws {
        let words = [
            "--name-pattern", "b*", "--created-after=2026-01-02T00:00:00Z", "--until", "1m", "--finished-after=2m",
            "--finished-before", "1970-01-02", "--workflow=wf-1", "--resubmitted", "--field-selector=metadata.name=x",
        ]
        let list = try parsed(ListCommand.self, words)
        var expected = WorkflowQuery(namespace: "argo")
        expected.definition = "wf-1"
        expected.isResubmitted = true
        expected.fieldSelector = "metadata.name=x"
        expected.namePattern = "b*"
        expected.createdAfter = Timestamp(seconds: 1_767_312_000)
        expected.createdBefore = Self.now - .seconds(60)
        expected.finishedAfter = Self.now - .seconds(120)
        expected.finishedBefore = Timestamp(seconds: 86_400)
        expected.fields = .row
        #expect(list.query(namespace: "argo", now: Self.now) == expected)
        expected.fields = .names
        #expect(try parsed(DeleteCommand.self, words).query(namespace: "argo", now: Self.now) == expected)
    }

    @Test(arguments: [
        ("table", FieldSelection.row), ("wide", .wideRow), ("name", .names), ("json", .everything),
        ("jsonl", .everything),
    ])
    func listAsksForNoMoreThanItPrints(_ format: String, _ fields: FieldSelection) throws {
        let command = try parsed(ListCommand.self, ["-o", format])
        #expect(command.query(namespace: "argo", now: Self.now).fields == fields)
    }

    @Test(arguments: [
        (["--since", "1500ms"], 2), (["--since", "10m"], 600), (["--since-time", "1970-01-12T13:46:30Z"], 610),
        ([], nil),
    ])
    func logsCountAPartOfASecondAsAWholeOne(_ words: [String], _ seconds: Int?) throws {
        let command = try parsed(LogsCommand.self, ["x"] + words)
        let reference = WorkflowReference(namespace: "argo", name: "x")
        #expect(command.query(reference, now: Self.now).sinceSeconds == seconds)
    }

    @Test func parametersAreCutOnceAndTheLastOneCounts() async throws {
        let overrides = try parsed(SubmitCommand.self, ["wf.json", "-p", "a=1,b=2", "-p", "c==", "-p", "a=3"]).overrides
        let input = Input(
            readFile: { path throws(InputError) in throw InputError(name: path, reason: "not asked for") },
            readStandardInput: { () throws(InputError) in [] }, listFolder: { _ in nil }, fetch: { _, _ in [] })
        let options = try await overrides.resolved(ManifestReader(input: input, isStrict: false) { _ in })
        #expect(options.parameters.map(\.argument) == ["c==", "a=3"])
    }

    @Test func globalOptionsStandOnEitherSideOfTheCommand() async {
        var harness = CommandHarness()
        harness.environment = [:]
        harness.argo.add("list", namespace: "list")
        let before = await harness.run("-n", "list", "-s", "http://argo.test:2746", "list", "-o", "name")
        let after = await harness.run("list", "-o", "name", "--namespace=list", "-shttp://argo.test:2746")
        #expect(before == CommandHarness.Result(.success, out: "list\n"))
        #expect(after == before)
    }

    private func parsed<C: Command>(_ type: C.Type, _ words: [String]) throws -> C {
        guard case .value(let command) = try C.parse(words) else { throw ArgumentError.conflict("help was asked for") }
        return command
    }
}
