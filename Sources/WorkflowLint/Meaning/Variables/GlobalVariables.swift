import DocumentKit

/// The variables that begin with `workflow.`, the same in all templates of a document.
///
/// A class, so that what few documents ask for is found out when it is asked for.
final class GlobalVariables {
    private let library: Library
    private let place: Int
    private let spec: SpecView
    /// The stored object the workflow is made from.
    private let other: SpecView?
    /// More may come from elsewhere: a stored template does not know what workflows it will be part of.
    private let isOpen: Bool

    // What has names of its own below it.
    private lazy var parameters =
        (spec.arguments.parameters + (other?.arguments.parameters ?? [])).map(\.name) + spec.overrides.parameters
    private lazy var labels = metadata("labels") + spec.overrides.labels
    private lazy var annotations = metadata("annotations")
    /// nil where a name is not known before run time.
    private lazy var outputs: (parameters: [String]?, artifacts: [String]?) = findOutputs()

    private var hasPriority: Bool {
        spec.overrides.hasPriority || spec.spec.given("priority") != nil || other?.spec.given("priority") != nil
    }
    private lazy var hasExitHandler =
        other != nil || !spec.hooks.isEmpty
        || spec.templates.contains { $0.allCalls.contains { !$0.hooks.isEmpty } }

    init(of place: Int, in library: Library) {
        self.library = library
        self.place = place
        spec = library.specs[place]
        let home = library.home(of: place)
        other = home.flatMap { $0 == place ? nil : library.specs[$0] }
        isOpen = spec.isLibrary || home == nil
    }

    private func metadata(_ kind: String) -> [String] {
        let holders = [
            spec.kind == .cronWorkflow ? nil : spec.root[path: "metadata", kind],
            spec.root[path: "spec", "workflowMetadata", kind], spec.spec[path: "workflowMetadata", kind],
            spec.spec[path: "workflowMetadata", kind + "From"], other?.spec[path: "workflowMetadata", kind],
            other?.spec[path: "workflowMetadata", kind + "From"],
        ]
        return holders.flatMap { $0?.members.map(\.key) ?? [] }
    }

    /// What templates give to the whole workflow under a `globalName`.
    private func findOutputs() -> (parameters: [String]?, artifacts: [String]?) {
        let home = library.home(of: place) ?? place
        var specs = [home]
        for call in library.specs[home].templates.flatMap(\.allCalls) {
            switch library.resolve(call.target, in: home) {
            // What is called there may call others in turn: all of them may give something.
            case .template(_, let key) where key.spec != home: specs = Array(library.specs.indices)
            case .elsewhere, .unknown: return (nil, nil)
            case .template, .inline, .undefined: break
            }
        }
        let named = specs.flatMap { library.specs[$0].templates }
        let inline = named.flatMap(\.allCalls).compactMap { call in
            if case .inline(let template) = call.target { template } else { nil }
        }
        func names(_ ports: (Ports) -> [Port]) -> [String]? {
            var names: [String] = []
            for port in (named + inline).flatMap({ ports($0.outputs) }) {
                guard let name = port.value["globalName"] else { continue }
                guard name.isPlain else { return nil }
                names.append(name.sentText ?? "")
            }
            return names
        }
        return (names(\.parameters), names(\.artifacts))
    }

    /// The names below a word of the workflow; nil where any may be.
    private func names(below word: String) -> [String]? {
        switch word {
        case "parameters": parameters
        case "labels": labels
        case "annotations": annotations
        case "outputs.parameters": outputs.parameters
        default: outputs.artifacts
        }
    }

    /// - Parameter name: what follows `workflow.`.
    /// - Returns: nil when it has a value.
    func problem(with name: Substring) -> VariableProblem? {
        for holder in ["parameters", "labels", "annotations", "outputs.parameters", "outputs.artifacts"]
        where name.hasPrefix(holder) && name.dropFirst(holder.count).first == "." {
            let word = name.dropFirst(holder.count + 1)
            // All of them as JSON; and the server adds labels and annotations of its own.
            if isOpen || word == "json" || word.hasPrefix("workflows.argoproj.io/") { return nil }
            guard let known = names(below: holder), !known.contains(where: { $0 == word }) else { return nil }
            return .unknown(word, among: known)
        }
        // What follows these is not looked at: `creationTimestamp.%Y` and the like.
        if Self.openNames.contains(where: { name.hasPrefix($0) }) || Self.names.contains(where: { name == $0 }) {
            return nil
        }
        switch name {
        case "priority":
            return isOpen || hasPriority ? nil : VariableProblem(hint: "the workflow has no 'spec.priority'")
        case "failures":
            return isOpen || hasExitHandler ? nil : VariableProblem(hint: "only an exit handler knows what failed")
        default: return .unknown(name, among: Self.names + Self.openNames + ["priority", "failures"])
        }
    }

    /// What may follow `workflow.` first.
    static let words = names + openNames + ["priority", "failures", "outputs"]
    private static let names = [
        "name", "namespace", "mainEntrypoint", "serviceAccountName", "uid", "status", "parameters", "labels",
        "annotations",
    ]
    private static let openNames = ["creationTimestamp", "scheduledTime", "duration"]
}
