import DocumentKit
import Synchronization
import Testing
import WorkflowAPI
import WorkflowModel

@testable import LocalEngine

@Suite struct LocalResourcesTests {
    private let fixture: LocalFixture
    private var templates: any ResourceService { get throws { try fixture.backend.resources(.workflowTemplate) } }

    init() throws { fixture = try LocalFixture() }

    private func template(_ name: String, _ line: String = "echo {{workflow.parameters.who}}") -> ValueTree {
        [
            "kind": "WorkflowTemplate", "metadata": ["name": .string(name), "labels": ["app": .string(name)]],
            "spec": [
                "entrypoint": "main", "arguments": ["parameters": [["name": "who", "value": "world"]]],
                "templates": [shell("main", line)],
            ],
        ]
    }

    private func names(_ query: ResourceQuery) async throws -> [String] {
        var names: [String] = []
        try await templates.list(query) { names.append("\($0.namespace)/\($0.name)") }
        return names
    }

    @Test func keepsWhatItIsGiven() async throws {
        let created = try await templates.create(template("a"), namespace: "default")
        #expect(created.resourceVersion == "1")
        #expect(created.createdAt != nil && !created.uid.isEmpty)
        let read = try await templates.get("a", namespace: "default")
        #expect(ValueTree(read.document) == ValueTree(created.document))
    }

    @Test func listsByNamespaceAndLabels() async throws {
        for (name, namespace) in [("b", "one"), ("a", "one"), ("c", "two")] {
            _ = try await templates.create(template(name), namespace: namespace)
        }
        #expect(try await names(ResourceQuery(namespace: "one")) == ["one/a", "one/b"])
        #expect(try await names(ResourceQuery(namespace: nil)) == ["one/a", "one/b", "two/c"])
        var query = ResourceQuery(namespace: nil)
        query.labelSelector = "app in (b,c)"
        #expect(try await names(query) == ["one/b", "two/c"])
        #expect(try await names(ResourceQuery(namespace: "none")) == [])
    }

    @Test func creatingTwiceIsAConflict() async throws {
        _ = try await templates.create(template("a"), namespace: "default")
        await #expect(throws: BackendError.conflict("workflow template 'a' already exists")) {
            try await templates.create(template("a"), namespace: "default")
        }
    }

    @Test func updatingKeepsTheIdentityAndRefusesStaleVersions() async throws {
        let created = try await templates.create(template("a"), namespace: "default")
        let updated = try await templates.update(template("a", "true"), namespace: "default")
        #expect(updated.uid == created.uid)
        #expect(updated.createdAt == created.createdAt)
        #expect(updated.resourceVersion == "2")
        await #expect(
            throws: BackendError.conflict("workflow template 'a' was changed meanwhile; get it and try again")
        ) { try await templates.update(ValueTree(created.document), namespace: "default") }
        _ = try await templates.update(ValueTree(updated.document), namespace: "default")
    }

    @Test func missingOnesAreSaid() async throws {
        for name in ["a", "../../a", ""] {
            await #expect(throws: BackendError.notFound("workflow template '\(name)' not found")) {
                try await templates.get(name, namespace: "default")
            }
            await #expect(throws: BackendError.notFound("workflow template '\(name)' not found")) {
                try await templates.delete(name, namespace: "default")
            }
        }
        await #expect(throws: BackendError.notFound("workflow template 'a' not found")) {
            try await templates.update(template("a"), namespace: "default")
        }
    }

    @Test func deletes() async throws {
        _ = try await templates.create(template("a"), namespace: "default")
        try await templates.delete("a", namespace: "default")
        #expect(try await names(ResourceQuery(namespace: nil)) == [])
    }

    @Test func clusterTemplatesHaveNoNamespace() async throws {
        let cluster = try fixture.backend.resources(.clusterWorkflowTemplate)
        var manifest = template("a")
        manifest["kind"] = "ClusterWorkflowTemplate"
        _ = try await cluster.create(manifest, namespace: "one")
        #expect(try await cluster.get("a", namespace: "two").namespace == "")
        #expect(try await names(ResourceQuery(namespace: nil)) == [])
    }

    @Test func cronWorkflowsAreUnsupported() {
        #expect(throws: BackendError.unsupported("cron workflows", by: .local)) {
            try fixture.backend.resources(.cronWorkflow)
        }
    }

    @Test(
        arguments: [
            (["kind": "Workflow"], "kind must be 'WorkflowTemplate', not 'Workflow'"),
            ([], "a manifest must be an object"),
            (["metadata": [:]], "metadata.name is missing"),
            (["metadata": ["name": "a"]], "spec is missing"),
            (["metadata": ["name": "a/b"]], "metadata.name 'a/b' is no name: \(ObjectName.rule)"),
        ] as [(ValueTree, String)])
    func manifestsOfOtherShapesAreRefused(_ manifest: ValueTree, _ message: String) async {
        await #expect(throws: BackendError.invalid(message)) {
            try await templates.create(manifest, namespace: "default")
        }
    }

    // MARK: Workflows from templates

    private func submit(_ change: (inout SubmitOptions) -> Void = { _ in }) async throws -> Workflow {
        var options = SubmitOptions()
        change(&options)
        return try await fixture.workflows.submit(
            Submission(.resource(.workflowTemplate, name: "a", options: options), namespace: "default"))
    }

    @Test func instantiatesWithOptions() async throws {
        _ = try await templates.create(template("a"), namespace: "default")
        let submitted = try await submit {
            $0.name = "mine"
            $0.parameters = [.init(name: "who", value: "you")]
            $0.labels = [.init(name: "team", value: "x")]
            $0.priority = 7
            $0.serviceAccount = "sa"
        }
        #expect(submitted.name == "mine")
        #expect(submitted.label("workflows.argoproj.io/workflow-template") == "a")
        #expect(submitted.label("team") == "x")
        #expect(submitted.priority == 7)
        #expect(submitted.parameters.map(\.value) == ["you"])
        let done = try await fixture.finish("mine")
        #expect(done.phase == .succeeded)
        #expect(try await fixture.logs("mine") == ["you"])
    }

    @Test func namesAnInstanceAfterItsTemplate() async throws {
        _ = try await templates.create(template("a"), namespace: "default")
        let submitted = try await submit()
        #expect(submitted.name.hasPrefix("a-") && submitted.name.count == 7)
        #expect(try await fixture.finish(submitted.name).phase == .succeeded)
        #expect(try await fixture.logs(submitted.name) == ["world"])
    }

    @Test func aRunKeepsItsOwnCopyOfTheTemplate() async throws {
        _ = try await templates.create(template("a"), namespace: "default")
        let submitted = try await submit()
        try await templates.delete("a", namespace: "default")
        #expect(submitted.document["status"]?["storedWorkflowTemplateSpec"]?["entrypoint"]?.string == "main")
        #expect(try await fixture.finish(submitted.name).phase == .succeeded)
    }

    @Test func saysWhatATemplateDoesNotHave() async throws {
        await #expect(throws: BackendError.notFound("workflow template 'a' not found")) { try await submit() }
        _ = try await templates.create(template("a"), namespace: "default")
        await #expect(
            throws: BackendError.invalid("workflow template 'a' has no parameter 'what'; it has 'who'")
        ) { try await submit { $0.parameters = [.init(name: "what", value: "")] } }
        await #expect(throws: BackendError.invalid("spec.entrypoint names no template: 'other'")) {
            try await submit { $0.entrypoint = "other" }
        }
    }

    @Test func saysEachNoteOnce() async throws {
        let backend = fixture.backend
        for name in ["one", "two"] {
            let manifest = workflow(named: name, shell("main", "true")).setting(
                "image", in: "spec.templates[0].container", to: "alpine")
            _ = try await backend.workflows.submit(Submission(.manifest(manifest), namespace: "default"))
        }
        #expect(
            fixture.notes.withLock { $0 } == ["images are not used: the commands run as processes of this machine"])
    }

    @Test func namesEachKnownParameterOnce() async throws {
        let manifest = template("a").setting(
            "inputs", in: "spec.templates[0]", to: ["parameters": [["name": "who"], ["name": "why", "value": "x"]]])
        _ = try await templates.create(manifest, namespace: "default")
        await #expect(
            throws: BackendError.invalid("workflow template 'a' has no parameter 'nme'; it has 'who', 'why'")
        ) { try await submit { $0.parameters = [.init(name: "nme", value: "1")] } }
    }

    @Test func tellsAMissingObjectFromAMissingTemplateInIt() async throws {
        _ = try await templates.create(template("a"), namespace: "default")
        func expect(_ message: String, _ reference: ValueTree) async {
            let manifest = workflow(["name": "main", "steps": [[["name": "s", "templateRef": reference]]]])
            await #expect(throws: BackendError.invalid("spec.templates[0].steps[0][0].templateRef.\(message)")) {
                try await fixture.submit(manifest)
            }
        }
        await expect(
            "name names workflow template 'g', which does not exist", ["name": "g", "template": "x"])
        await expect(
            "name names cluster workflow template 'a', which does not exist",
            ["name": "a", "template": "main", "clusterScope": true])
        await expect("template names no template in workflow template 'a': 'x'", ["name": "a", "template": "x"])
    }

    @Test func namesTheTemplateThatAFieldCameFrom() async throws {
        _ = try await templates.create(template("a").setting("onExit", in: "spec", to: "main"), namespace: "default")
        await #expect(
            throws: BackendError.invalid(
                "workflow template 'a': spec.onExit is not supported by the local backend")
        ) { try await submit() }
    }

    @Test func callsTemplatesOfStoredObjects() async throws {
        _ = try await templates.create(template("a", "echo from a"), namespace: "default")
        let done = try await fixture.run(
            workflow([
                "name": "main", "steps": [[["name": "s", "templateRef": ["name": "a", "template": "main"]]]],
            ]).setting("arguments", in: "spec", to: ["parameters": [["name": "who", "value": "x"]]]))
        #expect(done.phase == .succeeded)
        #expect(try await fixture.logs("demo") == ["from a"])
        #expect(done.nodes.first { $0.displayName == "s" }?.templateText == "a/main")
    }
}
