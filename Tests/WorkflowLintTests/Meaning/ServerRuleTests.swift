import Testing
import WorkflowLint

/// What an Argo Server refuses of templates beyond their fields.
@Suite struct ServerRuleTests {
    /// A template `main` with a container, and more of it.
    static func container(_ more: String, spec: String = "") -> String {
        "entrypoint: main\n\(spec)templates:\n- name: main\n  \(more)\n  container: {image: a}"
    }

    static func metric(_ fields: String) -> String { container("metrics: {prometheus: [{\(fields)}]}") }

    static func resource(_ fields: String) -> String {
        "entrypoint: main\ntemplates:\n- name: main\n  inputs: {parameters: [{name: p, default: x}]}\n  resource:\n    \(fields)"
    }

    static func input(_ fields: String) -> String {
        container("inputs: {artifacts: [\(fields)]}")
    }

    private static let hdfs = "templates.main.inputs.artifacts.a.hdfs"

    @Test(arguments: [
        MarkedManifest.workflow(
            "expressions that cannot be read",
            """
            entrypoint: main
            hooks:
              on: {expression: ▸'workflow.status = "Running"', template: stop}
            templates:
            - name: main
              retryStrategy: {limit: 2, expression: ▸'asInt(lastRetry.exitCode > 1'}
              container: {image: a}
              outputs: {artifacts: [{name: a, path: /a, fromExpression: ▸"tasks['x"}]}
            - {name: stop, suspend: {}}
            """,
            "invalid-expression: spec.hooks.on.expression 'workflow.status = \"Running\"' cannot be read: unexpected '=' ('==' compares)",
            "invalid-expression: spec.templates[0].retryStrategy.expression 'asInt(lastRetry.exitCode > 1' cannot be read: unbalanced brackets: '(' without ')'",
            "invalid-expression: spec.templates[0].outputs.artifacts[0].fromExpression 'tasks['x' cannot be read: unclosed string literal"
        ),
        .workflow(
            "a metric's name", metric("name: ▸a-b, help: x, counter: {value: '1'}"),
            "invalid-name: templates.main metric name 'a-b' is invalid. Metric names must contain alphanumeric characters or '_'"
        ),
        .workflow(
            "a metric's label", metric("name: a, help: x, labels: [{key: ▸1a, value: x}], counter: {value: '1'}"),
            "invalid-name: templates.main metric label '1a' is invalid: keys may only contain alphanumeric characters or '_'"
        ),
        .workflow(
            "a metric without help", metric("name: a, help: ▸'', counter: {value: '1'}"),
            "missing-field: templates.main metric 'a' must contain a help string under 'help: ' field"),
        .workflow(
            "a metric without a value", metric("name: a, help: x, gauge: {value: ▸'', realtime: false}"),
            "missing-field: templates.main metric 'a' error: missing gauge.value"),
        .workflow(
            "a gauge of what is known at the end only",
            metric("name: a, help: x, gauge: {value: ▸'{{resourcesDuration.cpu}}', realtime: true}"),
            "invalid-value: templates.main metric 'a' error: 'resourcesDuration.*' metrics cannot be used in real-time"
        ),
        .workflow(
            "a metric's condition", metric("name: a, help: x, when: ▸'{{status}} = Succeeded', counter: {value: '1'}"),
            "invalid-when: templates.main metric 'a' Invalid 'when' expression '{{status}} = Succeeded': unknown operator '=' ('==' compares)"
        ),
        .workflow("no condition of a metric", metric("name: a, help: x, when: '', counter: {value: '1'}")),
        .workflow(
            "a metric of the workflow",
            container("", spec: "metrics: {prometheus: [{name: ▸a:b, help: x, counter: {value: '1'}}]}\n"),
            "invalid-name: spec metric name 'a:b' is invalid. Metric names must contain alphanumeric characters or '_'"),
        .workflow(
            "a manifest that is no YAML", resource("{action: create, manifest: ▸'a: [b'}"),
            "invalid-manifest: templates.main.resource.manifest must be a valid yaml (line 1 of it: this '[' is never closed)"
        ),
        .workflow(
            "a manifest with variables where YAML would read mappings",
            resource("{action: create, manifest: 'a: {{inputs.parameters.p}}-{{=1 + 1}}'}")),
        .workflow("a manifest that nobody reads", resource("{action: get, manifest: 'a: [b'}")),
        .workflow(
            "paths that leave their folder", input("{name: a, path: ▸/tmp/../../etc, raw: {data: d}}"),
            "invalid-value: error in templates.main.inputs.artifacts.a: Artifact 'a' attempted to use a path containing '..'. Directory traversal is not permitted"
        ),
        .workflow("paths that come back to it", input("{name: a, path: /tmp/../tmp/x, raw: {data: d}}")),
        .workflow(
            "paths that are the same",
            input("{name: a, path: /x, raw: {data: d}}, {name: b, path: ▸/.//x/, raw: {data: d}}"),
            "duplicate-mount: templates.main.inputs.artifacts[1].path '/.//x/' already mounted in inputs.artifacts.a"
        ),
        .workflow(
            "an artifact of a request without a path",
            "entrypoint: main\ntemplates:\n- {name: main, inputs: {artifacts: [▸{name: a, raw: {data: d}}]}, http: {url: x}}",
            "missing-source: error in templates.main.inputs.artifacts.a: Artifact 'a' did not specify a path"),
        .workflow(
            "two volumes of a script at one path",
            "entrypoint: main\ntemplates:\n- {name: main, script: {image: a, source: b, volumeMounts: [{name: a, mountPath: /x}, {name: b, mountPath: ▸/x}]}}",
            "duplicate-mount: templates.main.script.volumeMounts[1].mountPath '/x' already mounted in script.volumeMounts.a"
        ),
        .workflow(
            "a place in HDFS without a server", input("{name: a, path: /a, hdfs: ▸{path: ▸b, hdfsUser: c}}"),
            "missing-field: \(hdfs).addresses is required",
            "invalid-value: \(hdfs).path must be a absolute file path"),
        .workflow(
            "half a ticket for HDFS",
            input("{name: a, path: /a, hdfs: ▸{path: /b, addresses: [c], krbCCacheSecret: {key: k}}}"),
            "missing-field: \(hdfs).krbServicePrincipalName and \(hdfs).krbConfigConfigMap are required with \(hdfs).krbCCacheSecret"
        ),
        .workflow(
            "nobody to be in HDFS", input("{name: a, path: /a, hdfs: ▸{path: /b, addresses: [c]}}"),
            "missing-field: either \(hdfs).hdfsUser, \(hdfs).krbCCacheSecret or \(hdfs).krbKeytabSecret is required"),
        .workflow("enough for HDFS", input("{name: a, path: /a, hdfs: {path: /b, addresses: [c], hdfsUser: d}}")),
        .workflow(
            "a deadline before the start", container("activeDeadlineSeconds: ▸-1"),
            "invalid-value: templates.main.activeDeadlineSeconds must be a positive integer > 0 or an argo variable"),
        .workflow(
            "sidecars of one name", container("sidecars: [{name: s, image: a}, {name: ▸s, image: b}]"),
            "duplicate-name: templates.main.sidecars[1].name 's' is not unique"),
        .workflow(
            "plugins side by side", "entrypoint: main\ntemplates:\n- {name: main, plugin: ▸{a: {}, b: {}}}",
            "invalid-value: templates.main.plugin: expected exactly one key, got 2"),
        .workflow(
            "operators and their values",
            container(
                "",
                spec:
                    "podGC: {labelSelector: {matchExpressions: [▸{key: a, operator: In}, {key: a, operator: Exists, values: ▸[b]}]}}\n"
            ),
            "missing-field: spec.podGC.labelSelector.matchExpressions[0].values: for 'in', 'notin' operators, values set can't be empty",
            "exclusive-fields: spec.podGC.labelSelector.matchExpressions[1].values: values set must be empty for exists and does not exist"
        ),
        .workflow(
            "a choice that has no value to choose",
            """
            entrypoint: main
            templates:
            - name: main
              steps:
              - - name: s
                  template: t
                  arguments: {parameters: [{name: p, enum: ▸[a], valueFrom: {configMapKeyRef: {name: c, key: k}}}]}
            - {name: t, inputs: {parameters: [{name: p}]}, container: {image: a}}
            """,
            "missing-value: templates.main.steps[0].s.arguments.p.value is required (argo checks an 'enum' before it reads 'valueFrom')"
        ),
        .workflow(
            "the image of another type of template",
            """
            entrypoint: main
            templateDefaults: {script: {image: a}}
            templates:
            - name: main
              steps: [[{name: a, template: b}, {name: c, inline: {script: {source: d}}}]]
            - {name: b, container: ▸{args: [x]}}
            """, "missing-field: templates.b.container.image may not be empty"),
        .documents(
            "a default image in a cluster workflow template",
            [
                (
                    "ClusterWorkflowTemplate c",
                    "templateDefaults: {container: {image: a}}\ntemplates: [{name: b, container: ▸{args: [x]}}]"
                )
            ], "missing-field: templates.b.container.image may not be empty"),
        .documents(
            "no schedule in the list",
            [("CronWorkflow c", "schedules: ▸[]\nworkflowSpec: {entrypoint: m, templates: [{name: m, suspend: {}}]}")],
            "missing-field: cron workflow must have at least one schedule"),
        .documents(
            "a time zone that is none",
            ["▸Europe/Londn", "Europe/London", "America/Argentina/Ushuaia", "UTC", "Local", "EST5EDT", "▸utc"]
                .enumerated()
                .map { index, zone in
                    (
                        "CronWorkflow c\(index)",
                        "schedules: [0 1 * * *]\ntimezone: \(zone)\nworkflowSpec: {entrypoint: m, templates: [{name: m, suspend: {}}]}"
                    )
                },
            #"unknown-time-zone: invalid timezone "Europe/Londn": unknown time zone Europe/Londn"#,
            #"unknown-time-zone: invalid timezone "utc": unknown time zone utc"#),
    ])
    func whatAServerWouldRefuseIsAnError(_ manifest: MarkedManifest) throws {
        #expect(try manifest.linted() == manifest.expected)
    }
}
