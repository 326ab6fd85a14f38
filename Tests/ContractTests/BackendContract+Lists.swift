import Testing
import WorkflowAPI
import WorkflowModel

extension BackendContract {
    @Suite struct Lists {
        @Test(arguments: BackendUnderTest.allCases, ListCase.all)
        func findsWhatTheQueryMeans(_ backend: BackendUnderTest, _ wanted: ListCase) async throws {
            try await backend.withSite { site in
                var stored: [String: Workflow] = [:]
                for job in ListCase.jobs { stored[job.name] = try await site.run(job) }
                for pageSize in [0, 1, 500] {
                    var query = WorkflowQuery(namespace: "one")
                    query.pageSize = pageSize
                    wanted.change(&query, stored)
                    if let feature = wanted.refusal(by: backend) {
                        await #expect(throws: BackendError.unsupported(feature, by: backend.kind)) {
                            try await site.names(query)
                        }
                    } else {
                        #expect(try await site.names(query) == wanted.expected, "pages of \(pageSize)")
                    }
                }
            }
        }

        @Test(arguments: BackendUnderTest.allCases) func bringsEveryWorkflowOnceWhateverThePageSize(
            _ backend: BackendUnderTest
        ) async throws {
            try await backend.withSite { site in
                for count in 0...4 {
                    if count > 0 { try await site.run(Job("job-\(count)")) }
                    for pageSize in 0...5 {
                        var query = WorkflowQuery(namespace: "one")
                        query.pageSize = pageSize
                        let expected = (0..<count).map { "one/job-\($0 + 1)" }
                        #expect(try await site.names(query) == expected, "pages of \(pageSize)")
                    }
                }
            }
        }

        /// Fewer fields are less to send, never a different list.
        @Test(arguments: BackendUnderTest.allCases, [FieldSelection.row, .wideRow, .names, .status])
        func anySelectionOfFieldsNamesTheSame(_ backend: BackendUnderTest, _ fields: FieldSelection) async throws {
            try await backend.withSite { site in
                let jobs = [Job("a"), Job("b", phase: .failed)]
                for job in jobs { try await site.run(job) }
                var query = WorkflowQuery(namespace: "one")
                query.fields = fields
                if fields != .status { #expect(try await site.names(query) == ["one/a", "one/b"]) }
                guard fields != .names else { return }
                #expect(Set(try await site.list(query).map(\.phase)) == [.succeeded, .failed])
                for job in jobs {
                    #expect(try await site.workflows.get(site.reference(job), fields: fields).phase == job.phase)
                }
            }
        }

        @Test(arguments: BackendUnderTest.allCases)
        func whatTheCallerThrowsEndsTheList(_ backend: BackendUnderTest) async throws {
            try await backend.withSite { site in
                for name in ["a", "b"] { try await site.run(Job(name)) }
                var query = WorkflowQuery(namespace: "one")
                query.pageSize = 1
                var seen = 0
                await #expect(throws: Enough()) {
                    try await site.workflows.list(site.adapted(query)) { _ in
                        seen += 1
                        throw Enough()
                    }
                }
                #expect(seen == 1)
            }
        }
    }
}

/// What a caller throws that has seen what it wanted.
struct Enough: Error, Equatable {}
