import Testing

@testable import WorkflowAPI

/// In which namespace a command works that names none, within a pod.
@Suite struct PodNamespaceTests {
    static let account = "/var/run/secrets/kubernetes.io/serviceaccount"
    static let pod = ["KUBERNETES_SERVICE_HOST": "10.0.0.1", "KUBERNETES_SERVICE_PORT": "443"]
    static let file = Setting("ci", from: .file("\(account)/namespace"))
    static let variable = Setting("mine", from: .variable("POD_NAMESPACE"))

    static let kubeconfig = """
        current-context: bare
        clusters: [{name: lab, cluster: {server: "https://lab"}}]
        contexts:
        - {name: bare, context: {cluster: lab}}
        - {name: full, context: {cluster: lab, namespace: argo}}
        """

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var environment = pod
        /// Files of the service account; nil stands for one that cannot be read.
        var files: [String: String?] = ["token": "t", "namespace": " ci\n"]
        var settings: @Sendable (inout ConnectionSettings) -> Void = { _ in }
        var expected: Setting<String>
    }

    private static func choose<Answer>(
        _ test: Case,
        _ body: (ConnectionSettings, [String: String], @escaping (String) throws -> [UInt8]?) throws -> Answer
    ) rethrows -> Answer {
        var settings = ConnectionSettings()
        settings.backend = .kubernetes
        test.settings(&settings)
        return try body(settings, test.environment) { path in
            if path == "/k" { return Array(kubeconfig.utf8) }
            guard path.hasPrefix(account), let file = test.files[String(path.dropFirst(account.count + 1))] else {
                return nil
            }
            guard let file else { throw BackendError.failed("permission denied") }
            return Array(file.utf8)
        }
    }

    private static func inPod(_ variables: [String: String]) -> [String: String] { pod.merging(variables) { $1 } }

    @Test(arguments: [
        Case(testDescription: "its own", expected: file),
        Case(
            testDescription: "the one that it is told", environment: inPod(["POD_NAMESPACE": "mine"]),
            expected: variable),
        Case(testDescription: "an empty variable", environment: inPod(["POD_NAMESPACE": ""]), expected: file),
        Case(testDescription: "a context without one", settings: { $0.kubeconfig = "/k" }, expected: file),
        Case(
            testDescription: "the same, from the environment",
            environment: inPod(["KUBECONFIG": "/k", "POD_NAMESPACE": "mine"]), expected: variable),
        Case(
            testDescription: "a context with one", environment: inPod(["KUBECONFIG": "/k", "POD_NAMESPACE": "mine"]),
            settings: { $0.kubeContext = "full" }, expected: Setting("argo", from: .kubeconfig("context full"))),
        Case(testDescription: "another server", settings: { $0.server = "https://api" }, expected: file),
        Case(
            testDescription: "a flag", settings: { $0.namespace = "other" },
            expected: Setting("other", from: .flag("--namespace"))),
        Case(
            testDescription: "a file that cannot be read", files: ["token": "t", "namespace": nil],
            expected: Setting("default", from: .builtIn)),
        Case(
            testDescription: "an empty file", files: ["token": "t", "namespace": "\n"],
            expected: Setting("default", from: .builtIn)),
        Case(
            testDescription: "a token for others alone", files: ["token": nil, "namespace": "ci"],
            settings: { $0.kubeconfig = "/k" }, expected: file),
        Case(
            testDescription: "no token", environment: inPod(["POD_NAMESPACE": "mine"]), files: ["namespace": "ci"],
            settings: { $0.kubeconfig = "/k" }, expected: Setting("default", from: .builtIn)),
        Case(
            testDescription: "no cluster around",
            environment: ["POD_NAMESPACE": "mine", "KUBERNETES_SERVICE_HOST": "10.0.0.1"],
            settings: { $0.kubeconfig = "/k" }, expected: Setting("default", from: .builtIn)),
        Case(
            testDescription: "an Argo Server", environment: inPod(["POD_NAMESPACE": "mine"]),
            settings: {
                $0.backend = .argo; $0.server = "https://argo"
            }, expected: Setting("default", from: .builtIn)),
    ])
    func isChosenAsKubectlDoes(_ test: Case) throws {
        let choice = try Self.choose(test) { settings, environment, readIfThere in
            try BackendChoice.choose(
                settings, environment: environment, readIfThere: readIfThere,
                readFile: { _ in Array("-----BEGIN X".utf8) })
        }
        #expect(choice.namespace == test.expected)
        let report = try Self.choose(test) { settings, environment, readIfThere in
            try SettingsReport(
                settings, environment: environment, readIfThere: readIfThere,
                readFile: { _ in Array("-----BEGIN X".utf8) })
        }
        let row = SettingsReport.Row(name: "namespace", value: test.expected.value, source: test.expected.source)
        #expect(report.rows.filter { $0.name == "namespace" } == [row])
    }
}
