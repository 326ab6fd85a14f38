import DocumentKit
import Testing

@testable import WorkflowModel

/// What a dashboard's documents say, and what they look like as workflows.
@Suite struct DashboardTests {
    @Test(arguments: [
        ("10:25", 625), ("00:10:25", 625), ("01:16:25", 4_585), ("00:00", 0), ("90:00", 5_400), ("123:00:00", 442_800),
    ])
    func readsBothSpellingsOfADuration(_ text: String, _ seconds: Int) {
        #expect(Duration(dashboard: text) == .seconds(seconds))
    }

    @Test(arguments: ["", "10", ":10", "10:", "10:60", "1:60:00", "1:2:3:4", "-1:00", "1h", "10:2x", "9999999999:00"])
    func anyOtherTextIsNoDuration(_ text: String) {
        #expect(Duration(dashboard: text) == nil)
    }

    @Test(arguments: [
        ("2025-07-10T14:45:00Z", ["14:45:10", "14:47:30"], ["2025-07-10T14:45:10Z", "2025-07-10T14:47:30Z"]),
        ("2025-07-10T23:59:50Z", ["23:59:55", "00:00:05"], ["2025-07-10T23:59:55Z", "2025-07-11T00:00:05Z"]),
        // A clock that is a little behind makes no day of it, on either side of midnight.
        ("2025-07-10T14:45:00Z", ["14:44:58"], ["2025-07-10T14:44:58Z"]),
        ("2025-07-10T00:00:01Z", ["23:59:58", "00:00:02"], ["2025-07-09T23:59:58Z", "2025-07-10T00:00:02Z"]),
        ("2025-07-10T14:00:00Z", ["13:30:00", "12:30:00"], ["2025-07-10T13:30:00Z", "2025-07-11T12:30:00Z"]),
        ("2025-12-31T23:00:00Z", ["22:59:59.250", "01:00:00"], ["2025-12-31T22:59:59Z", "2026-01-01T01:00:00Z"]),
        ("2025-07-10T01:00:00+02:00", ["01:00:10"], ["2025-07-09T23:00:10Z"]),
        ("2025-07-10T20:00:00-05:30", ["20:00:10"], ["2025-07-11T01:30:10Z"]),
        (
            "2025-07-10T14:45:00Z", ["2025-07-12T01:00:00Z", "01:00:05"],
            ["2025-07-12T01:00:00Z", "2025-07-12T01:00:05Z"]
        ),
        ("2025-07-10T14:45:00Z", ["", "24:00:00", "noon", "1:2:3"], [nil, nil, nil, nil]),
        ("yesterday", ["14:45:10"], [nil]),
    ])
    func combinesTimesOfDayWithTheDateOfTheStart(_ start: String, _ texts: [String], _ expected: [String?]) {
        var clock = DashboardClock(startText: start)
        #expect(texts.map { clock.time(of: $0)?.rfc3339 } == expected)
    }

    static func execution(_ json: String) throws -> DashboardExecution {
        DashboardExecution(try JSONReader.read(Array(json.utf8)).root, of: "wf-1001")
    }

    static let failed = """
        {"id": "exec-4892", "status": "failed", "startTime": "2025-07-05T09:30:00Z", "endTime": "2025-07-05T10:15:45Z",
         "duration": "00:45:45", "executor": "ops team", "error": "GPU memory allocation failed",
         "parameters": {"datasetPath": "s3://datasets/imagenet", "batchSize": 64, "deep": {"a": [1]}},
         "stepExecutions": [
           {"name": "Prepare", "status": "completed", "startTime": "2025-07-05T09:30:00Z", "duration": "00:10:25"},
           {"name": "Train", "status": "failed", "startTime": "2025-07-05T09:30:00Z", "error": "out of memory"},
           {"name": "Train", "status": "running", "startTime": "2025-07-05T09:30:00Z"},
           {"name": "Odd", "status": "sleeping"}]}
        """

    @Test func anExecutionIsAWorkflow() throws {
        let execution = try Self.execution(Self.failed)
        let workflow = execution.workflow
        #expect(workflow.name == "wf-1001/exec-4892")
        #expect(workflow.namespace == "")
        #expect(workflow.phase == .failed && workflow.isFinished && workflow.outcome == .failed)
        #expect(workflow.message == "GPU memory allocation failed")
        #expect(workflow.duration(now: .epoch) == .seconds(2_745))
        #expect(workflow.createdAt == workflow.startedAt)
        #expect(workflow.executor == "ops team")
        #expect(workflow.progress == "1/4")
        #expect(workflow.spec?.templateReference?.name == "wf-1001")
        let parameters = workflow.parameters.map { "\($0.name)=\($0.value ?? "")" }
        #expect(parameters == ["datasetPath=s3://datasets/imagenet", "batchSize=64", #"deep={"a":[1]}"#])
        // What is printed is what came, to the last byte of a number.
        #expect(workflow.document == execution.document)
    }

    @Test func stepsArePodsInTheirOrder() throws {
        let workflow = try Self.execution(Self.failed).workflow
        let rows = workflow.nodeTree().mainRows().map(\.node)
        #expect(rows.map(\.displayName) == ["wf-1001/exec-4892", "Prepare", "Train", "Train (2)", "Odd"])
        #expect(rows.map(\.phaseText) == ["Failed", "Succeeded", "Failed", "Running", "sleeping"])
        #expect(rows.map(\.message) == ["GPU memory allocation failed", "", "out of memory", "", ""])
        #expect(rows.dropFirst().map { workflow.podName(of: $0) } == ["Prepare", "Train", "Train (2)", "Odd"])
        // An end that was not sent follows from the duration.
        #expect(rows[1].duration(now: .epoch) == .seconds(625))
        #expect(rows[2].finishedAt == workflow.finishedAt)
        #expect(rows[3].finishedAt == nil)
    }

    @Test(arguments: [
        ("pending", "Pending", nil), ("running", "Running", nil), ("cancelling", "Running", nil),
        ("completed", "Succeeded", Outcome.succeeded), ("failed", "Failed", .failed),
        ("cancelled", "Failed (Terminated)", .failed), ("queued", "queued", nil),
    ])
    func wordsOfADashboardArePhases(_ word: String, _ status: String, _ outcome: Outcome?) throws {
        let workflow = try Self.execution(#"{"id":"e","status":"\#(word)","startTime":"2025-07-05T09:30:00Z"}"#)
            .workflow
        #expect(workflow.statusText == status)
        #expect(workflow.outcome == outcome)
        #expect(workflow.message == (word.hasPrefix("cancel") ? word : ""))
        #expect(workflow.document["status"]?.string == word)
    }

    @Test func statesOfAnExecutionAreToldApart() throws {
        let states = try [#"{"id":"e","status":"running"}"#, #"{"id":"e","status":"running","executor":"x"}"#].map {
            try Self.execution($0).workflow.resourceVersion
        }
        #expect(states[0] != states[1])
        #expect(try Self.execution(#"{"id":"e","status":"running"}"#).workflow.resourceVersion == states[0])
    }

    @Test func aMessageOfSeveralLinesIsAsManyLinesAndALevelIsSaid() throws {
        let execution = try Self.execution(
            """
            {"id": "e", "status": "running", "startTime": "2025-07-10T14:45:00Z", "stepExecutions": [{"name": "a", "logs": [
              {"timestamp": "14:45:10", "level": "info", "message": "one\\ntwo"},
              {"timestamp": "14:45:11", "level": "error", "message": "three"},
              {"timestamp": "?", "level": "warning"}]}]}
            """)
        let lines = execution.steps[0].step.lines(startedAt: execution.progress)
        #expect(lines.map(\.text) == ["one", "two", "[error] three", "[warning] "])
        #expect(
            lines.map { $0.time?.rfc3339 }
                == ["2025-07-10T14:45:10Z", "2025-07-10T14:45:10Z", "2025-07-10T14:45:11Z", nil])
    }

    @Test func aDefinitionIsATemplate() throws {
        let json = """
            {"id": "wf-1001", "name": "Training", "status": "active", "priority": "high",
             "createdAt": "2025-06-15T10:30:00Z", "environments": ["production", "staging"],
             "steps": [{"name": "Prepare", "status": "completed", "duration": "10:25"}]}
            """
        let resource = DashboardDefinition(try JSONReader.read(Array(json.utf8)).root).resource
        #expect(resource.name == "wf-1001" && resource.kind == .workflowTemplate)
        #expect(resource.createdAt?.rfc3339 == "2025-06-15T10:30:00Z")
        let definition = try #require(DashboardDefinition(resource))
        #expect(definition.name == "Training" && definition.environments == ["production", "staging"])
        #expect(definition.steps.map(\.duration) == [.seconds(625)])
        #expect(DashboardDefinition(Resource(.workflowTemplate, resource.document)) == nil)
    }
}
