import Testing
import WorkflowLint

@Suite struct ReferenceTests {
    static let say = "- {name: say, container: {image: a, command: [b]}}"
    static let library = ("WorkflowTemplate lib", "templates:\n\(say)")

    @Test(arguments: [
        MarkedManifest.workflow(
            "an entrypoint that does not exist", "entrypoint: ▸hell0\ntemplates:\n- {name: hello, suspend: {}}",
            "undefined-template: template name 'hell0' undefined"),
        .workflow(
            "no entrypoint", "▸templates:\n\(say)",
            "missing-field: spec.entrypoint is required (name the template to start with)"),
        .workflow(
            "an exit handler that does not exist", "entrypoint: say\nonExit: ▸bye\ntemplates:\n\(say)",
            "undefined-template: template name 'bye' undefined"),
        .workflow(
            "a hook of the workflow that does not exist",
            "entrypoint: say\nhooks:\n  exit: {template: ▸bye}\ntemplates:\n\(say)",
            "undefined-template: hooks.exit template name 'bye' undefined"),
        .workflow(
            "a step and a task that call nothing",
            """
            entrypoint: main
            templates:
            - name: main
              steps:
              - - {name: a, template: dag}
                - {name: b, template: ▸sya, hooks: {exit: {template: ▸gone}}, onExit: ▸off}
            - name: dag
              dag: {tasks: [{name: t, template: ▸x}, {name: u, template: say}]}
            \(say)
            """,
            "undefined-template: templates.main.steps[0].b template name 'sya' undefined",
            "undefined-template: templates.main.steps[0].b.hooks.exit template name 'gone' undefined",
            "undefined-template: templates.main.steps[0].b.onExit template name 'off' undefined",
            "undefined-template: templates.dag.tasks.t template name 'x' undefined"),
        .workflow(
            "a call from an inline template",
            """
            entrypoint: main
            templates:
            - name: main
              dag: {tasks: [{name: t, inline: {steps: [[{name: s, template: ▸x}]]}}]}
            """,
            "undefined-template: templates.main.tasks.t.steps[0].s template name 'x' undefined"),
        .documents(
            "one of two stored templates of one name that has such a template",
            [
                ("WorkflowTemplate lib", "templates:\n- {name: other, suspend: {}}"), library,
                (
                    "Workflow w",
                    "entrypoint: m\ntemplates: [{name: m, steps: [[{name: s, templateRef: {name: lib, template: say}}]]}]"
                ),
            ]),
        .documents(
            "a stored template without such a template",
            [
                library,
                (
                    "Workflow w",
                    """
                    entrypoint: main
                    templates:
                    - name: main
                      steps:
                      - - {name: a, templateRef: {name: lib, template: ▸sing}}
                        - {name: b, templateRef: {name: lib, template: say}}
                    """
                ),
            ],
            "undefined-template: templates.main.steps[0].a template reference lib.sing not found"),
        .documents(
            "a workflow made from a stored template without such a template",
            [library, ("Workflow w", "entrypoint: ▸sing\nworkflowTemplateRef: {name: lib}\nonExit: say")],
            "undefined-template: template name 'sing' undefined"),
        .documents(
            "a workflow made from a stored template without an entrypoint",
            [library, ("Workflow w", "▸workflowTemplateRef: {name: lib}")],
            "missing-field: spec.entrypoint is required (name the template to start with)"),
        .documents(
            "a cron workflow",
            [("CronWorkflow c", "schedules: ['* * * * *']\nworkflowSpec:\n  entrypoint: ▸x\n  templates:\n  \(say)")],
            "undefined-template: template name 'x' undefined"),
        .workflow(
            "a step and a hook that name no template",
            """
            entrypoint: main
            templates:
            - name: main
              steps: [[{name: ▸a, hooks: {exit: ▸{}}}]]
            """,
            "missing-field: templates.main.steps[0].a names no template (one of 'template', 'templateRef' and 'inline' says what it runs)",
            "missing-field: templates.main.steps[0].a.hooks.exit names no template (one of 'template', 'templateRef' and 'inline' says what it runs)"
        ),
        .workflow(
            "a hook that never begins",
            """
            entrypoint: main
            templates:
            - name: main
              steps:
              - - {name: a, template: say, hooks: {running: ▸{template: say}, exit: {template: say}}}
            \(say)
            """,
            "missing-field: templates.main.steps[0].a.running Expression required (only the hook 'exit' runs without an 'expression')"
        ),
    ])
    func toWhatIsNotThere(_ manifest: MarkedManifest) throws {
        #expect(try manifest.linted() == manifest.expected)
    }

    static let elsewhere = [
        MarkedManifest.workflow(
            "templateRef",
            """
            entrypoint: main
            templates:
            - name: main
              dag:
                tasks:
                - {name: a, templateRef: {name: ▸lib, template: say}}
                - {name: b, templateRef: {name: ▸lib, template: say, clusterScope: true}}
            """,
            "missing-reference: templates.main.tasks.a couldn't find workflow template \"lib\" (lint its file along, or leave out such references with --ignore-missing)",
            "missing-reference: templates.main.tasks.b couldn't find cluster workflow template \"lib\" (lint its file along, or leave out such references with --ignore-missing)"
        ),
        .workflow(
            "workflowTemplateRef",
            "workflowTemplateRef: {name: ▸lib}\nonExit: say\narguments: {parameters: [{name: a}]}",
            "missing-reference: couldn't find workflow template \"lib\" (lint its file along, or leave out such references with --ignore-missing)"
        ),
    ]

    @Test(arguments: elsewhere) func toObjectsKeptElsewhereAreErrorsUnlessIgnored(_ manifest: MarkedManifest) throws {
        #expect(try manifest.linted() == manifest.expected)
        #expect(try manifest.linted(.init(ignoresMissing: true)) == [])
    }

    @Test func doNotCrossNamespaces() throws {
        let template = "apiVersion: argoproj.io/v1alpha1\nkind: WorkflowTemplate\n"
        let spec = "spec: {templates: [{name: say, suspend: {}}]}\n"
        let workflow = """
            apiVersion: argoproj.io/v1alpha1
            kind: Workflow
            metadata: {name: w, namespace: one}
            spec: {entrypoint: say, workflowTemplateRef: {name: ▸lib}}
            """
        let message =
            "missing-reference: couldn't find workflow template \"lib\" in namespace \"one\" (one of this name is in the namespace \"two\", where nothing of another namespace finds it)"
        let other = MarkedManifest(
            name: "", yaml: "\(workflow)\n---\n\(template)metadata: {name: lib, namespace: two}\n\(spec)",
            findings: [message])
        #expect(try other.linted() == other.expected)
        for namespace in ["{name: lib, namespace: one}", "{name: lib}"] {
            let same = MarkedManifest(
                name: "", yaml: "\(workflow)\n---\n\(template)metadata: \(namespace)\n\(spec)", findings: [])
            #expect(try same.linted() == [])
        }
    }

    @Test func toTemplatesNamedAtRunTimeAreNotFollowed() throws {
        let manifest = MarkedManifest.workflow(
            "",
            """
            entrypoint: main
            arguments: {parameters: [{name: which, value: say}]}
            templates:
            - name: main
              steps: [[{name: a, template: "{{workflow.parameters.which}}"}]]
            \(Self.say)
            """)
        #expect(try manifest.linted() == [])
    }

    @Test func theCommandLineMayNameTheEntrypoint() throws {
        let manifest = MarkedManifest.workflow("", "entrypoint: gone\ntemplates:\n\(Self.say)")
        #expect(try manifest.linted(.init(), .init(entrypoint: "say")) == [])
    }
}
