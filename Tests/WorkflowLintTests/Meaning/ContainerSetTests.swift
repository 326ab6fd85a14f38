import Testing
import WorkflowLint

@Suite struct ContainerSetTests {
    static func set(_ containers: String, _ more: String = "", template: String = "") -> String {
        let lines = containers.split(separator: "\n").map { "    - {\($0)}\n" }.joined()
        return
            "entrypoint: main\ntemplates:\n- name: main\n\(template)  containerSet:\n\(more)    containers:\n\(lines)"
    }

    @Test(arguments: [
        MarkedManifest.workflow(
            "dependencies that are no containers, each told once",
            set("name: main, image: a\nname: b, image: a, dependencies: [▸mian, main, mian]"),
            "unknown-dependency: templates.main.containerSet.containers.b dependency 'mian' not defined"),
        .workflow(
            "a circle",
            set(
                """
                name: main, image: a, dependencies: ▸[b]
                name: a, image: a
                name: b, image: a, dependencies: [a, c]
                name: c, image: a, dependencies: [main]
                """),
            "dependency-cycle: templates.main.containerSet.containers dependency cycle detected: main -> b -> c -> main"
        ),
        .workflow(
            "a container that waits for itself", set("name: main, image: a, dependencies: ▸[main]"),
            "dependency-cycle: templates.main.containerSet.containers dependency cycle detected: main -> main"),
        .workflow(
            "one name for two", set("name: main, image: a\nname: ▸main, image: a"),
            "duplicate-name: templates.main.containerSet.containers[1].name 'main' is not unique"),
        .workflow(
            "no container", "entrypoint: main\ntemplates:\n- {name: main, containerSet: {containers: ▸[]}}",
            "missing-field: templates.main.containerSet.containers must have at least one container"),
        .workflow(
            "retries that cannot be",
            set("name: main, image: a", "    retryStrategy: {retries: ▸-1, duration: ▸-3s}\n"),
            "invalid-value: templates.main.containerSet.retryStrategy.retries must not be negative",
            "invalid-duration: templates.main.containerSet.retryStrategy.duration has to be positive, current duration: -3s"
        ),
        .workflow(
            "two volumes of the set at one path",
            set(
                "name: main, image: a",
                "    volumeMounts: [{name: a, mountPath: /x}, {name: b, mountPath: ▸/x}]\n"),
            "duplicate-mount: templates.main.containerSet.volumeMounts[1].mountPath '/x' already mounted in containerSet.volumeMounts.a"
        ),
        .workflow(
            "a volume of a container where the set has one",
            set(
                """
                name: main, image: a, volumeMounts: [{name: b, mountPath: ▸/x}, {name: c, mountPath: /y}]
                name: b, image: a, volumeMounts: [{name: c, mountPath: /y}]
                """, "    volumeMounts: [{name: a, mountPath: /x}]\n"),
            "duplicate-mount: templates.main.containerSet.containers[0].volumeMounts[0].mountPath '/x' already mounted in containerSet.volumeMounts.a"
        ),
        .workflow(
            "nothing wrong: an artifact in a volume, containers in order",
            set(
                "name: main, image: a\nname: b, image: a, dependencies: [main]",
                "    retryStrategy: {retries: 2, duration: 3s}\n    volumeMounts: [{name: a, mountPath: /x}]\n",
                template: "  inputs: {artifacts: [{name: i, path: /x, raw: {data: d}}]}\n")),
        .workflow(
            "a set that stands inline",
            """
            entrypoint: main
            templates:
            - name: main
              steps:
              - - name: s
                  inline:
                    containerSet:
                      containers: [{name: main, image: a, dependencies: [▸x]}]
            """,
            "unknown-dependency: templates.main.steps[0].s.containerSet.containers.main dependency 'x' not defined"),
    ])
    func containersAreAGraph(_ manifest: MarkedManifest) throws {
        #expect(try manifest.linted() == manifest.expected)
    }
}
