import TestSupport
import Testing
import WorkflowAPI
import WorkflowModel

extension BackendContract {
    @Suite struct Streams {
        @Test(arguments: BackendUnderTest.watching, [WorkflowPhase.succeeded, .failed])
        func aWatchShowsAFinishedRunAtOnce(_ backend: BackendUnderTest, _ phase: WorkflowPhase) async throws {
            try await backend.withSite { site in
                let job = Job("job", phase: phase)
                try await site.run(job)
                var phases: [WorkflowPhase?] = []
                try await site.workflows.watch(site.reference(job)) { event in
                    if case .changed(let workflow) = event { phases.append(workflow.phase) }
                    return .stop
                }
                #expect(phases == [phase])
            }
        }

        @Test(arguments: BackendUnderTest.watching)
        func aWatchGoesForwardToTheEnd(_ backend: BackendUnderTest) async throws {
            try await backend.withSite { site in
                let job = Job("job", phase: .running)
                let uid = try await site.run(job).uid
                var phases: [WorkflowPhase] = []
                var isDeleted = false
                try await site.workflows.watch(site.reference(job)) { event in
                    guard case .changed(let workflow) = event else {
                        isDeleted = true
                        return .stop
                    }
                    #expect(workflow.uid == uid)
                    phases.append(workflow.phase ?? .pending)
                    if workflow.phase == .running { try site.release(job) }
                    return workflow.isFinished ? .stop : .proceed
                }
                #expect(!isDeleted)
                #expect(phases.first == .running)
                #expect(phases.last == .succeeded)
                #expect(phases.filter { $0 != .running } == [.succeeded])
                #expect(try await site.workflows.get(site.reference(job)).phase == .succeeded)
            }
        }

        @Test(arguments: BackendUnderTest.allCases)
        func aRunIsFollowedToItsEnd(_ backend: BackendUnderTest) async throws {
            try await backend.withSite { site in
                let job = Job("job", phase: .running)
                try await site.run(job)
                let follower = RunFollower(service: site.workflows, patience: WatchPatience(random: { 0 }))
                var phases: [WorkflowPhase?] = []
                let ending = try await follower.follow(site.reference(job)) { news in
                    if case .state(let workflow) = news { phases.append(workflow.phase) }
                    try site.release(job)
                }
                guard case .over(let workflow) = ending else {
                    Issue.record("\(ending)")
                    return
                }
                #expect(workflow.phase == .succeeded)
                #expect(Set(phases) == [.running])
            }
        }

        @Test(arguments: BackendUnderTest.allCases)
        func whatTheCallerThrowsEndsAStream(_ backend: BackendUnderTest) async throws {
            try await backend.withSite { site in
                let job = Job("job", phase: .running, lines: ["one", "two"])
                try await site.run(job)
                if BackendUnderTest.watching.contains(backend) {
                    await #expect(throws: Enough()) {
                        try await site.workflows.watch(site.reference(job)) { _ in throw Enough() }
                    }
                }
                var query = LogQuery(workflow: site.reference(job))
                query.follows = true
                var lines: [String] = []
                await #expect(throws: Enough()) {
                    try await site.workflows.logs(query) { entry in
                        lines.append(entry.text)
                        throw Enough()
                    }
                }
                #expect(lines == ["one"])
            }
        }

        @Test(arguments: BackendUnderTest.allCases)
        func cancellationEndsAStream(_ backend: BackendUnderTest) async throws {
            try await backend.withSite { site in
                let job = Job("job", phase: .running, lines: ["first"])
                try await site.run(job)
                site.keepStreamsOpen(of: job)
                if BackendUnderTest.watching.contains(backend) {
                    let watching = Task {
                        try await site.workflows.watch(site.reference(job)) { _ in
                            withUnsafeCurrentTask { $0?.cancel() }
                            return .proceed
                        }
                    }
                    await #expect(throws: CancellationError.self) { try await watching.value }
                }
                var query = LogQuery(workflow: site.reference(job))
                query.follows = true
                let reading = Task { [query] in
                    try await site.workflows.logs(query) { _ in withUnsafeCurrentTask { $0?.cancel() } }
                }
                await #expect(throws: CancellationError.self) { try await reading.value }
                #expect(try await site.workflows.get(site.reference(job)).phase == .running)
            }
        }

        static let lines = ["one", "", "  two", "three: é \"quoted\" {\"a\":1}", "\t", "one"]

        @Test(arguments: BackendUnderTest.allCases, [WorkflowPhase.succeeded, .failed])
        func aLogHasEveryLineOnceInOrder(_ backend: BackendUnderTest, _ phase: WorkflowPhase) async throws {
            try await backend.withSite { site in
                let job = Job("job", phase: phase, lines: Self.lines)
                try await site.run(job)
                for (pod, follows) in [(nil, false), (nil, true), ("job", false), ("job", true)] {
                    var query = LogQuery(workflow: site.reference(job))
                    query.pod = pod
                    query.follows = follows
                    let entries = try await site.log(query)
                    #expect(entries.map(\.text) == Self.lines)
                    #expect(Set(entries.map(\.pod)) == ["job"])
                }
            }
        }

        @Test(arguments: BackendUnderTest.allCases, [false, true])
        func allContainersAreReadOrRefused(_ backend: BackendUnderTest, _ follows: Bool) async throws {
            try await backend.withSite { site in
                let job = Job("job", lines: Self.lines)
                try await site.run(job)
                var query = LogQuery(workflow: site.reference(job))
                query.container = nil
                query.follows = follows
                if site.workflows.readsAllContainers {
                    #expect(try await site.log(query).map(\.text) == Self.lines)
                } else {
                    let error = await #expect(throws: BackendError.self) { try await site.log(query) }
                    guard case .unsupported = error else { throw Enough() }
                }
            }
        }

        @Test(arguments: BackendUnderTest.allCases)
        func aLogCanBeNarrowedDown(_ backend: BackendUnderTest) async throws {
            try await backend.withSite { site in
                let job = Job("job", lines: Self.lines)
                try await site.run(job)
                for (tail, count) in [(0, 0), (2, 2), (100, 6)] {
                    var query = LogQuery(workflow: site.reference(job))
                    query.tail = tail
                    #expect(try await site.log(query).map(\.text) == Self.lines.suffix(count))
                }
                var query = LogQuery(workflow: site.reference(job))
                query.grep = "one"
                #expect(try await site.log(query).map(\.text) == ["one", "one"])
            }
        }

        @Test(arguments: BackendUnderTest.allCases)
        func aRunThatPrintsNothingHasAnEmptyLog(_ backend: BackendUnderTest) async throws {
            try await backend.withSite { site in
                let job = Job("job")
                try await site.run(job)
                #expect(try await site.log(LogQuery(workflow: site.reference(job))).isEmpty)
            }
        }

        /// The run is let go by the very line that it prints first: nothing but following can bring the end.
        @Test(arguments: BackendUnderTest.allCases)
        func followingALogEndsWithTheRun(_ backend: BackendUnderTest) async throws {
            try await backend.withSite { site in
                let job = Job("job", phase: .running, lines: ["first", "second"])
                try await site.run(job)
                var query = LogQuery(workflow: site.reference(job))
                query.follows = true
                var lines: [String] = []
                try await site.workflows.logs(query) { entry in
                    lines.append(entry.text)
                    try site.release(job)
                }
                #expect(lines == ["first", "second"])
                #expect(try await site.workflows.get(site.reference(job)).phase == .succeeded)
            }
        }
    }
}
