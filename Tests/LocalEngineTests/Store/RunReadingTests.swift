import DocumentKit
import Foundation
import Testing
import WorkflowAPI
import WorkflowModel

@testable import LocalEngine

/// What is left when a runner is killed, at any moment, must be understood by the next command.
@Suite struct RunReadingTests {
    private let fixture: LocalFixture

    init() throws { fixture = try LocalFixture(launcher: NoLauncher()) }

    /// Starts nothing: the lock is let go at once, as if the runner had been killed.
    private struct NoLauncher: RunnerLauncher {
        func launch(_ folder: RunFolder, lock: FileDescriptor) throws(SystemError) {}
        func terminate(_ folder: RunFolder, _ record: RunnerRecord?, byForce: Bool) {}
    }

    private struct BrokenLauncher: RunnerLauncher {
        func launch(_ folder: RunFolder, lock: FileDescriptor) throws(SystemError) {
            throw SystemError("start", "/no/program", code: ENOENT)
        }
        func terminate(_ folder: RunFolder, _ record: RunnerRecord?, byForce: Bool) {}
    }

    private func get() async throws -> Workflow { try await fixture.workflows.get(fixture.reference("demo")) }

    /// What is shown, and written down, once the lock is free: a process that another test starts may have a copy
    /// of it until it becomes its program.
    private func settled() async throws -> Workflow {
        let document = fixture.folder("demo").document
        while true {
            let seen = try await get()
            if Workflow(try JSONReader.read(Files.read(document)).root).isFinished { return seen }
            await Task.yield()
        }
    }

    @Test func aRunWhoseRunnerNeverCameIsAnError() async throws {
        try await fixture.submit(workflow(shell("main", "true")))
        let seen = try await settled()
        #expect(seen.phase == .error)
        #expect(seen.message == "the runner ended before it took up the run")
        #expect(seen.label("workflows.argoproj.io/phase") == "Error")
    }

    @Test func aRunWhoseRunnerWasKilledNamesItAndEndsItsNodes() async throws {
        try await fixture.submit(workflow(shell("main", "true")))
        let folder = fixture.folder("demo")
        var tree = ValueTree(try JSONReader.read(Files.read(folder.document)).root)
        tree["status"] = [
            "phase": "Running",
            "nodes": [
                "demo": ["id": "demo", "name": "demo", "type": "Steps", "phase": "Running"],
                "demo-1": ["id": "demo-1", "name": "demo[0].a", "type": "Pod", "phase": "Succeeded"],
            ],
        ]
        try folder.write(tree)
        try RunnerRecord(process: ProcessStamp(pid: 4711, started: 1)).write(to: folder)
        try Files.write(Array("cannot write 'x': No space left on device\n".utf8), atomicallyTo: folder.runnerLog)
        let seen = try await settled()
        #expect(
            seen.message
                == "the runner ended before the run was over (pid 4711): cannot write 'x': No space left on device")
        #expect(seen.nodes.map(\.phase) == [.error, .succeeded])
        #expect(seen.finishedAt != nil)
    }

    @Test func aBrokenRunEndedWhenItsRunnerLastShowedLife() async throws {
        try await fixture.submit(workflow(shell("main", "true")))
        let folder = fixture.folder("demo")
        var tree = ValueTree(try JSONReader.read(Files.read(folder.document)).root)
        let start: ValueTree = "2100-01-02T03:04:05Z"
        tree["status"] = [
            "phase": "Running", "startedAt": start,
            "nodes": ["demo": ["id": "demo", "name": "demo", "type": "Pod", "phase": "Running", "startedAt": start]],
        ]
        try folder.write(tree)
        let sign = try #require(Timestamp(rfc3339: "2100-01-02T04:04:05Z"))
        var times = [timespec(tv_sec: Int(sign.seconds), tv_nsec: 7), timespec(tv_sec: Int(sign.seconds), tv_nsec: 7)]
        try #require(utimensat(AT_FDCWD, folder.lock, &times, 0) == 0)
        let seen = try await settled()
        #expect(seen.document["status"]?["finishedAt"]?.string == "2100-01-02T04:04:05Z")
        #expect(seen.nodes.map(\.finishedAt) == [sign])
    }

    @Test func aBrokenRunDoesNotEndBeforeItStarted() async throws {
        try await fixture.submit(workflow(shell("main", "true")))
        let folder = fixture.folder("demo")
        var tree = ValueTree(try JSONReader.read(Files.read(folder.document)).root)
        tree["status"] = ["phase": "Running", "startedAt": "2100-01-02T03:04:05Z"]
        try folder.write(tree)
        #expect(try await settled().document["status"]?["finishedAt"]?.string == "2100-01-02T03:04:05Z")
    }

    @Test func aRunnerShowsThatItLivesWhileAStepIsSilent() async throws {
        let fixture = try LocalFixture(
            launcher: ThreadLauncher(
                environment: LocalFixture.environment, settings: RunnerSettings(heartbeat: .milliseconds(1))))
        try await fixture.submit(workflow(shell("main", "exec sleep 1000")))
        _ = try await fixture.watch("demo") { $0.nodes.contains { $0.phase == .running } }
        let lock = fixture.folder("demo").lock
        for _ in 0..<2 {
            let before = Files.stamp(lock)
            while Files.stamp(lock) == before { await Task.yield() }
        }
        try await fixture.workflows.delete(fixture.reference("demo"), force: false)
    }

    @Test func aRunWhoseLockIsHeldIsLeftAlone() async throws {
        try await fixture.submit(workflow(shell("main", "true")))
        let lock = try FileLock.acquire(fixture.folder("demo").lock)
        #expect(try await get().phase == .pending)
        withExtendedLifetime(lock) {}
    }

    @Test(arguments: [
        ("", "line 1, column 1"), ("{\"kind\":\"Work", "line 1, column"), ("[]", "it is not about this workflow"),
        ("{\"metadata\":{\"name\":\"other\"}}", "it is not about this workflow"),
    ])
    func aDocumentThatCannotBeReadShowsAsAnError(_ content: String, _ reason: String) async throws {
        try await fixture.submit(workflow(shell("main", "true")))
        try await fixture.submit(workflow(named: "other", shell("main", "true")))
        let document = fixture.folder("demo").document
        try Files.write(Array(content.utf8), atomicallyTo: document)
        let seen = try await get()
        #expect(seen.phase == .error)
        #expect(seen.message.hasPrefix("cannot read '\(document)': \(reason)"))
        #expect(Set(try await fixture.list().map(\.name)) == ["demo", "other"])
        // Such a run can be removed, and its name taken again.
        try await fixture.workflows.delete(fixture.reference("demo"), force: false)
        try await fixture.submit(workflow(shell("main", "true")))
    }

    @Test func whatIsNoRunIsNotListed() async throws {
        try await fixture.submit(workflow(shell("main", "true")))
        let runs = fixture.layout.runs(in: "default")
        try Files.write([1], atomicallyTo: "\(runs)/file")
        try Files.makeFolder("\(runs)/UPPER")
        try Files.makeFolders("\(fixture.layout.runs)/Not A Namespace/x")
        #expect(try await fixture.list(WorkflowQuery(namespace: nil)).map(\.name) == ["demo"])
        // A folder of ours without a document is a run that lost it.
        try Files.makeFolder("\(runs)/lost")
        #expect(try await fixture.list().first { $0.name == "lost" }?.phase == .error)
    }

    @Test func theProcessesOfABrokenRunAreKilled() async throws {
        try await fixture.submit(workflow(shell("main", "true")))
        let folder = fixture.folder("demo")
        let ends = try FileDescriptor.pipe()
        let pid = try Spawn(
            executable: "/bin/sh", arguments: ["sh", "-c", "sleep 600 & wait"], environment: [:], folder: "/",
            files: [nil, ends.write, nil]
        ).start()
        var ledger = ProcessLedger(folder.processes)
        ledger.add(pid)
        #expect(try await settled().message.hasSuffix("; 1 of its processes still ran and was killed"))
        var status: Int32 = 0
        #expect(waitpid(pid, &status, 0) == pid)
        #expect(ExitStatus(waitStatus: status) == .killed(signal: SIGKILL))
        #expect(Files.stamp(folder.processes) == nil)
    }

    @Test func aProcessThatOnlyHasTheSameNumberIsNotKilled() throws {
        let pid = try Spawn(
            executable: "/bin/sh", arguments: ["sh", "-c", "sleep 600 & wait"], environment: [:], folder: "/"
        ).start()
        let path = "\(fixture.root)/processes"
        try Files.write(Array("\(pid) 1\nnonsense\n-1 -1\n1 1\n".utf8), atomicallyTo: path)
        #expect(ProcessLedger(reading: path).killAll() == 0)
        #expect(ProcessStamp(running: pid) != nil)
        kill(-pid, SIGKILL)
        var status: Int32 = 0
        waitpid(pid, &status, 0)
    }

    @Test func aRunnerThatDoesNotStartLeavesNoRunBehind() async throws {
        let fixture = try LocalFixture(launcher: BrokenLauncher())
        await #expect(
            throws: BackendError.failed(
                "the runner does not start: cannot start '/no/program': No such file or directory")
        ) { try await fixture.submit(workflow(shell("main", "true"))) }
        #expect(try await fixture.list().isEmpty)
        #expect(try Files.names(in: fixture.layout.making) == [])
        #expect(try Files.names(in: fixture.layout.trash) == [])
    }

    @Test func whatAKilledSubmitLeftIsSweptByTheNextUnlessSomebodyIsAtIt() async throws {
        let left = "\(fixture.layout.making)/left"
        try Files.makeFolders("\(left)/logs")
        let other = try FileLock.acquire(fixture.layout.makingLock, .shared)
        try await fixture.submit(workflow(named: "one", shell("main", "true")))
        #expect(Files.stamp(left) != nil)
        flock(other.file.raw, LOCK_UN)
        // A process that another test starts may have a copy of a lock until it becomes its program.
        var count = 0
        while Files.stamp(left) != nil {
            count += 1
            try await fixture.submit(workflow(named: "two-\(count)", shell("main", "true")))
        }
        #expect(try Files.names(in: fixture.layout.making) == [])
    }

    @Test func twoSubmitsOfOneNameDoNotMeet() async throws {
        let fixture = fixture
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    do {
                        try await fixture.submit(workflow(shell("main", "true")))
                        return true
                    } catch {
                        return error as? BackendError != .conflict("workflow 'demo' already exists")
                    }
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(outcomes.filter(\.self).count == 1)
        #expect(try await fixture.list().count == 1)
    }
}
