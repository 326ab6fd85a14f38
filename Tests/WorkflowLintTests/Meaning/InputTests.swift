import Testing
import WorkflowLint

@Suite struct InputTests {
    static let whalesay =
        "- {name: whalesay, inputs: {parameters: [{name: message}, {name: loud, value: no}]}, container: {image: a, command: [b]}}"
    static let read =
        "- {name: read, inputs: {artifacts: [{name: in, path: /a}, {name: may, path: /b, optional: true}]}, container: {image: a, command: [b]}}"

    @Test(arguments: [
        MarkedManifest.workflow(
            "a task without its parameter",
            """
            entrypoint: abc
            templates:
            - name: abc
              dag: {tasks: [{name: a, template: ▸whalesay}]}
            \(whalesay)
            """,
            "missing-input: templates.abc.tasks.a templates.whalesay inputs.parameters.message was not supplied"),
        .workflow(
            "a step with a misspelled parameter, told once",
            """
            entrypoint: main
            templates:
            - name: main
              steps:
              - - name: a
                  template: whalesay
                  arguments: ▸{parameters: [{name: mesage, value: hi}]}
            \(whalesay)
            """,
            "missing-input: templates.main.steps[0].a templates.whalesay inputs.parameters.message was not supplied ('mesage' is given, which the template does not take)"
        ),
        .workflow(
            "an input that is declared twice, told once",
            """
            entrypoint: main
            templates:
            - name: main
              steps: [[{name: a, template: ▸take}]]
            - {name: take, inputs: {parameters: [{name: x}, {name: ▸x}]}, suspend: {}}
            """,
            "missing-input: templates.main.steps[0].a templates.take inputs.parameters.x was not supplied",
            "duplicate-name: templates.take.inputs.parameters[1].name 'x' is not unique"),
        .workflow(
            "a step without its artifact",
            """
            entrypoint: main
            templates:
            - name: main
              steps:
              - - {name: a, template: ▸read}
            \(read)
            """,
            "missing-input: templates.main.steps[0].a templates.read inputs.artifacts.in was not supplied"),
        .workflow(
            "a hook without its parameter",
            """
            entrypoint: main
            templates:
            - name: main
              steps:
              - - {name: a, template: stop, hooks: {exit: {template: ▸whalesay}}}
            - {name: stop, suspend: {}}
            \(whalesay)
            """,
            "missing-input: templates.main.steps[0].a.hooks.exit templates.whalesay inputs.parameters.message was not supplied"
        ),
        .workflow(
            "an inline template without its parameter",
            """
            entrypoint: main
            templates:
            - name: main
              steps:
              - - name: a
                  inline: {inputs: {parameters: [{name: x}]}, suspend: {}}
                  arguments: ▸{}
            """,
            "missing-input: templates.main.steps[0].a inputs.parameters.x was not supplied"),
        .workflow(
            "an argument nobody takes",
            """
            entrypoint: main
            templates:
            - name: main
              steps:
              - - name: a
                  template: whalesay
                  arguments: {parameters: [{name: message, value: hi}, {name: ▸lout, value: yes}]}
            \(whalesay)
            """,
            "unused-argument: templates.main.steps[0].a.arguments.parameters.lout is no input of the template 'whalesay'"
        ),
        .workflow(
            "an entrypoint and an exit handler the workflow gives nothing",
            "entrypoint: ▸whalesay\nonExit: ▸read\ntemplates:\n\(whalesay)\n\(read)",
            "missing-input: templates.whalesay inputs.parameters.message was not supplied (name 'message' in 'spec.arguments.parameters')",
            "missing-input: templates.read inputs.artifacts.in was not supplied (name 'in' in 'spec.arguments.artifacts')"
        ),
        .workflow(
            "arguments that say nothing",
            """
            entrypoint: main
            templates:
            - name: main
              dag:
                tasks:
                - name: a
                  template: whalesay
                  arguments: {parameters: [{name: ▸message}, {name: loud, valueFrom: ▸{path: /a}}]}
                - name: b
                  template: read
                  arguments: {artifacts: [▸{name: in}]}
            \(whalesay)
            \(read)
            """,
            "missing-value: templates.main.tasks.a.arguments.message.value or templates.main.tasks.a.arguments.message.valueFrom is required",
            "invalid-value: templates.main.tasks.a.arguments.loud.valueFrom only allows: default, configMapKeyRef and supplied",
            "missing-source: templates.main.tasks.b.arguments.in.from, artifact location, or key is required"),
        .workflow(
            "places in a bucket without a key",
            """
            entrypoint: main
            arguments: {artifacts: [▸{name: y, s3: {bucket: b}}]}
            templates:
            - name: main
              steps:
              - - {name: a, template: take, arguments: {artifacts: [▸{name: x, s3: {endpoint: e, bucket: b}}]}}
                - {name: b, template: take, arguments: {artifacts: [▸{name: x, gcs: {bucket: b, key: ""}}]}}
                - {name: c, template: ▸take}
            - {name: take, inputs: {artifacts: [{name: x, path: /x, s3: {bucket: b}}]}, container: {image: a}}
            """,
            "missing-source: spec.arguments.y.from, artifact location, or key is required",
            "missing-source: templates.main.steps[0].a.arguments.x.from, artifact location, or key is required",
            "missing-source: templates.main.steps[0].b.arguments.x.from, artifact location, or key is required",
            "missing-input: templates.main.steps[0].c templates.take inputs.artifacts.x was not supplied"),
        .workflow(
            "a value that is none of its choices, and no choice at all",
            """
            entrypoint: whalesay
            arguments:
              parameters:
              - {name: message, value: ▸c, enum: [a, b]}
              - {name: other, value: c, enum: ▸[]}
            templates:
            \(whalesay)
            """,
            "invalid-value: spec.arguments.message.value should be present in spec.arguments.message.enum list",
            "invalid-value: spec.arguments.other.enum should contain at least one value"),
        .documents(
            "a cron workflow, which nobody gives values",
            [
                (
                    "CronWorkflow c",
                    """
                    schedules: ['* * * * *']
                    workflowSpec:
                      entrypoint: whalesay
                      arguments: {parameters: [{name: ▸message}]}
                      templates:
                      \(whalesay)
                    """
                )
            ],
            "missing-value: spec.workflowSpec.arguments.message.value or spec.workflowSpec.arguments.message.valueFrom is required"
        ),
    ])
    func areMissed(_ manifest: MarkedManifest) throws {
        #expect(try manifest.linted() == manifest.expected)
    }

    @Test(arguments: [
        MarkedManifest.documents(
            "a stored template's entrypoint, which others call",
            [("WorkflowTemplate t", "entrypoint: whalesay\ntemplates:\n\(whalesay)")]),
        .documents(
            "arguments of the stored template a workflow is made from",
            [
                (
                    "WorkflowTemplate t",
                    "entrypoint: whalesay\narguments: {parameters: [{name: message, value: a}]}\ntemplates:\n\(whalesay)"
                ),
                ("Workflow w", "workflowTemplateRef: {name: t}"),
            ]),
        .documents(
            "parameters that a cron workflow gives the stored template it is made from",
            [
                stored,
                (
                    "CronWorkflow c",
                    """
                    schedules: ['* * * * *']
                    workflowSpec:
                      workflowTemplateRef: {name: t}
                      arguments: {parameters: [{name: p, value: a}, {name: q, value: b}]}
                    """
                ),
            ]),
        .workflow(
            "keys in the bucket of the artifact repository",
            """
            entrypoint: main
            arguments: {artifacts: [{name: y, s3: {key: k}}, {name: z, gcs: {key: k}}, {name: u, http: {url: u}}]}
            templates:
            - {name: main, inputs: {artifacts: [{name: y, path: /y}]}, container: {image: a}}
            """),
        .workflow(
            "defaults and locations of inputs",
            """
            entrypoint: main
            templates:
            - name: main
              steps: [[{name: a, template: take}]]
            - name: take
              inputs:
                parameters: [{name: x, default: ""}, {name: y, valueFrom: {configMapKeyRef: {name: c, key: k}}}]
                artifacts: [{name: z, path: /a, raw: {data: x}}]
              container: {image: a, command: [b]}
            """),
    ])
    func haveOtherSources(_ manifest: MarkedManifest) throws {
        #expect(try manifest.linted() == [])
    }

    /// It names a parameter without a value, asks for one that it does not name, and has a template nobody runs.
    private static let stored = (
        head: "WorkflowTemplate t",
        spec: """
        entrypoint: main
        arguments: {parameters: [{name: p}, {name: r, value: x}]}
        templates:
        - {name: main, dag: {tasks: [{name: a, template: b}]}}
        - {name: b, container: {image: a, args: ['{{workflow.parameters.p}}{{workflow.parameters.q}}']}}
        - {name: c, container: {image: a, args: ['{{workflow.parameters.z}}']}}
        """
    )
    private static let unnamed =
        "unknown-variable: templates.b: failed to resolve {{workflow.parameters.q}} ('t' asks for it: name it in 'spec.arguments.parameters')"

    @Test func areNeededByTheStoredTemplateThatARunIsMadeFrom() throws {
        let scheduled = MarkedManifest.documents(
            "",
            [
                Self.stored,
                (
                    "CronWorkflow c",
                    """
                    schedules: ['* * * * *']
                    workflowSpec: {workflowTemplateRef: ▸{name: t}, arguments: {parameters: [{name: ▸q}]}}
                    """
                ),
            ],
            "missing-value: spec.workflowSpec.arguments.p.value or spec.workflowSpec.arguments.p.valueFrom is required ('t' names it without a value)",
            "missing-value: spec.workflowSpec.arguments.q.value or spec.workflowSpec.arguments.q.valueFrom is required"
        )
        #expect(try scheduled.linted() == scheduled.expected)

        let run = MarkedManifest.documents(
            "", [Self.stored, ("Workflow w", "workflowTemplateRef: ▸{name: t}")], Self.unnamed)
        #expect(try run.linted() == run.expected)
        #expect(try run.linted(.init(requiresValues: true), .init(parameters: ["p", "q"])) == [])
        let bare = MarkedManifest.documents(
            "", [Self.stored, ("Workflow w", "workflowTemplateRef: ▸▸{name: t}")],
            "missing-value: spec.arguments.p.value or spec.arguments.p.valueFrom is required ('t' names it without a value)",
            Self.unnamed)
        #expect(try bare.linted(.init(requiresValues: true)) == bare.expected)
    }

    static let open = MarkedManifest.workflow(
        "", "entrypoint: whalesay\narguments: {parameters: [{name: ▸message}]}\ntemplates:\n\(whalesay)",
        "missing-value: spec.arguments.message.value or spec.arguments.message.valueFrom is required")

    @Test func mayBeGivenLaterUntilTheWorkflowIsSubmitted() throws {
        #expect(try Self.open.linted() == [])
        #expect(try Self.open.linted(.init(requiresValues: true)) == Self.open.expected)
        #expect(try Self.open.linted(.init(requiresValues: true), .init(parameters: ["message"])) == [])
    }
}
