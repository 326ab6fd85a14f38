import DocumentKit

/// The variables that begin with `workflow.`, the same in all templates of a document.
struct GlobalVariables {
    /// What has names of its own below it; nil where more may come from elsewhere.
    private var parameters: [String]?
    private var labels: [String]?
    private var annotations: [String]?
    private var outputParameters: [String]?
    private var outputArtifacts: [String]?
    private let hasPriority: Bool
    private let hasExitHandler: Bool

    init(of place: Int, in library: Library) {
        let spec = library.specs[place]
        let home = library.home(of: place)
        let other = home.flatMap { $0 == place ? nil : library.specs[$0] }
        hasPriority =
            spec.isLibrary || home == nil || spec.overrides.hasPriority || spec.spec.given("priority") != nil
            || other?.spec.given("priority") != nil
        hasExitHandler =
            spec.isLibrary || home != place || !spec.hooks.isEmpty
            || spec.templates.contains { $0.allCalls.contains { !$0.hooks.isEmpty } }
        // A stored template does not know what workflows it will be part of.
        guard !spec.isLibrary, home != nil else { return }
        parameters = (spec.arguments.parameters + (other?.arguments.parameters ?? [])).map(\.name)
        parameters?.append(contentsOf: spec.overrides.parameters)
        labels = Self.metadata("labels", of: spec, other) + spec.overrides.labels
        annotations = Self.metadata("annotations", of: spec, other)
        (outputParameters, outputArtifacts) = Self.outputs(of: home ?? place, in: library)
    }

    private static func metadata(_ kind: String, of spec: SpecView, _ other: SpecView?) -> [String] {
        let holders = [
            spec.kind == .cronWorkflow ? nil : spec.root[path: "metadata", kind],
            spec.root[path: "spec", "workflowMetadata", kind], spec.spec[path: "workflowMetadata", kind],
            spec.spec[path: "workflowMetadata", kind + "From"], other?.spec[path: "workflowMetadata", kind],
            other?.spec[path: "workflowMetadata", kind + "From"],
        ]
        return holders.flatMap { $0?.members.map(\.key) ?? [] }
    }

    /// What templates give to the whole workflow under a `globalName`; nil where a name is not known before run time.
    private static func outputs(of place: Int, in library: Library) -> ([String]?, [String]?) {
        var specs = [place]
        for call in library.specs[place].templates.flatMap(\.allCalls) {
            switch library.resolve(call.target, in: place) {
            // What is called there may call others in turn: all of them may give something.
            case .template(_, let key) where key.spec != place: specs = Array(library.specs.indices)
            case .elsewhere, .unknown: return (nil, nil)
            case .template, .inline, .undefined: break
            }
        }
        func names(_ ports: (Ports) -> [Port]) -> [String]? {
            var names: [String] = []
            for spec in specs {
                for template in library.specs[spec].templates {
                    for port in ports(template.outputs) {
                        guard let name = port.value["globalName"] else { continue }
                        guard name.isPlain else { return nil }
                        names.append(name.string ?? "")
                    }
                }
            }
            return names
        }
        return (names(\.parameters), names(\.artifacts))
    }

    /// - Parameter name: what follows `workflow.`.
    /// - Returns: nil when it has a value.
    func problem(with name: Substring) -> VariableProblem? {
        for (prefix, known) in [
            ("parameters.", parameters), ("labels.", labels), ("annotations.", annotations),
            ("outputs.parameters.", outputParameters), ("outputs.artifacts.", outputArtifacts),
        ] where name.hasPrefix(prefix) {
            let word = name.dropFirst(prefix.count)
            // All of them as JSON; and the server adds labels and annotations of its own.
            if word == "json" || word.hasPrefix("workflows.argoproj.io/") { return nil }
            guard let known, !known.contains(where: { $0 == word }) else { return nil }
            return .unknown(word, among: known)
        }
        // What follows these is not looked at: `creationTimestamp.%Y` and the like.
        if Self.openNames.contains(where: { name.hasPrefix($0) }) || Self.names.contains(where: { name == $0 }) {
            return nil
        }
        switch name {
        case "priority": return hasPriority ? nil : VariableProblem(hint: "the workflow has no 'spec.priority'")
        case "failures":
            return hasExitHandler ? nil : VariableProblem(hint: "only an exit handler knows what failed")
        default: return .unknown(name, among: Self.names + Self.openNames + ["priority", "failures"])
        }
    }

    private static let names = [
        "name", "namespace", "mainEntrypoint", "serviceAccountName", "uid", "status", "parameters", "labels",
        "annotations",
    ]
    private static let openNames = ["creationTimestamp", "scheduledTime", "duration"]
}
