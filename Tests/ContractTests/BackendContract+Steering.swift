import TestSupport
import Testing
import WorkflowAPI
import WorkflowModel

extension BackendContract {
    @Suite struct Steering {
        @Test(arguments: BackendUnderTest.takingManifests)
        func aTerminatedRunFails(_ backend: BackendUnderTest) async throws {
            try await backend.withSite { site in
                let job = Job("job", phase: .running)
                try await site.run(job)
                _ = try await site.workflows.perform(.terminate, on: site.reference(job))
                let ended = try await Self.end(of: job, at: site)
                #expect(ended?.statusText == "Failed (Terminated)")
                #expect(ended?.spec?.shutdown == "Terminate")
            }
        }

        @Test(arguments: BackendUnderTest.takingManifests)
        func aSuspendedRunSaysSoAndGoesOnWhenItIsResumed(_ backend: BackendUnderTest) async throws {
            try await backend.withSite { site in
                let job = Job("job", phase: .running)
                try await site.run(job)
                for _ in 1...2 {
                    #expect(try await site.workflows.perform(.suspend, on: site.reference(job)).isSuspended)
                }
                for _ in 1...2 {
                    let resumed = try await site.workflows.perform(.resume(), on: site.reference(job))
                    #expect(resumed.spec?.isSuspended != true)
                }
                try site.release(job)
                #expect(try await Self.end(of: job, at: site)?.phase == .succeeded)
            }
        }

        @Test(arguments: BackendUnderTest.takingManifests, [WorkflowAction.stop, .terminate, .suspend])
        func aRunThatIsOverTakesNoOrders(_ backend: BackendUnderTest, _ action: WorkflowAction) async throws {
            try await backend.withSite { site in
                let job = Job("job")
                try await site.run(job)
                let error = await BackendError.thrown {
                    _ = try await site.workflows.perform(action, on: site.reference(job))
                }
                #expect(error?.isConflict == true, "\(String(describing: error))")
                #expect(try await site.workflows.get(site.reference(job)).phase == .succeeded)
            }
        }

        /// Suspend steps that nobody has, or that this place knows nothing of.
        @Test(
            arguments: BackendUnderTest.takingManifests, [WorkflowAction.stop, .fail(.phase("Running"), message: nil)])
        func aRehearsalIsRefusedAsTheOrderWouldBe(_ backend: BackendUnderTest, _ action: WorkflowAction) async throws {
            try await backend.withSite { site in
                let job = Job("job", phase: .running)
                try await site.run(job)
                let rehearsed = await BackendError.thrown {
                    _ = try await site.workflows.rehearse(action, on: site.reference(job))
                }
                #expect(try await site.workflows.get(site.reference(job)).phase == .running)
                let refused = await BackendError.thrown {
                    _ = try await site.workflows.perform(action, on: site.reference(job))
                }
                #expect(rehearsed?.isNotFound == refused?.isNotFound)
                #expect((rehearsed == nil) == (refused == nil))
            }
        }

        private static func end(of job: Job, at site: any ContractSite) async throws -> Workflow? {
            let follower = RunFollower(service: site.workflows, patience: WatchPatience(random: { 0 }))
            guard case .over(let workflow) = try await follower.follow(site.reference(job), each: { _ in }) else {
                return nil
            }
            return workflow
        }
    }
}
