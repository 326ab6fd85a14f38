import DocumentKit
import Foundation
import Synchronization
import TestSupport
import Testing
import WorkflowAPI
import WorkflowModel

@testable import LocalEngine

/// Real processes, as far as `sh` reaches.
@Suite(.timeLimit(.minutes(5))) struct RunTests {
    private let fixture: LocalFixture

    init() throws { fixture = try LocalFixture() }

    private func node(_ workflow: Workflow, _ name: String) -> WorkflowNode? {
        workflow.nodes.first { $0.displayName == name }
    }

    @Test func runsAContainersCommand() async throws {
        let done = try await fixture.run(workflow(shell("main", "echo hello; echo oops >&2")))
        #expect(done.phase == .succeeded)
        #expect(done.progress == "1/1")
        #expect(done.nodes.map(\.id) == ["demo"])
        #expect(done.firstNode?.exitCode == 0)
        #expect(done.label("workflows.argoproj.io/completed") == "true")
        #expect(Set(try await fixture.logs("demo")) == ["hello", "oops"])
    }

    @Test func runsAScriptInAFolderOfItsOwn() async throws {
        let done = try await fixture.run(
            workflow([
                "name": "main",
                "script": [
                    "command": ["sh"], "args": ["-e"],
                    "source":
                        "echo $#\npwd | sed 's,.*/pods/,,'\nls -A\necho \"$TMPDIR\" | sed 's,.*/pods/,,'\necho $WHO",
                    "env": [["name": "WHO", "value": "{{workflow.name}}"]],
                ],
            ]))
        #expect(done.phase == .succeeded)
        #expect(try await fixture.logs("demo") == ["0", "demo/work", "demo/tmp", "demo"])
    }

    @Test(arguments: [
        ("exit 3", "main: Error (exit code 3)", 3), ("sh -c 'kill -9 $PPID'; true", "main: Error (exit code 137)", 137),
    ])
    func aCommandThatFailsFailsTheRun(_ line: String, _ message: String, _ code: Int) async throws {
        let done = try await fixture.run(workflow(shell("main", line)))
        #expect(done.phase == .failed)
        #expect(done.message == message)
        #expect(done.firstNode?.exitCode == code)
        #expect(done.outcome == .failed)
    }

    @Test func handsResultsAndFilesFromStepToStep() async throws {
        let done = try await fixture.run(
            workflow(
                steps(
                    "main", [call("make", "make")],
                    [call("use", "use", ["x": "{{steps.make.outputs.result}} {{steps.make.outputs.parameters.p}}"])]),
                shell("make", "echo printed; echo written > out.txt", outputs: ["p": "out.txt"]),
                shell("use", "echo got {{inputs.parameters.x}}", inputs: ["x"])))
        #expect(done.phase == .succeeded)
        #expect(try await fixture.logs("demo").last == "got printed written")
        #expect(node(done, "make")?.result == "printed")
        #expect(node(done, "make")?.outputParameters.map(\.value) == ["written"])
        #expect(node(done, "use")?.inputParameters.map(\.value) == ["printed written"])
    }

    @Test func anOutputFileThatIsMissingIsAnErrorUnlessThereIsADefault() async throws {
        var template = shell("main", "true", outputs: ["p": "gone"])
        let done = try await fixture.run(workflow(template))
        #expect(done.phase == .error)
        #expect(done.message.hasPrefix("output parameter 'p': cannot open '"))
        #expect(done.message.hasSuffix("/pods/demo/work/gone': No such file or directory"))
        template["outputs"]?["parameters"]?[0]?["valueFrom"]?["default"] = "fallback"
        let other = try await fixture.run(workflow(named: "other", template))
        #expect(other.phase == .succeeded)
        #expect(other.outputParameters.map(\.value) == ["fallback"])
    }

    @Test func runsADiamond() async throws {
        let done = try await fixture.run(
            workflow(
                dag(
                    "main", call("a", "p", ["n": "a"]), call("b", "p", ["n": "b"], after: ["a"]),
                    call("c", "p", ["n": "c"], after: ["a"]), call("d", "p", ["n": "d"], after: ["b", "c"])),
                shell("p", "echo {{inputs.parameters.n}}", inputs: ["n"])))
        #expect(done.phase == .succeeded)
        let lines = try await fixture.logs("demo")
        #expect(lines.first == "a" && lines.last == "d" && Set(lines) == ["a", "b", "c", "d"])
        #expect(done.progress == "4/4")
    }

    @Test func whatAPodLeavesBehindEndsWithIt() async throws {
        // The child holds the pipe open; the run ends all the same, and so does the child.
        let done = try await fixture.run(workflow(shell("main", "sleep 600 & echo $!")))
        #expect(done.phase == .succeeded)
        let pid = try #require(Int32(try await fixture.logs("demo")[0]))
        // It is killed, and ends when its turn comes.
        while ProcessStamp(running: pid) != nil { await Task.yield() }
    }

    @Test func aProcessThatWentItsOwnWayDoesNotKeepItsPod() async throws {
        // It goes on until it writes something, which nobody reads any more.
        let done = try await fixture.run(
            workflow(shell("main", "setsid sh -c 'while sleep 1; do echo x; done' & echo done")))
        #expect(done.phase == .succeeded)
        #expect(try await fixture.logs("demo").contains("done"))
    }

    /// Runs it with more and more time until it has written something before that was up: a busy machine may start it late.
    private func runTooLong(_ line: String) async throws -> (run: Workflow, lines: [String]) {
        var template = shell("main", line)
        var seconds = 1
        while true {
            template["activeDeadlineSeconds"] = .number(seconds)
            let done = try await fixture.run(workflow(named: "demo-\(seconds)", template))
            #expect(done.phase == .failed)
            #expect(done.message == "Pod was active on the node longer than the specified deadline")
            let lines = try await fixture.logs(done.name)
            if !lines.isEmpty { return (done, lines) }
            seconds *= 2
        }
    }

    @Test func aPodThatTakesTooLongIsStopped() async throws {
        let (done, lines) = try await runTooLong("echo started; sleep 600")
        #expect(lines == ["started"])
        #expect(done.firstNode?.exitCode == 143)
    }

    @Test func aPodThatIgnoresBeingAskedIsKilled() async throws {
        let (done, _) = try await runTooLong("trap '' TERM; echo deaf; while :; do sleep 600; done")
        #expect(done.firstNode?.exitCode == 137)
    }

    @Test func aRunThatTakesTooLongIsStopped() async throws {
        let done = try await fixture.run(
            workflow(steps("main", [call("a", "p"), call("b", "p")], [call("c", "p")]), shell("p", "sleep 600"))
                .setting("activeDeadlineSeconds", in: "spec", to: 1))
        #expect(done.phase == .failed)
        #expect(done.message == "Step exceeded its deadline")
        #expect(done.nodes.filter { $0.type == .pod }.map(\.phase) == [.failed, .failed])
    }

    @Test func aCommandThatOnlyTheRunCanKnowIsAnErrorOfItsNode() async throws {
        let done = try await fixture.run(
            workflow(
                arguments: ["c": "no-such-command"],
                ["name": "main", "container": ["command": ["{{workflow.parameters.c}}"]]]))
        #expect(done.phase == .error)
        #expect(done.message == "cannot start 'no-such-command': No such file or directory")
    }

    @Test func aWorkingFolderThatIsNotThereIsAnErrorOfItsNode() async throws {
        var template = shell("main", "true")
        template["container"]?["workingDir"] = "/no/such/folder"
        let done = try await fixture.run(workflow(template))
        #expect(done.message == "cannot enter '/no/such/folder': No such file or directory")
    }

    @Test func anArgumentThatCCannotHoldIsAnErrorOfItsNode() async throws {
        let done = try await fixture.run(workflow(shell("main", "echo a\0b")))
        #expect(done.phase == .error)
        #expect(done.message.hasSuffix(": Invalid argument"))
    }

    @Test func passesTheEnvironmentAndItsOwnVariablesOn() async throws {
        var template = shell("main", "echo $A $(B) '$(PATH)'")
        template["container"]?["env"] = [["name": "A", "value": 1], ["name": "B", "value": "$(A)2"]]
        let done = try await fixture.run(workflow(template))
        #expect(done.phase == .succeeded)
        #expect(try await fixture.logs("demo") == ["1 12 $(PATH)"])
    }

    @Test func refusesBeforeTheRunWhatCannotRun() async throws {
        await #expect(
            throws: BackendError.invalid(
                """
                spec.templates[0].container.command[0] is not in PATH: 'no-such-command'
                spec.templates[1].container.command[0] is no program of this machine: '/no/such/program'
                """)
        ) {
            try await fixture.submit(
                workflow(
                    ["name": "main", "container": ["command": ["no-such-command"]]],
                    ["name": "other", "container": ["command": ["/no/such/program"]]]))
        }
        #expect(try await fixture.list().isEmpty)
    }

    @Test func aRehearsalStoresNothing() async throws {
        let rehearsed = try await fixture.workflows.submit(
            Submission(.manifest(workflow(shell("main", "true"))), namespace: "default", dryRun: .server))
        #expect(rehearsed.name == "demo" && !rehearsed.uid.isEmpty)
        #expect(try await fixture.list().isEmpty)
    }

    @Test func notesWhatDoesNotMatterHere() async throws {
        var template = shell("main", "true")
        template["container"]?["image"] = "busybox"
        _ = try await fixture.run(workflow(template).setting("status", in: "", to: ["phase": "Succeeded"]))
        #expect(
            fixture.notes.withLock { $0 } == [
                "images are not used: the commands run as processes of this machine",
                "the status in the manifest is not taken over: the run gets its own",
            ])
    }

    @Test func generatesANameThatIsFree() async throws {
        var manifest = workflow(shell("main", "true"))
        manifest["metadata"] = ["generateName": "many-"]
        let names = [try await fixture.submit(manifest).name, try await fixture.submit(manifest).name]
        #expect(Set(names).count == 2)
        for name in names {
            #expect(name.hasPrefix("many-") && name.count == 10)
            #expect(try await fixture.finish(name).phase == .succeeded)
        }
    }

    @Test(
        arguments: [
            (["kind": "Pod"], "kind must be 'Workflow', not 'Pod'"),
            ("text", "a manifest must be an object"),
            (["metadata": [:]], "metadata.name is missing, and so is metadata.generateName"),
            (["metadata": ["name": "../up"]], "metadata.name '../up' is no name: \(ObjectName.rule)"),
            (["metadata": ["generateName": "Up-"]], "metadata.generateName 'Up-' is no name: \(ObjectName.rule)"),
            (
                ["metadata": ["name": "a", "namespace": "other"]],
                "the namespace of the workflow, 'other', is not the one it is sent to, 'default'"
            ),
        ] as [(ValueTree, String)])
    func manifestsOfOtherShapesAreRefused(_ manifest: ValueTree, _ message: String) async {
        await #expect(throws: BackendError.invalid(message)) { try await fixture.submit(manifest) }
    }

    @Test func deletingARunEndsItsProcessesFirst() async throws {
        try await fixture.submit(workflow(shell("main", "echo $$; sleep 600")))
        let running = try await fixture.watch("demo") { $0.firstNode?.phase == .running }
        #expect(running.phase == .running)
        let group = try #require(ProcessLedger(reading: fixture.folder("demo").processes).groups.first)
        try await fixture.workflows.delete(fixture.reference("demo"), force: false)
        #expect(!group.isAlive)
        #expect(try await fixture.list().isEmpty)
        await #expect(throws: BackendError.notFound("workflow 'demo' not found")) {
            try await fixture.workflows.delete(fixture.reference("demo"), force: false)
        }
        #expect(try Files.names(in: fixture.layout.trash) == [])
    }

    @Test func watchingTellsEveryChangeAndTheEnd() async throws {
        try await fixture.submit(workflow(shell("main", "echo hello")))
        var phases: [String] = []
        let fixture = fixture
        try await fixture.workflows.watch(fixture.reference("demo")) { event in
            guard case .changed(let workflow) = event else { return .stop }
            if phases.last != workflow.phaseText { phases.append(workflow.phaseText) }
            return workflow.isFinished ? .stop : .proceed
        }
        #expect(phases.last == "Succeeded")
        #expect(["Pending", "Running", "Succeeded"].filter(phases.contains) == phases)
    }

    @Test func watchingTellsThatARunWasDeleted() async throws {
        _ = try await fixture.run(workflow(shell("main", "true")))
        let fixture = fixture
        var wasDeleted = false
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (started, starting) = AsyncStream<Void>.makeStream()
            group.addTask {
                for await _ in started { break }
                try await fixture.workflows.delete(fixture.reference("demo"), force: false)
            }
            try await fixture.workflows.watch(fixture.reference("demo")) { event in
                starting.yield()
                if case .deleted = event { wasDeleted = true }
                return .proceed
            }
            try await group.waitForAll()
        }
        #expect(wasDeleted)
    }

    /// Its runner is ended first, and must not be heard of an end that is no run's own.
    @Test func aRunThatIsDeletedBeforeItIsOverNeverSeemsToEnd() async throws {
        try await fixture.submit(workflow(shell("main", "sleep 600")))
        _ = try await fixture.watch("demo") { $0.firstNode?.phase == .running }
        let fixture = fixture
        var states: [Bool] = []
        var wasDeleted = false
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (started, starting) = AsyncStream<Void>.makeStream()
            group.addTask {
                for await _ in started { break }
                try await fixture.workflows.delete(fixture.reference("demo"), force: false)
            }
            try await fixture.workflows.watch(fixture.reference("demo")) { event in
                starting.yield()
                switch event {
                case .changed(let workflow), .deleted(let workflow): states.append(workflow.isFinished)
                case .unchanged: break
                }
                if case .deleted = event { wasDeleted = true }
                return .proceed
            }
            try await group.waitForAll()
        }
        #expect(wasDeleted)
        #expect(!states.contains(true))
    }

    @Test func theYoungestIsTheLatest() async throws {
        for name in ["b", "c", "a"] { _ = try await fixture.run(workflow(named: name, shell("main", "true"))) }
        #expect(try await fixture.workflows.get(fixture.reference("@latest")).name == "a")
        #expect(try await fixture.list().map(\.name) == ["a", "c", "b"])
        await #expect(throws: BackendError.notFound("no workflows found in namespace 'empty'")) {
            try await fixture.workflows.get(fixture.reference("@latest", "empty"))
        }
    }

    @Test func listsByEveryCondition() async throws {
        _ = try await fixture.run(workflow(named: "good", shell("main", "true")))
        // Conditions on times know whole seconds only, as documents do.
        var tree = ValueTree(try JSONReader.read(Files.read(fixture.folder("good").document)).root)
        tree["metadata"]?["creationTimestamp"] = "2026-01-02T03:04:05Z"
        tree["status"]?["finishedAt"] = "2026-01-02T03:04:06Z"
        try fixture.folder("good").write(tree)
        let middle = try #require(Timestamp(rfc3339: "2026-01-02T03:04:07Z"))
        let bad = workflow(named: "bad-one", shell("main", "exit 1")).setting("labels", in: "metadata", to: ["x": "y"])
        _ = try await fixture.run(bad)
        let changes: [((inout WorkflowQuery) -> Void, [String])] = [
            ({ _ in }, ["bad-one", "good"]),
            ({ $0.phases = [.failed, .error] }, ["bad-one"]),
            ({ $0.isCompleted = false }, []),
            ({ $0.isCompleted = true }, ["bad-one", "good"]),
            ({ $0.isResubmitted = true }, []),
            ({ $0.labelSelector = "x=y" }, ["bad-one"]),
            ({ $0.labelSelector = "workflows.argoproj.io/phase!=Failed" }, ["good"]),
            ({ $0.fieldSelector = "metadata.name=good" }, ["good"]),
            ({ $0.namePrefix = "go" }, ["good"]),
            ({ $0.namePattern = "d-o" }, ["bad-one"]),
            ({ $0.createdAfter = middle }, ["bad-one"]),
            ({ $0.finishedBefore = middle }, ["good"]),
            ({ $0.namespace = "other" }, []),
            ({ $0.namespace = "../default" }, []),
            ({ $0.namespace = nil }, ["bad-one", "good"]),
        ]
        for (change, names) in changes {
            var query = WorkflowQuery(namespace: "default")
            change(&query)
            #expect(try await fixture.list(query).map(\.name) == names, "\(query)")
        }
    }
}

extension Workflow {
    fileprivate var firstNode: WorkflowNode? { nodes.first { _ in true } }
}
