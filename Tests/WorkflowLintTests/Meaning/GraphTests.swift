import Testing
import WorkflowLint

@Suite struct GraphTests {
    static let echo =
        "- {name: echo, inputs: {parameters: [{name: m, default: x}]}, outputs: {artifacts: [{name: art, path: /a}]}, container: {image: a, command: [b]}}"
    static let read =
        "- {name: read, inputs: {artifacts: [{name: art, path: /a}]}, container: {image: a, command: [b]}}"

    static func dag(_ tasks: String, _ more: String = "") -> String {
        let lines = tasks.split(separator: "\n").map { "    - {\($0)}\n" }.joined()
        return "entrypoint: main\ntemplates:\n- name: main\n  dag:\n\(more)    tasks:\n\(lines)\(echo)\n"
    }

    @Test(arguments: [
        MarkedManifest.workflow(
            "dependencies that are no tasks, each told once",
            dag(
                """
                name: a, template: echo, dependencies: [▸x, b, x]
                name: b, template: echo
                """),
            "unknown-dependency: templates.main.tasks.a dependency 'x' not defined"),
        .workflow(
            "depends on no task",
            dag("name: a, template: echo\nname: b, template: echo, depends: 'a && (▸c.Failed || !c.Skipped)'"),
            "unknown-dependency: templates.main.tasks.b dependency 'c' not defined"),
        .workflow(
            "an unknown result", dag("name: a, template: echo\nname: b, template: echo, depends: ▸a.Suceeded"),
            "invalid-depends: templates.main.tasks.b task result 'Suceeded' for task 'a' is invalid"),
        .workflow(
            "a result of loops", dag("name: a, template: echo\nname: b, template: echo, depends: ▸a.AllFailed"),
            "invalid-depends: templates.main.tasks.b dependency 'a' uses an items-based condition such as .AnySucceeded or .AllFailed but does not contain any items"
        ),
        .workflow(
            "what cannot be read",
            dag("name: a, template: echo\nname: b, template: echo, depends: ▸'a and a'"),
            "invalid-depends: templates.main.tasks.b invalid depends 'a and a': expected an operator, found 'and' (write '&&')"
        ),
        .workflow(
            "no tasks", "entrypoint: main\ntemplates:\n- {name: main, dag: {tasks: ▸[]}}",
            "missing-field: templates.main must have at least one task"),
        .workflow(
            "a circle",
            dag(
                """
                name: z, template: echo, dependencies: [b]
                name: a, template: echo, dependencies: ▸[c]
                name: b, template: echo, dependencies: [a]
                name: c, template: echo, dependencies: [b]
                """),
            "dependency-cycle: templates.main.tasks dependency cycle detected: a -> c -> b -> a"),
        .workflow(
            "a task that waits for itself", dag("name: a, template: echo, depends: ▸a"),
            "dependency-cycle: templates.main.tasks dependency cycle detected: a -> a"),
        .workflow(
            "both languages, and what depends replaces",
            dag(
                """
                name: a, template: echo, continueOn: ▸{failed: true}
                name: b, template: echo, depends: a
                name: c, template: echo, dependencies: ▸[a]
                name: ▸3d, template: echo
                """),
            "invalid-depends: templates.main cannot use 'continueOn' when using 'depends'. Instead use 'dep-task.Failed'/'dep-task.Errored'",
            "invalid-depends: templates.main cannot use both 'depends' and 'dependencies' in the same DAG template",
            "invalid-name: templates.main.tasks.3d name cannot begin with a digit when using either 'depends' or 'dependencies'"
        ),
        .workflow(
            "targets that are no tasks", dag("name: a, template: echo", "    target: ▸a b\n"),
            "unknown-dependency: templates.main.targets: target 'b' is not defined"),
        .workflow(
            "questions to tasks that it does not wait for",
            """
            entrypoint: main
            templates:
            - name: main
              dag:
                tasks:
                - {name: a, template: echo}
                - {name: b, template: echo, arguments: {parameters: [{name: m, value: "▸{{tasks.a.outputs.result}}"}]}}
                - {name: c, template: read, depends: b, arguments: {artifacts: [{name: art, from: "▸{{tasks.a.outputs.artifacts.art}}"}]}}
                - {name: d, template: echo, when: "▸{{tasks.a.status}} == x"}
                - {name: e, template: echo, depends: a, when: "▸{{tasks.e.status}} == x"}
            \(echo)
            \(read)
            """,
            "missing-dependency: templates.main.tasks.b missing dependency 'a' for parameter 'm' (let 'b' wait for 'a': name it in 'depends')",
            "missing-dependency: templates.main.tasks.c missing dependency 'a' for artifact 'art' (let 'c' wait for 'a': name it in 'depends')",
            "missing-dependency: templates.main.tasks.d failed to resolve {{tasks.a.status}} (let 'd' wait for 'a': name it in 'depends')",
            "missing-dependency: templates.main.tasks.e failed to resolve {{tasks.e.status}} (a task cannot ask about itself before it is over)"
        ),
        .workflow(
            "unknown tasks and outputs",
            dag(
                """
                name: a, template: echo
                name: b, template: echo, depends: a, when: '▸{{tasks.x.status}} == ▸{{tasks.a.outputs.artifacts.y}}'
                """),
            "unknown-variable: templates.main.tasks.b failed to resolve {{tasks.x.status}}",
            "unknown-variable: templates.main.tasks.b failed to resolve {{tasks.a.outputs.artifacts.y}}"),
    ])
    func ofTasksIsWrong(_ manifest: MarkedManifest) throws {
        #expect(try manifest.linted() == manifest.expected)
    }

    @Test(arguments: [
        MarkedManifest.workflow(
            "every word of depends",
            dag(
                """
                name: a, template: echo, withItems: [1, 2]
                name: b, template: echo, depends: '(a.AnySucceeded || a.AllFailed) && !a.Errored'
                name: c, template: echo, depends: 'b && (a.Skipped || a.Omitted || a.Daemoned || b.Failed || b.Succeeded)'
                """)),
        .workflow(
            "tasks asked about from further on, and by way of hooks",
            dag(
                """
                name: a, template: echo
                name: b, template: echo, dependencies: [a]
                name: c, template: echo, dependencies: [b], when: '{{tasks.a.outputs.result}} == x', hooks: {exit: {template: echo, arguments: {parameters: [{name: m, value: '{{tasks.c.status}}'}]}}}
                """)),
        .workflow(
            "targets from a parameter",
            "arguments: {parameters: [{name: t, value: a}]}\n"
                + dag("name: a, template: echo", "    target: '{{workflow.parameters.t}}'\n")),
    ])
    func ofTasksIsRight(_ manifest: MarkedManifest) throws {
        #expect(try manifest.linted() == [])
    }
}
