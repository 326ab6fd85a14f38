import Testing
import WorkflowLint

@Suite struct VariableTests {
    static let echo =
        "- {name: echo, inputs: {parameters: [{name: m, default: x}]}, container: {image: a, command: [b]}}"
    static let give =
        "- {name: give, outputs: {parameters: [{name: out, valueFrom: {path: /a}}], artifacts: [{name: art, path: /b}]}, container: {image: a, command: [b]}}"
    static let wait = "- {name: wait, suspend: {}}"

    /// A template that passes one value to `echo` from its last step.
    static func steps(_ first: String, _ value: String) -> String {
        """
        entrypoint: main
        templates:
        - name: main
          steps:
          - - {name: a, template: \(first)}
          - - name: b
              template: echo
              arguments: {parameters: [{name: m, value: \(value)}]}
        \(echo)
        \([give, wait].first { $0.contains("name: \(first),") } ?? "")
        """
    }

    static func leaf(_ text: String, _ more: String = "") -> String {
        "entrypoint: one\n\(more)templates:\n- {name: one, inputs: {parameters: [{name: message, value: x}]}, container: {image: a, command: [b], args: [\"\(text.replacing("{{", with: "▸{{", maxReplacements: 1))\"]}}"
    }

    @Test(
        arguments: [
            MarkedManifest.workflow(
                "an input that is not declared", leaf("{{inputs.parameters.mesage}}"),
                "unknown-variable: templates.one: failed to resolve {{inputs.parameters.mesage}}"),
            .workflow(
                "the same one twice in a text", leaf("{{ inputs.artifacts.a }} {{inputs.artifacts.a}}"),
                "unknown-variable: templates.one: failed to resolve {{ inputs.artifacts.a }}"),
            .workflow(
                "a parameter of the workflow", leaf("{{workflow.parameters.x}}"),
                "unknown-variable: templates.one: failed to resolve {{workflow.parameters.x}}"),
            .workflow(
                "a label", leaf("{{workflow.labels.app}}"),
                "unknown-variable: templates.one: failed to resolve {{workflow.labels.app}}"),
            .workflow(
                "a field of the workflow", leaf("{{workflow.nmae}}"),
                "unknown-variable: templates.one: failed to resolve {{workflow.nmae}}"),
            .workflow(
                "a priority that is not set", leaf("{{workflow.priority}}"),
                "unknown-variable: templates.one: failed to resolve {{workflow.priority}} (the workflow has no 'spec.priority')"
            ),
            .workflow(
                "failures without an exit handler", leaf("{{workflow.failures}}"),
                "unknown-variable: templates.one: failed to resolve {{workflow.failures}} (only an exit handler knows what failed)"
            ),
            .workflow(
                "a global output that no template gives", leaf("{{workflow.outputs.parameters.x}}"),
                "unknown-variable: templates.one: failed to resolve {{workflow.outputs.parameters.x}}"),
            .workflow(
                "a step in a container", leaf("{{steps.a.outputs.result}}"),
                "unknown-variable: templates.one: failed to resolve {{steps.a.outputs.result}} (pass it on as an argument: only the template with the steps knows them)"
            ),
            .workflow(
                "an item in a container", leaf("{{item.key}}"),
                "unknown-variable: templates.one: failed to resolve {{item.key}} (there is no withItems, withParam or withSequence around it)"
            ),
            .workflow(
                "a path of an output that is not declared", leaf("{{outputs.parameters.x.path}}"),
                "undeclared-output: templates.one: {{outputs.parameters.x.path}} is the path of an output that the template does not declare"
            ),
            .workflow(
                "an output that is not declared", leaf("{{outputs.parameters.x}}"),
                "undeclared-output: templates.one: {{outputs.parameters.x}} is an output that the template does not declare"
            ),
            .workflow(
                "an input in an expression", leaf("{{=inputs.parameters.mesage}}"),
                "stray-variable: templates.one: {{=inputs.parameters.mesage}} asks for inputs.parameters.mesage, which has no value"
            ),
            .workflow(
                "an expression without its end", leaf("{{=1 +}}"),
                "invalid-expression: templates.one: Invalid expression '{{=1 +}}': expected a value, found the end"),
            .workflow(
                "an expression of a bracket", leaf("{{=(}}"),
                "invalid-expression: templates.one: Invalid expression '{{=(}}': unbalanced brackets: '(' without ')'"),
            .workflow(
                "no end", leaf("a {{inputs.parameters.message"), "unclosed-variable: templates.one: '{{' without '}}'"),
            .workflow(
                "a pod's name without a pod",
                "entrypoint: one\ntemplates:\n- {name: one, suspend: {duration: \"▸{{pod.name}}\"}}",
                "unknown-variable: templates.one: failed to resolve {{pod.name}} (only templates that run a pod have its name)"
            ),
            .workflow(
                "in the spec itself",
                leaf("x", "podMetadata: {labels: {a: \"▸{{workflow.nam}}\"}}\n"),
                "unknown-variable: spec.podMetadata: failed to resolve {{workflow.nam}}"),
            .workflow(
                "a step that does not exist", steps("give", "'▸{{steps.c.outputs.result}}'"),
                "unknown-variable: templates.main.steps failed to resolve {{steps.c.outputs.result}}"),
            .workflow(
                "a task in a steps template", steps("give", "'▸{{tasks.a.outputs.result}}'"),
                "unknown-variable: templates.main.steps failed to resolve {{tasks.a.outputs.result}} (this template has 'steps')"
            ),
            .workflow(
                "an output that the template does not declare", steps("give", "'▸{{steps.a.outputs.parameters.uot}}'"),
                "unknown-variable: templates.main.steps failed to resolve {{steps.a.outputs.parameters.uot}}"),
            .workflow(
                "an output of a template without any", steps("wait", "'▸{{steps.a.outputs.artifacts.x}}'"),
                "unknown-variable: templates.main.steps failed to resolve {{steps.a.outputs.artifacts.x}} (the template 'wait' declares no such outputs)"
            ),
            .workflow(
                "a result of a template that has none", steps("wait", "'▸{{steps.a.outputs.result}}'"),
                "unknown-variable: templates.main.steps failed to resolve {{steps.a.outputs.result}} (the template 'wait' has no result: it runs no container)"
            ),
            .workflow(
                "the address of what is no daemon", steps("give", "'▸{{steps.a.ip}}'"),
                "unknown-variable: templates.main.steps failed to resolve {{steps.a.ip}} (only a template with 'daemon: true' has an address)"
            ),
            .workflow(
                "all outputs of one run", steps("give", "'▸{{steps.a.outputs.parameters}}'"),
                "unknown-variable: templates.main.steps failed to resolve {{steps.a.outputs.parameters}} ('a' runs once: name one of its outputs)"
            ),
            .workflow(
                "a field that no step has", steps("give", "'▸{{steps.a.output.result}}'"),
                "unknown-variable: templates.main.steps failed to resolve {{steps.a.output.result}}"),
            .workflow(
                "an item without a loop", steps("give", "'▸{{item}}'"),
                "loose-item: templates.main.steps {{item}} has no withItems, withParam or withSequence around it"),
            .workflow(
                "steps of the same and of later groups, and of the step itself",
                """
                entrypoint: main
                templates:
                - name: main
                  steps:
                  - - {name: a, template: echo, when: "▸{{steps.a.status}} == x"}
                    - {name: b, template: echo, arguments: {parameters: [{name: m, value: "▸{{steps.a.outputs.result}}▸{{steps.c.status}}"}]}}
                  - - {name: c, template: echo}
                \(echo)
                """,
                "unknown-variable: templates.main.steps failed to resolve {{steps.a.status}} (the step 'a' runs in the same group, at the same time)",
                "unknown-variable: templates.main.steps failed to resolve {{steps.a.outputs.result}} (the step 'a' runs in the same group, at the same time)",
                "unknown-variable: templates.main.steps failed to resolve {{steps.c.status}} (the step 'c' runs later)"),
            .workflow(
                "outputs of a steps template",
                """
                entrypoint: main
                templates:
                - name: main
                  steps: [[{name: a, template: give}]]
                  outputs: {parameters: [{name: o, valueFrom: {parameter: "▸{{steps.a.outputs.parameters.x}}"}}]}
                \(give)
                """,
                "unknown-variable: templates.main.outputs failed to resolve {{steps.a.outputs.parameters.x}}"),
            .workflow(
                "a field that not all items have, and one that none has",
                """
                entrypoint: main
                templates:
                - name: main
                  steps:
                  - - name: a
                      template: echo
                      arguments: {parameters: [{name: m, value: "{{item.k}}"}]}
                      withItems: [{k: 1}, {v: 2}]
                    - name: b
                      template: echo
                      arguments: {parameters: [{name: m, value: "▸{{item.w}}"}]}
                      withItems: [{k: 1}, {v: 2}]
                    - name: c
                      template: echo
                      arguments: {parameters: [{name: m, value: "▸{{item.w}}"}]}
                      withSequence: {count: 2}
                \(echo)
                """,
                "unknown-variable: templates.main.steps failed to resolve {{item.w}}",
                "unknown-variable: templates.main.steps failed to resolve {{item.w}}"),
        ])
    func haveNoValue(_ manifest: MarkedManifest) throws {
        #expect(try manifest.linted() == manifest.expected)
    }

    @Test(arguments: [
        ("{{input.parameters.x}}", "did you mean '{{inputs.parameters.x}}'?"),
        ("{{Inputs.artifacts.x}}", "did you mean '{{inputs.artifacts.x}}'?"),
        ("{{output.parameters.x}}", "did you mean '{{outputs.parameters.x}}'?"),
        ("{{Workflow.Name}}", "did you mean '{{workflow.name}}'?"),
        ("{{workflows.parameters.x}}", "did you mean '{{workflow.parameters.x}}'?"),
        ("{{step.a.outputs.result}}", "did you mean '{{steps.a.outputs.result}}'?"),
        ("{{task.a.status}}", "did you mean '{{tasks.a.status}}'?"),
        ("{{parameter.x}}", "did you mean '{{inputs.parameters.x}}' or '{{workflow.parameters.x}}'?"),
        ("{{template.name}}", placesOfVariables), ("{{x}}", placesOfVariables), ("{{}}", placesOfVariables),
    ])
    func thatArgoWouldLeaveAsTheyAreAreTold(_ text: String, _ hint: String) throws {
        let manifest = MarkedManifest.workflow(
            "", Self.leaf(text), "stray-variable: templates.one: \(text) is no variable, and stays as it is (\(hint))")
        #expect(try manifest.linted() == manifest.expected)
    }

    static let placesOfVariables =
        "variables begin with 'inputs.', 'outputs.', 'steps.', 'tasks.', 'workflow.', 'pod.' or 'item'"

    @Test func aDashInAnExpressionSubtracts() throws {
        let manifest = MarkedManifest.workflow(
            "",
            "entrypoint: one\ntemplates:\n- {name: one, inputs: {parameters: [{name: n-max, value: x}]}, container: {image: a, command: [b], args: [\"▸{{=inputs.parameters.n-max}}\"]}}",
            "stray-variable: templates.one: {{=inputs.parameters.n-max}} asks for inputs.parameters.n, which has no value (a dash subtracts: write inputs.parameters['n-max'])"
        )
        #expect(try manifest.linted() == manifest.expected)
    }

    @Test(arguments: [
        "{{inputs.parameters.message}}", "{{ inputs.parameters }}", "{{workflow.name}}", "{{workflow.namespace}}",
        "{{workflow.uid}}", "{{workflow.status}}", "{{workflow.parameters}}", "{{workflow.parameters.json}}",
        "{{workflow.labels.json}}", "{{workflow.labels.workflows.argoproj.io/creator}}",
        "{{workflow.creationTimestamp.%Y}}", "{{workflow.scheduledTime}}", "{{workflow.duration}}", "{{pod.name}}",
        "{{node.name}}", "{{retries}}", "{{lastRetry.exitCode}}", "{{status}}", "{{duration}}", "{{exitCode}}",
        "{{resourcesDuration.cpu}}", "{{outputs.result}}", "{{item}}", "{{ .Values.x }}",
        "{{user `whoami`}}", "a {{}} b", "{{ user }}", "{{ input.name }}", "x {{user}} {{user.name}}",
        "{{lastRetry.status}}",
        "{{=inputs.parameters.nothing ?? 1}}", "{{=inputs.parameters.nothing == nil ? 1 : 2}}",
        "{{='nothing' in inputs.parameters ? inputs.parameters.nothing : 1}}",
        "{{=sprig.coalesce(inputs.parameters.nothing, 1)}}",
        "{{=inputs.parameters['message']}}", "{{= sprig.trim(steps.x) }}",
        "{{inputs.parameters.{{workflow.name}}}}", "${{ secrets.TOKEN }}", "{ {inputs.parameters.x} }",
    ])
    func ofContainersAreKnownOrNotArgos(_ text: String) throws {
        let manifest = MarkedManifest.workflow("", Self.leaf(text).replacing("▸", with: ""))
        #expect(try manifest.linted() == [])
    }

    @Test(arguments: [
        ("give", "{{steps.a.outputs.parameters.out}}"), ("give", "{{steps.a.outputs.result}}"),
        ("give", "{{steps.a.exitCode}}"), ("wait", "{{steps.a.status}}"), ("wait", "{{steps.a.id}}"),
        ("wait", "{{steps.a.startedAt}}{{steps.a.finishedAt}}"), ("wait", "{{steps.a.hostNodeName}}"),
        ("wait", "{{steps.name}}"), ("wait", "{{workflow.mainEntrypoint}}"),
    ])
    func ofEarlierStepsAreKnown(_ first: String, _ value: String) throws {
        let manifest = MarkedManifest.workflow("", Self.steps(first, "'\(value)'"))
        #expect(try manifest.linted() == [])
    }

    @Test(arguments: [
        MarkedManifest.workflow(
            "from metadata of the workflow and of its runs",
            leaf(
                "{{workflow.labels.a}}{{workflow.annotations.b/c}}{{workflow.parameters.p}}{{workflow.priority}}",
                """
                priority: 1
                arguments: {parameters: [{name: p, value: x}]}
                workflowMetadata: {labels: {a: x}, annotations: {b/c: y}}

                """
            ).replacing("▸", with: "")),
        .workflow(
            "from the defaults of all templates",
            "templateDefaults: {inputs: {parameters: [{name: d, value: x}]}}\n"
                + leaf("{{inputs.parameters.d}}").replacing("▸", with: "")),
        .workflow(
            "of the whole workflow, given by another template",
            """
            entrypoint: main
            templates:
            - name: main
              steps:
              - - {name: a, template: give}
              - - {name: b, template: take}
            - {name: give, outputs: {parameters: [{name: o, globalName: g, valueFrom: {path: /a}}]}, container: {image: a, command: [b]}}
            - {name: take, container: {image: a, command: [b], args: ["{{workflow.outputs.parameters.g}}"]}}
            """),
        .workflow(
            "of the whole workflow, given by an inline template",
            """
            entrypoint: main
            templates:
            - name: main
              steps:
              - - name: a
                  inline: {outputs: {parameters: [{name: o, globalName: g, valueFrom: {path: /a}}]}, container: {image: a, command: [b]}}
              - - {name: b, template: take}
            - {name: take, container: {image: a, command: [b], args: ["{{workflow.outputs.parameters.g}}"]}}
            """),
        .workflow(
            "of a step for its own hooks",
            """
            entrypoint: main
            templates:
            - name: main
              steps:
              - - name: a
                  template: give
                  hooks: {exit: {template: echo, arguments: {parameters: [{name: m, value: "{{steps.a.outputs.parameters.out}}"}]}}}
            \(give)
            \(echo)
            """),
        .workflow(
            "of an inline template, which sees those around it",
            """
            entrypoint: main
            templates:
            - name: main
              inputs: {parameters: [{name: p, value: x}]}
              steps:
              - - name: a
                  withItems: [1, 2]
                  arguments: {parameters: [{name: q, value: x}]}
                  inline:
                    inputs: {parameters: [{name: q}]}
                    container: {image: a, command: [b], args: ["{{inputs.parameters.p}}{{inputs.parameters.q}}{{item}}{{pod.name}}"]}
            """),
        .documents(
            "of workflows that a stored template does not know yet",
            [
                (
                    "WorkflowTemplate t",
                    leaf(
                        "{{workflow.parameters.x}}{{workflow.labels.y}}{{workflow.outputs.parameters.z}}{{workflow.priority}}{{workflow.failures}}"
                    ).replacing("▸", with: "")
                )
            ]),
        .workflow(
            "of failures for an exit handler",
            "onExit: one\n" + leaf("{{workflow.failures}}").replacing("▸", with: "")),
    ])
    func comeFromElsewhere(_ manifest: MarkedManifest) throws {
        #expect(try manifest.linted() == [])
    }

    @Test func areWarnedOfInExpressionsThatNameWhatIsNotThere() throws {
        let manifest = MarkedManifest.workflow(
            "",
            """
            entrypoint: main
            hooks: {late: {template: echo, expression: ▸"workflow.parameters.gone == 'x'"}}
            arguments: {parameters: [{name: env, value: x}]}
            templates:
            - name: main
              steps:
              - - {name: a-b, template: echo, when: "▸{{=workflow.parameters.gone == workflow.parameters.env}}"}
              - - name: c
                  template: echo
                  when: "▸{{=steps.gone.status}} == ▸{{=steps['gone'].status}} && ▸{{=steps.a.b}} == {{=steps['a-b'].status}}"
                  hooks:
                    failed: {template: echo, expression: ▸"steps.gone.status == 'Failed'"}
                    running: {template: echo, expression: "steps.c.status == 'Running'"}
              outputs: {parameters: [{name: o, valueFrom: {expression: ▸steps.gone.outputs.result}}]}
            - {name: echo, container: {image: a}}
            """,
            "stray-variable: hooks.late 'workflow.parameters.gone == 'x'' asks for workflow.parameters.gone, which has no value",
            "stray-variable: templates.main.steps {{=workflow.parameters.gone == workflow.parameters.env}} asks for workflow.parameters.gone, which has no value",
            "stray-variable: templates.main.steps {{=steps.gone.status}} asks for steps.gone, which has no value",
            "stray-variable: templates.main.steps {{=steps['gone'].status}} asks for steps.gone, which has no value",
            "stray-variable: templates.main.steps {{=steps.a.b}} asks for steps.a, which has no value (a dash subtracts: write steps['a-b'])",
            "stray-variable: templates.main.steps[1].c.hooks.failed 'steps.gone.status == 'Failed'' asks for steps.gone, which has no value",
            "stray-variable: templates.main.outputs 'steps.gone.outputs.result' asks for steps.gone, which has no value"
        )
        #expect(try manifest.linted() == manifest.expected)
    }

    @Test func areFoundInTheirLineOfALongText() throws {
        let manifest = MarkedManifest.workflow(
            "",
            """
            entrypoint: one
            templates:
            - name: one
              inputs: {parameters: [{name: a, value: x}]}
              script:
                image: a
                command: [sh]
                source: |
                  echo {{inputs.parameters.a}}
                  echo ▸{{inputs.parameters.b}} {{inputs.parameters.b}}
                  ▸{{workflow.x
            """,
            "unknown-variable: templates.one: failed to resolve {{inputs.parameters.b}}",
            "unclosed-variable: templates.one: '{{' without '}}'")
        #expect(try manifest.linted() == manifest.expected)
    }

    @Test func labelsAndPrioritiesMayComeFromTheCommandLine() throws {
        let manifest = MarkedManifest.workflow(
            "",
            Self.leaf("{{workflow.labels.a}}{{workflow.priority}}{{workflow.parameters.p}}").replacing("▸", with: ""))
        let overrides = Subject.Overrides(parameters: ["p"], labels: ["a"], hasPriority: true)
        #expect(try manifest.linted(.init(), overrides) == [])
    }
}
