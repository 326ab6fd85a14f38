import TestSupport
import Testing
import WorkflowAPI
import WorkflowModel

extension BackendContract {
    /// What servers and networks do to requests.
    @Suite struct Failures {
        @Test(
            arguments: BackendUnderTest.network,
            [
                (400, BackendError.invalid("no")), (401, .unauthenticated("no")),
                (403, .forbidden("no")),
                (404, .notFound("no")), (409, .conflict("no")),
            ])
        func aRefusalIsSaidAtOnce(_ backend: BackendUnderTest, _ refusal: (status: Int, error: BackendError))
            async throws
        {
            try await backend.withNetworkSite { site in
                try await site.run(Job("job"))
                let before = site.standIn.requestCount
                site.standIn.answer(site.refusal(refusal.status, "no"))
                let error = await BackendError.thrown { _ = try await site.workflows.get(site.reference("one", "job")) }
                // What was asked for, and with whose credentials, may be said along with it.
                #expect(error?.message.contains("no") == true)
                #expect(error?.saying { _ in "no" } == refusal.error)
                // That a dashboard lacks it is believed once its list was there.
                let questions = backend == .nightcrawler && refusal.status == 404 ? 2 : 1
                #expect(site.standIn.requestCount == before + questions)
                #expect(site.time.sleeps.isEmpty)
            }
        }

        /// A proxy, or another service, at the same address.
        @Test(
            arguments: BackendUnderTest.network,
            [
                #"{"error":"Not Found"}"#, #"{"message":"no Route matched with those values"}"#,
                #"{"code":404,"message":"HTTP 404 Not Found"}"#, #"{"kind":"Status","code":404,"message":"no"}"#,
                #"{"success":false,"message":"Not Found"}"#, #"{"code":5,"message":"Not Found","details":[]}"#,
            ])
        func whatOthersDoNotHaveIsNotMissing(_ backend: BackendUnderTest, _ body: String) async throws {
            try await backend.withNetworkSite { site in
                try await site.run(Job("job"))
                for _ in 1...4 { site.standIn.answer(.json(body, status: 404)) }
                let error = await BackendError.thrown { _ = try await site.workflows.get(site.reference("one", "job")) }
                if case .notFound = error { Issue.record("\(body) says that it is not there") }
            }
        }

        @Test(arguments: BackendUnderTest.network)
        func aServerThatAsksForPatienceGetsIt(_ backend: BackendUnderTest) async throws {
            try await backend.withNetworkSite { site in
                try await site.run(Job("job"))
                for _ in 1...2 {
                    var busy = site.refusal(429, "slow down")
                    busy.headers.append(.init("Retry-After", "3"))
                    site.standIn.answer(busy)
                }
                #expect(try await site.workflows.get(site.reference("one", "job")).phase == .succeeded)
                #expect(site.time.sleeps.count == 2 && site.time.sleeps.allSatisfy { $0 >= .seconds(3) })
            }
        }

        @Test(arguments: BackendUnderTest.network)
        func aServerThatAsksForTooMuchPatienceIsSaid(_ backend: BackendUnderTest) async throws {
            try await backend.withNetworkSite { site in
                var busy = site.refusal(429, "slow down")
                busy.headers.append(.init("Retry-After", "3600"))
                site.standIn.answer(busy)
                let error = await BackendError.thrown { _ = try await site.names() }
                #expect(error == .throttled("slow down", retryAfter: 3_600))
            }
        }

        @Test(arguments: BackendUnderTest.network)
        func aServerInTroubleIsAskedAgain(_ backend: BackendUnderTest) async throws {
            try await backend.withNetworkSite { site in
                try await site.run(Job("job"))
                site.standIn.answer(site.refusal(500, "boom"))
                #expect(try await site.workflows.get(site.reference("one", "job")).phase == .succeeded)
                #expect(site.time.sleeps.count == 1)
                for _ in 1...20 { site.standIn.answer(site.refusal(500, "boom")) }
                let error = await BackendError.thrown { _ = try await site.workflows.get(site.reference("one", "job")) }
                site.standIn.leave()
                guard case .server(status: 500, let text) = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                #expect(text.hasPrefix("boom (tried "))
            }
        }

        /// A list that breaks off is asked for again or an error, never a shorter list.
        @Test(arguments: BackendUnderTest.network, [0, 1, 30, 200])
        func aCutAnswerIsNoShortList(_ backend: BackendUnderTest, _ length: Int) async throws {
            try await backend.withNetworkSite { site in
                for name in ["a", "b", "c"] { try await site.run(Job(name)) }
                var query = WorkflowQuery(namespace: "one")
                query.pageSize = 2
                for page in 1...2 {
                    if page == 2 { site.standIn.cutNext(after: .max) }
                    site.standIn.cutNext(after: length)
                    do {
                        #expect(try await site.names(query) == ["one/a", "one/b", "one/c"])
                    } catch BackendError.truncated {}
                    let whole = try await site.names(query)
                    #expect(whole.count == 3)
                }
            }
        }

        @Test(arguments: BackendUnderTest.network)
        func aCutAnswerAboutOneWorkflowIsAskedForAgain(_ backend: BackendUnderTest) async throws {
            try await backend.withNetworkSite { site in
                try await site.run(Job("job"))
                site.standIn.cutNext(after: 10)
                #expect(try await site.workflows.get(site.reference("one", "job")).phase == .succeeded)
            }
        }

        @Test(arguments: BackendUnderTest.network)
        func aLongListComesWhole(_ backend: BackendUnderTest) async throws {
            try await backend.withNetworkSite { site in
                site.fill(10_000)
                var query = WorkflowQuery(namespace: "one")
                query.pageSize = 5_000
                let all = try await site.names(query)
                #expect(Set(all).count == 10_000)
                query.phases = [.failed]
                let failed = try await site.names(query)
                #expect(failed.count == 1_000)
            }
        }
    }
}
