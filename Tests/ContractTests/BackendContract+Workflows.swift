import DocumentKit
import TestSupport
import Testing
import WorkflowAPI
import WorkflowModel

extension BackendContract {
    @Suite struct Workflows {
        @Test(arguments: BackendUnderTest.takingManifests)
        func givesBackWhatWasSubmitted(_ backend: BackendUnderTest) async throws {
            try await backend.withSite { site in
                let job = Job("job", labels: ["team": "blue"])
                let created = try await site.workflows.submit(job.submission())
                let stored = try await site.workflows.get(job.reference)
                for workflow in [created, stored] {
                    #expect(workflow.name == "job")
                    #expect(workflow.namespace == "one")
                    #expect(workflow.label("team") == "blue")
                    #expect(workflow.document["spec"]?.tree == job.manifest()["spec"])
                }
                #expect(!created.uid.isEmpty && created.uid == stored.uid)
                #expect(created.createdAt != nil && created.createdAt == stored.createdAt)
            }
        }

        @Test(arguments: BackendUnderTest.takingManifests)
        func makesNamesThatDiffer(_ backend: BackendUnderTest) async throws {
            try await backend.withSite { site in
                var manifest = Job("job").manifest()
                manifest["metadata"] = ["generateName": "job-"]
                let submission = Submission(.manifest(manifest), namespace: "one")
                let first = try await site.workflows.submit(submission)
                let second = try await site.workflows.submit(submission)
                #expect(first.name.hasPrefix("job-") && first.name.count > 4)
                #expect(try await site.names() == ["one/\(first.name)", "one/\(second.name)"].sorted())
            }
        }

        @Test(arguments: BackendUnderTest.takingManifests, [WorkflowPhase.running, .succeeded])
        func aTakenNameIsAConflict(_ backend: BackendUnderTest, _ phase: WorkflowPhase) async throws {
            try await backend.withSite { site in
                let job = Job("job", phase: phase)
                let first = try await site.run(job)
                for dryRun in [Submission.DryRun.none, .server] {
                    let error = await BackendError.thrown {
                        _ = try await site.workflows.submit(job.submission(dryRun: dryRun))
                    }
                    #expect(error?.isConflict == true)
                }
                #expect(try await site.workflows.get(job.reference).uid == first.uid)
                let other = try await site.workflows.submit(Job("job", namespace: "two").submission())
                #expect(other.uid != first.uid)
            }
        }

        @Test(arguments: BackendUnderTest.takingManifests, [Submission.DryRun.client, .server])
        func aDryRunKeepsNothing(_ backend: BackendUnderTest, _ dryRun: Submission.DryRun) async throws {
            try await backend.withSite { site in
                let job = Job("job")
                let rehearsed = try await site.workflows.submit(job.submission(dryRun: dryRun))
                #expect(rehearsed.name == "job")
                #expect(rehearsed.uid.isEmpty == (dryRun == .client))
                #expect(try await site.names() == [])
                let created = try await site.workflows.submit(job.submission())
                #expect(created.uid != rehearsed.uid)
            }
        }

        /// Names that no workflow can have are no more of a problem than those that none has.
        @Test(
            arguments: BackendUnderTest.allCases, ["gone", "two", "../job", "job/log", "job?", "a b", "jöb", "%6aob"])
        func aMissingWorkflowIsNotFound(_ backend: BackendUnderTest, _ name: String) async throws {
            try await backend.withSite { site in
                try await site.run(Job("job"))
                try await site.run(Job("two", namespace: "two"))
                let reference = site.reference("one", name)
                for (what, error) in await Self.errors(site, reference) {
                    #expect(error?.isNotFound == true, "\(what): \(String(describing: error))")
                }
                #expect(try await site.names() == ["one/job", "two/two"])
            }
        }

        /// These would mean another path: some backends have to refuse them before they look.
        @Test(arguments: BackendUnderTest.allCases, ["", ".", ".."])
        func whatIsNoNameIsNeverFound(_ backend: BackendUnderTest, _ name: String) async throws {
            try await backend.withSite { site in
                try await site.run(Job("job"))
                for (what, error) in await Self.errors(site, site.reference("one", name)) {
                    #expect(
                        error?.isNotFound == true || error?.isInvalid == true, "\(what): \(String(describing: error))")
                }
                #expect(try await site.names() == ["one/job"])
            }
        }

        /// What each way to ask for one workflow ends with.
        private static func errors(
            _ site: any ContractSite, _ reference: WorkflowReference
        ) async -> [(String, BackendError?)] {
            var errors = [
                ("get", await BackendError.thrown { _ = try await site.workflows.get(reference) }),
                ("logs", await BackendError.thrown { _ = try await site.log(LogQuery(workflow: reference)) }),
                (
                    "stop",
                    await BackendError.thrown { _ = try await site.workflows.perform(site.ending, on: reference) }
                ),
            ]
            guard site.backend.has(.deletion) else { return errors }
            errors += [
                ("delete", await BackendError.thrown { try await site.workflows.delete(reference, force: false) }),
                ("watch", await BackendError.thrown { try await site.workflows.watch(reference) { _ in .stop } }),
            ]
            return errors
        }

        @Test(arguments: BackendUnderTest.takingManifests, [WorkflowPhase.running, .failed])
        func aDeletedWorkflowIsGone(_ backend: BackendUnderTest, _ phase: WorkflowPhase) async throws {
            try await backend.withSite { site in
                let job = Job("job", phase: phase)
                for _ in 1...2 {
                    try await site.run(job)
                    try await site.workflows.delete(job.reference, force: false)
                    for (what, error) in await Self.errors(site, job.reference) {
                        #expect(error?.isNotFound == true, "\(what): \(String(describing: error))")
                    }
                    #expect(try await site.names() == [])
                }
            }
        }

        @Test(arguments: BackendUnderTest.allCases)
        func aStoppedRunFails(_ backend: BackendUnderTest) async throws {
            try await backend.withSite { site in
                let job = Job("job", phase: .running)
                let uid = try await site.run(job).uid
                #expect(try await site.workflows.perform(site.ending, on: site.reference(job)).uid == uid)
                let follower = RunFollower(service: site.workflows, patience: WatchPatience(random: { 0 }))
                guard case .over(let stopped) = try await follower.follow(site.reference(job), each: { _ in }) else {
                    Issue.record("it is not over")
                    return
                }
                #expect(stopped.uid == uid)
                #expect(stopped.statusText == "Failed (Terminated)")
                #expect(try await site.workflows.get(site.reference(job)).phase == .failed)
                let error = await BackendError.thrown {
                    _ = try await site.workflows.perform(site.ending, on: site.reference(job))
                }
                #expect(error?.isConflict == true)
            }
        }

        @Test(arguments: BackendUnderTest.takingManifests)
        func latestIsTheYoungestOfItsNamespace(_ backend: BackendUnderTest) async throws {
            try await backend.withSite { site in
                let latest = WorkflowReference(namespace: "one", name: "@latest")
                for (what, error) in await Self.errors(site, latest) {
                    #expect(error?.isNotFound == true, "\(what): \(String(describing: error))")
                }
                try await site.run(Job("b", phase: .failed, lines: ["old"]))
                try await site.run(Job("a", lines: ["young"]))
                try await site.run(Job("c", namespace: "two"))
                #expect(try await site.workflows.get(latest).name == "a")
                #expect(try await site.log(LogQuery(workflow: latest)).map(\.text) == ["young"])
                var watched = ""
                try await site.workflows.watch(latest) { event in
                    if case .changed(let workflow) = event { watched = workflow.name }
                    return .stop
                }
                #expect(watched == "a")
                try await site.workflows.delete(latest, force: false)
                #expect(try await site.names() == ["one/b", "two/c"])
            }
        }
    }
}
