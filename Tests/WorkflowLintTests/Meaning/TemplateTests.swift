import Testing
import WorkflowLint

@Suite struct TemplateTests {
    static let say = "- {name: say, container: {image: a, command: [b]}}"

    static func step(_ fields: String) -> String {
        "entrypoint: main\ntemplates:\n- name: main\n  steps:\n  - - {name: a, template: say, \(fields)}\n\(say)"
    }

    @Test(arguments: [
        MarkedManifest.workflow(
            "two of one name",
            """
            entrypoint: say
            arguments: {parameters: [{name: a, value: x}, {name: ▸a, value: y}]}
            templates:
            \(say)
            - {name: ▸say, suspend: {}}
            """,
            "duplicate-name: spec.arguments.parameters[1].name 'a' is not unique",
            "duplicate-name: spec.templates[1].name 'say' is not unique"),
        .workflow(
            "inputs and outputs of one name",
            """
            entrypoint: one
            templates:
            - name: one
              inputs: {parameters: [{name: a, value: x}, {name: ▸a, value: y}], artifacts: [{name: b, path: /b, optional: true}, {name: ▸b, path: /c, optional: true}]}
              outputs: {parameters: [{name: c, value: x}, {name: ▸c, value: y}]}
              container: {image: a, command: [b]}
            """,
            "duplicate-name: templates.one.inputs.parameters[1].name 'a' is not unique",
            "duplicate-name: templates.one.inputs.artifacts[1].name 'b' is not unique",
            "duplicate-name: templates.one.outputs.parameters[1].name 'c' is not unique"),
        .workflow(
            "steps and tasks of one name",
            """
            entrypoint: main
            templates:
            - name: main
              steps: [[{name: a, template: dag}], [{name: ▸a, template: say}]]
            - name: dag
              dag: {tasks: [{name: t, template: say}, {name: ▸t, template: say}]}
            \(say)
            """,
            "duplicate-name: templates.main.steps[1].name 'a' is not unique",
            "duplicate-name: templates.dag.tasks[1].name 't' is not unique"),
        .workflow(
            "two things at one path",
            """
            entrypoint: one
            templates:
            - name: one
              inputs: {parameters: [{name: p, value: x}], artifacts: [{name: a, path: ▸/src, raw: {data: x}}]}
              container:
                image: a
                command: [b]
                volumeMounts:
                - {name: v, mountPath: /src}
                - {name: w, mountPath: ▸/src}
                - {name: w, mountPath: "{{inputs.parameters.p}}"}
                - {name: w, mountPath: "{{inputs.parameters.p}}"}
            """,
            "duplicate-mount: templates.one.inputs.artifacts[0].path '/src' already mounted in container.volumeMounts.w",
            "duplicate-mount: templates.one.container.volumeMounts[1].mountPath '/src' already mounted in container.volumeMounts.v"
        ),
        .workflow(
            "never run",
            "entrypoint: say\ntemplates:\n\(say)\n- {name: ▸old, steps: [[{name: a, template: older}]]}\n- {name: ▸older, suspend: {}}",
            "unreachable-template: templates.old is never run (nothing that starts at 'say' calls it)",
            "unreachable-template: templates.older is never run (nothing that starts at 'say' calls it)"),
        .workflow(
            "a circle without a condition",
            """
            entrypoint: one
            templates:
            - {name: ▸one, steps: [[{name: a, template: two}]]}
            - {name: two, dag: {tasks: [{name: b, template: say}, {name: c, template: one, depends: b}]}}
            \(say)
            """,
            "endless-recursion: templates.one calls itself without end: one -> two -> one (a 'when' on one of the calls lets it end)"
        ),
        .workflow(
            "retries without a limit",
            "entrypoint: one\ntemplates:\n- {name: one, retryStrategy: ▸{retryPolicy: Always}, container: {image: a, command: [b]}}",
            "endless-retry: templates.one.retryStrategy has no limit (what always fails is tried again without end: set 'limit')"
        ),
        .workflow(
            "retries of all templates without a limit",
            """
            entrypoint: one
            retryStrategy: ▸{retryPolicy: Always}
            templateDefaults: {retryStrategy: ▸{}}
            templates:
            - {name: one, container: {image: a, command: [b]}}
            """,
            "endless-retry: spec.retryStrategy has no limit (what always fails is tried again without end: set 'limit')",
            "endless-retry: spec.templateDefaults.retryStrategy has no limit (what always fails is tried again without end: set 'limit')"
        ),
        .workflow(
            "retries of all templates that have limits of their own",
            """
            entrypoint: one
            retryStrategy: {retryPolicy: Always}
            templates:
            - {name: one, retryStrategy: {limit: 2}, container: {image: a, command: [b]}}
            """),
    ])
    func areDoubtful(_ manifest: MarkedManifest) throws {
        #expect(try manifest.linted() == manifest.expected)
    }

    @Test(arguments: [
        MarkedManifest.workflow(
            "loops of two kinds", step("withItems: [1], withParam: ▸'[]'"),
            "invalid-loop: templates.main.steps[0].a only one of withItems, withParam, withSequence can be specified"),
        .workflow(
            "no items", step("withItems: ▸[]"),
            "empty-loop: templates.main.steps[0].a withItems is empty (it runs once, as without withItems; 'withParam' can run it for no item)"
        ),
        .workflow(
            "a list that is none", step("withParam: ▸'a, b'"),
            "invalid-loop: templates.main.steps[0].a withParam value could not be parsed as a JSON list: a, b (withParam takes a JSON list or a variable that holds one, such as '[\"a\", \"b\"]')"
        ),
        .workflow(
            "a sequence without an end", step("withSequence: ▸{start: 1}"),
            "invalid-loop: templates.main.steps[0].a withSequence needs count or end"),
        .workflow(
            "a sequence with two ends", step("withSequence: {count: 1, end: ▸2}"),
            "invalid-loop: templates.main.steps[0].a only one of count or end can be defined in withSequence"),
        .workflow(
            "a condition that cannot be read", step("when: ▸'x = y'"),
            "invalid-when: templates.main.steps[0].a Invalid 'when' expression 'x = y': unknown operator '=' ('==' compares)"
        ),
        .workflow(
            "a condition without an end", step("when: ▸'(x == y'"),
            "invalid-when: templates.main.steps[0].a Invalid 'when' expression '(x == y': unbalanced parentheses: '(' without ')'"
        ),
    ])
    func areCalledInAWrongWay(_ manifest: MarkedManifest) throws {
        #expect(try manifest.linted() == manifest.expected)
    }

    @Test(arguments: [
        MarkedManifest.workflow(
            "sources of inputs, which their calls name",
            """
            entrypoint: main
            templates:
            - name: main
              inputs: {artifacts: [{name: x, from: ▸"{{workflow.outputs.artifacts.g}}", optional: true, path: ▸/a}]}
              steps: [[{name: a, template: give}]]
              outputs: {artifacts: [{name: y, path: ▸/b}], parameters: [{name: z, valueFrom: ▸{path: /c}}, ▸{name: w}]}
            - {name: give, outputs: {artifacts: [{name: o, path: /a, globalName: g}]}, container: {image: a, command: [b]}}
            """,
            "misplaced-source: templates.main.inputs.artifacts.x.from not valid in inputs (the arguments of the call say where it comes from)",
            "misplaced-source: templates.main.inputs.artifacts.x.path only valid in container/script templates",
            "misplaced-source: templates.main.outputs.artifacts.y.path only valid in container/script templates",
            "missing-source: templates.main.outputs.parameters.z.parameter or expression must be specified for Steps templates",
            "missing-source: templates.main.outputs.parameters.w does not have valueFrom or value specified"),
        .workflow(
            "files without a path",
            """
            entrypoint: one
            templates:
            - name: one
              inputs: {artifacts: [▸{name: x, raw: {data: a}}]}
              outputs: {artifacts: [▸{name: y}], parameters: [{name: z, valueFrom: ▸{expression: "1"}}]}
              script: {image: a, command: [b], source: c}
            """,
            "missing-source: error in templates.one.inputs.artifacts.x: Artifact 'x' did not specify a path",
            "missing-source: error in templates.one.outputs.artifacts.y: Artifact 'y' did not specify a path",
            "missing-source: templates.one.outputs.parameters.z.path must be specified for Script templates"),
        .workflow(
            "resources",
            """
            entrypoint: one
            templates:
            - name: one
              outputs: {parameters: [{name: z, valueFrom: ▸{path: /a}}]}
              resource: {action: create, manifestFrom: {artifact: {name: ▸m}}}
            """,
            "missing-source: templates.one.outputs.parameters.z .jqFilter or jsonPath must be specified for Resource templates",
            "missing-source: artifact m in `manifestFrom` refer to a non-exist artifact"),
        .workflow(
            "sets of containers without a main one",
            """
            entrypoint: one
            templates:
            - name: one
              outputs: {parameters: [{name: z, valueFrom: {path: /a}}]}
              containerSet: {containers: ▸[{name: a, image: b, command: [c]}]}
            """,
            "missing-source: templates.one.containerSet.containers must have a container named \"main\" for input or output"
        ),
    ])
    func lackSources(_ manifest: MarkedManifest) throws {
        #expect(try manifest.linted() == manifest.expected)
    }

    @Test(arguments: [
        MarkedManifest.documents(
            "stored ones, which may be called from anywhere",
            [("WorkflowTemplate t", "entrypoint: say\ntemplates:\n\(say)\n- {name: other, suspend: {}}")]),
        .workflow(
            "a circle with a condition",
            """
            entrypoint: one
            templates:
            - {name: one, steps: [[{name: a, template: say}], [{name: b, template: one, when: "{{steps.a.outputs.result}} == x"}]]}
            \(say)
            """),
        .workflow(
            "called by hooks only",
            """
            entrypoint: main
            onExit: end
            hooks: {running: {template: seen, expression: "true"}}
            templates:
            - {name: main, steps: [[{name: a, template: say, hooks: {exit: {template: after}}}]]}
            - {name: end, suspend: {}}
            - {name: seen, suspend: {}}
            - {name: after, suspend: {}}
            \(say)
            """),
        .workflow(
            "limited by a deadline",
            "activeDeadlineSeconds: 5\nentrypoint: one\ntemplates:\n- {name: one, retryStrategy: {}, container: {image: a, command: [b]}}"
        ),
        .workflow("loops", step("withSequence: {count: 3}")), .workflow("lists", step("withParam: '[1, {\"a\": 2}]'")),
    ])
    func areRight(_ manifest: MarkedManifest) throws {
        #expect(try manifest.linted() == [])
    }
}
