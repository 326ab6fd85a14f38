import DocumentKit
import Testing
import WorkflowAPI
import WorkflowModel

extension BackendContract {
    @Suite struct Resources {
        static func manifest(_ kind: ResourceKind, _ name: String, line: String = "true") -> ValueTree {
            let spec: ValueTree = [
                "entrypoint": "main", "arguments": ["parameters": [["name": "who", "value": "world"]]],
                "templates": [
                    [
                        "name": "main",
                        "container": ["image": "busybox", "command": ["sh", "-c"], "args": [.string(line)]],
                    ]
                ],
            ]
            return [
                "apiVersion": "argoproj.io/v1alpha1", "kind": .string(kind.rawValue),
                "metadata": ["name": .string(name), "labels": ["app": .string(name)]],
                "spec": kind == .cronWorkflow ? ["schedule": "0 0 * * *", "workflowSpec": spec] : spec,
            ]
        }

        private func names(_ service: any ResourceService, _ query: ResourceQuery) async throws -> [String] {
            var names: [String] = []
            try await service.list(query) { names.append("\($0.namespace)/\($0.name)") }
            return names.sorted()
        }

        private func expect(
            _ what: String, _ isExpected: (BackendError) -> Bool, sourceLocation: SourceLocation = #_sourceLocation,
            when body: () async throws -> Void
        ) async {
            let error = await BackendError.thrown(by: body)
            let text = "\(what): \(String(describing: error))"
            #expect(error.map(isExpected) == true, "\(text)", sourceLocation: sourceLocation)
        }

        @Test(arguments: BackendUnderTest.resources)
        func keepsWhatItIsGiven(_ backend: BackendUnderTest, _ kind: ResourceKind) async throws {
            try await backend.withSite { site in
                let service = try site.backend.resources(kind)
                let manifest = Self.manifest(kind, "a")
                let created = try await service.create(manifest, namespace: "one")
                let stored = try await service.get("a", namespace: "one")
                #expect(created.document.tree == stored.document.tree)
                #expect(stored.kind == kind && stored.name == "a")
                #expect(stored.namespace == (kind.isNamespaced ? "one" : ""))
                #expect(!stored.uid.isEmpty && !stored.resourceVersion.isEmpty && stored.createdAt != nil)
                #expect(stored.document["spec"]?.tree == manifest["spec"])
                #expect(stored.label("app") == "a")
            }
        }

        @Test(arguments: BackendUnderTest.resources)
        func aTakenNameIsAConflict(_ backend: BackendUnderTest, _ kind: ResourceKind) async throws {
            try await backend.withSite { site in
                let service = try site.backend.resources(kind)
                let created = try await service.create(Self.manifest(kind, "a"), namespace: "one")
                await expect("create", \.isConflict) {
                    _ = try await service.create(Self.manifest(kind, "a", line: "false"), namespace: "one")
                }
                #expect(try await service.get("a", namespace: "one").document.tree == created.document.tree)
            }
        }

        @Test(arguments: BackendUnderTest.resources)
        func updatesKeepTheIdentityAndRefuseStaleVersions(
            _ backend: BackendUnderTest, _ kind: ResourceKind
        ) async throws {
            try await backend.withSite { site in
                let service = try site.backend.resources(kind)
                let created = try await service.create(Self.manifest(kind, "a"), namespace: "one")
                var changed = created.document.tree
                changed["spec"] = Self.manifest(kind, "a", line: "echo changed")["spec"]
                let updated = try await service.update(changed, namespace: "one")
                #expect(updated.uid == created.uid && updated.createdAt == created.createdAt)
                #expect(updated.resourceVersion != created.resourceVersion)
                #expect(try await service.get("a", namespace: "one").document["spec"]?.tree == changed["spec"])
                await expect("stale", \.isConflict) {
                    _ = try await service.update(created.document.tree, namespace: "one")
                }
                #expect(try await service.get("a", namespace: "one").document.tree == updated.document.tree)
            }
        }

        @Test(arguments: BackendUnderTest.resources)
        func missingOnesAreNotFound(_ backend: BackendUnderTest, _ kind: ResourceKind) async throws {
            try await backend.withSite { site in
                let service = try site.backend.resources(kind)
                _ = try await service.create(Self.manifest(kind, "a"), namespace: "one")
                try await service.delete("a", namespace: "one")
                for name in ["a", "gone", "../a", "a/b"] {
                    await expect("get \(name)", \.isNotFound) { _ = try await service.get(name, namespace: "one") }
                    await expect("delete \(name)", \.isNotFound) { try await service.delete(name, namespace: "one") }
                }
                await expect("update", \.isNotFound) {
                    _ = try await service.update(Self.manifest(kind, "a"), namespace: "one")
                }
                #expect(try await names(service, ResourceQuery(namespace: nil)) == [])
                _ = try await service.create(Self.manifest(kind, "a"), namespace: "one")
            }
        }

        @Test(arguments: BackendUnderTest.resources)
        func listsEveryOneOnceWhateverThePageSize(_ backend: BackendUnderTest, _ kind: ResourceKind) async throws {
            try await backend.withSite { site in
                let service = try site.backend.resources(kind)
                for (name, namespace) in [("b", "one"), ("a", "one"), ("c", "two")] {
                    _ = try await service.create(Self.manifest(kind, name), namespace: namespace)
                }
                let isNamespaced = kind.isNamespaced
                let all = isNamespaced ? ["one/a", "one/b", "two/c"] : ["/a", "/b", "/c"]
                for pageSize in 0...4 {
                    var query = ResourceQuery(namespace: nil)
                    query.pageSize = pageSize
                    #expect(try await names(service, query) == all, "pages of \(pageSize)")
                    query.namespace = "one"
                    #expect(try await names(service, query) == (isNamespaced ? ["one/a", "one/b"] : all))
                    query.labelSelector = "app in (b, c)"
                    #expect(try await names(service, query) == (isNamespaced ? ["one/b"] : ["/b", "/c"]))
                    query.namespace = "none"
                    #expect(try await names(service, query) == (isNamespaced ? [] : ["/b", "/c"]))
                }
            }
        }

        @Test(arguments: BackendUnderTest.resources)
        func whatTheCallerThrowsEndsTheList(_ backend: BackendUnderTest, _ kind: ResourceKind) async throws {
            try await backend.withSite { site in
                let service = try site.backend.resources(kind)
                _ = try await service.create(Self.manifest(kind, "a"), namespace: "one")
                await #expect(throws: Enough()) {
                    try await service.list(ResourceQuery(namespace: nil)) { _ in throw Enough() }
                }
            }
        }

        @Test(arguments: BackendUnderTest.resources.filter { $0.1 == .cronWorkflow })
        func cronWorkflowsAreHeldAndLetGo(_ backend: BackendUnderTest, _ kind: ResourceKind) async throws {
            try await backend.withSite { site in
                let service = try site.backend.resources(kind)
                _ = try await service.create(Self.manifest(kind, "a"), namespace: "one")
                for isSuspended in [true, true, false] {
                    let told = try await service.setSuspended(isSuspended, "a", namespace: "one")
                    #expect(CronWorkflow(told)?.isSuspended == isSuspended)
                    let stored = try await service.get("a", namespace: "one")
                    #expect(CronWorkflow(stored)?.isSuspended == isSuspended)
                    #expect(CronWorkflow(stored)?.schedules == ["0 0 * * *"])
                }
                await expect("gone", \.isNotFound) {
                    _ = try await service.setSuspended(true, "gone", namespace: "one")
                }
            }
        }

        static let templates: [ResourceKind] = [.workflowTemplate, .clusterWorkflowTemplate]

        @Test(arguments: BackendUnderTest.takingManifests, templates)
        func workflowsAreMadeFromTemplates(_ backend: BackendUnderTest, _ kind: ResourceKind) async throws {
            try await backend.withSite { site in
                let service = try site.backend.resources(kind)
                let line = "echo {{workflow.parameters.who}}"
                _ = try await service.create(Self.manifest(kind, "a", line: line), namespace: "one")
                var options = SubmitOptions()
                options.parameters = [.init(name: "who", value: "you=me")]
                options.labels = [.init(name: "team", value: "blue")]
                options.priority = 7
                options.serviceAccount = "robot"
                func submission(_ name: String, dryRun: Submission.DryRun = .none) -> Submission {
                    Submission(.resource(kind, name: name, options: options), namespace: "one", dryRun: dryRun)
                }
                await expect("missing", \.isNotFound) { _ = try await site.workflows.submit(submission("gone")) }
                let rehearsed = try await site.workflows.submit(submission("a", dryRun: .server))
                #expect(rehearsed.name.hasPrefix("a-"))
                #expect(try await site.names() == [])

                let generated = try await site.workflows.submit(submission("a"))
                #expect(generated.name.hasPrefix("a-") && generated.name.count > 2)
                options.name = "mine"
                _ = try await site.workflows.submit(submission("a"))
                let mine = try await site.workflows.get(WorkflowReference(namespace: "one", name: "mine"))
                #expect(mine.name == "mine")
                #expect(mine.label("team") == "blue")
                #expect(mine.priority == 7)
                #expect(mine.document[path: "spec", "serviceAccountName"]?.string == "robot")
                #expect(
                    mine.document[path: "spec", "arguments"]?.tree
                        == ["parameters": [["name": "who", "value": "you=me"]]])
                await expect("again", \.isConflict) { _ = try await site.workflows.submit(submission("a")) }
            }
        }
    }
}
