import Testing
import WorkflowAPI
import WorkflowModel

extension BackendContract {
    @Suite struct Refusals {
        @Test(arguments: BackendUnderTest.allCases)
        func refusesByNameWhatItCannotDo(_ backend: BackendUnderTest) async throws {
            try await backend.withSite { site in
                #expect(site.backend.kind == backend.kind)
                try await site.run(Job("any"))
                #expect(!site.refusals.isEmpty)
                for refusal in site.refusals {
                    await #expect(throws: BackendError.unsupported(refusal.feature, by: backend.kind)) {
                        try await refusal.request()
                    }
                }
            }
        }

        @Test(arguments: BackendUnderTest.allCases, ResourceKind.allCases)
        func storesAKindOrRefusesIt(_ backend: BackendUnderTest, _ kind: ResourceKind) async throws {
            try await backend.withSite { site in
                if backend.resourceKinds.contains(kind) {
                    _ = try site.backend.resources(kind)
                } else {
                    #expect(throws: BackendError.unsupported(kind.plural, by: backend.kind)) {
                        try site.backend.resources(kind)
                    }
                }
            }
        }

        /// A backend in its first hour.
        private struct Bare: Backend {
            let kind: BackendKind
            let address = "nowhere"
            let site: any ContractSite
            var workflows: any WorkflowService { site.workflows }
        }

        @Test(arguments: BackendKind.allCases, ResourceKind.allCases)
        func aServiceThatNobodyWroteIsRefused(_ backend: BackendKind, _ kind: ResourceKind) async throws {
            let bare = Bare(kind: backend, site: try ArgoSite())
            #expect(throws: BackendError.unsupported(kind.plural, by: backend)) { try bare.resources(kind) }
            #expect(try await bare.serverVersion() == nil)
        }
    }
}
