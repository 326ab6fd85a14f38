import ArgumentKit
import DocumentKit
import WorkflowAPI
import WorkflowLint

/// The options of `submit` that change the workflow itself.
struct SubmitOverrides: ArgumentGroup {
    var name: String?
    var generateName: String?
    var entrypoint: String?
    var parameters: [SubmitOptions.Parameter] = []
    var parameterFile: String?
    var serviceAccount: String?
    var labels: [SubmitOptions.Parameter] = []
    var priority: Int?
    var environment: String?

    init() {}

    static var arguments: [Argument<Self>] {
        option(
            \.parameters, "parameter", "p", value: "name=value",
            help: "Set a parameter; a dashboard takes numbers, true, false and JSON as such")
        option(
            \.parameterFile, "parameter-file", "f", value: "file",
            completion: .file(extensions: ["yaml", "yml", "json"]),
            help: "Set parameters from a mapping in YAML or JSON")
        option(\.name, "name", value: "name", help: "Name of the workflow")
        option(\.generateName, "generate-name", value: "prefix", help: "Start of a generated name")
        option(\.entrypoint, "entrypoint", value: "template", help: "Template to start with")
        option(\.labels, "labels", "l", value: "key=value", commaSeparated: true, help: "Labels to add")
        option(\.serviceAccount, "serviceaccount", value: "name", help: "Service account of the pods")
        option(\.priority, "priority", value: "n", help: "Priority of the workflow").within(
            Int(Int32.min)...Int(Int32.max))
        option(
            \.environment, "environment", value: "name", help: "On a Nightcrawler dashboard: what to run in")
    }

    /// Refuses what no server would take as a name, before one is asked.
    func validate() throws(ArgumentError) {
        try Self.check("--name", name, ObjectName.workflowProblem)
        try Self.check("--generate-name", generateName, ObjectName.prefixProblem)
        // A variable is filled in before anyone looks for the account.
        try Self.check("--serviceaccount", serviceAccount) {
            $0.contains("{{") ? nil : ObjectName.subdomainProblem($0)
        }
        for label in labels {
            try Self.check("--labels", label.argument) { _ in
                ObjectName.labelKeyProblem(label.name).map { "the key: \($0)" }
                    ?? ObjectName.labelValueProblem(label.value)
            }
        }
    }

    private static func check(
        _ option: String, _ value: String?, _ problem: (String) -> String?
    ) throws(ArgumentError) {
        guard let value, !value.isEmpty, let problem = problem(value) else { return }
        throw .invalidValue(value, for: .option(option), reason: problem)
    }

    /// The options with the parameter file read; parameters of the command line win over it.
    func resolved(_ reader: ManifestReader) async throws -> SubmitOptions {
        var options = SubmitOptions()
        // As with argo an empty text is as good as none: scripts pass variables that may not be set.
        options.name = name.nonEmpty
        options.generateName = generateName.nonEmpty
        options.entrypoint = entrypoint.nonEmpty
        options.serviceAccount = serviceAccount.nonEmpty
        options.labels = labels
        options.priority = priority
        options.environment = environment.nonEmpty
        if let parameterFile {
            options.parameters = try await ParameterFile(reader: reader, name: parameterFile).read()
        }
        for parameter in parameters {
            options.parameters.removeAll { $0.name == parameter.name }
            options.parameters.append(parameter)
        }
        return options
    }
}

extension SubmitOptions.Parameter: ArgumentValue {
    /// `name=value`, split once; the value may hold anything, the name is not empty.
    init?(argument: String) {
        guard let separator = argument.firstIndex(of: "="), separator != argument.startIndex else { return nil }
        self.init(
            name: String(argument[..<separator]), value: String(argument[argument.index(after: separator)...]))
    }

    var argument: String { "\(name)=\(value)" }
    static var expectation: String { "expected name=value" }
}

extension String? {
    fileprivate var nonEmpty: String? { self?.isEmpty == false ? self : nil }
}
