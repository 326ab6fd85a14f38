/// The steps or tasks that a place in their template can ask about.
struct CallScope {
    /// `steps` or `tasks`.
    let word: String
    let calls: [CallView]
    let names: [String]
    /// The first call of each name.
    let places: [String: Int]
    /// The group of each step; tasks are all in one.
    let groups: [Int]
    /// The template each call runs, where it is known.
    private let templates: [TemplateView?]

    init(_ template: TemplateView, in place: Int, of library: Library) {
        word = template.type == .dag ? "tasks" : "steps"
        calls = template.groups.flatMap(\.self)
        names = calls.map(\.name)
        places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
        groups = template.groups.enumerated().flatMap { index, group in group.map { _ in index } }
        templates = calls.map { call in
            switch library.resolve(call.target, in: place) {
            case .template(let template, _), .inline(let template): template
            case .undefined, .elsewhere, .unknown: nil
            }
        }
    }

    /// What is wrong with asking a call for a field: `outputs.result`, `status`.
    func problem(with field: Substring, of call: Int) -> VariableProblem? {
        if Self.fields.contains(where: { field == $0 }) { return nil }
        let isOutput = ["outputs.parameters.", "outputs.artifacts."].contains { field.hasPrefix($0) }
        guard isOutput || Self.fieldsOfSome.contains(where: { field == $0 }) else {
            return .unknown(field, among: Self.fields + Self.fieldsOfSome)
        }
        guard let template = templates[call] else { return nil }
        switch field {
        case "ip":
            return template.isDaemon ? nil : VariableProblem(hint: "only a template with 'daemon: true' has an address")
        case "exitCode", "outputs.result":
            return template.hasResult
                ? nil : VariableProblem(hint: "the template '\(template.name)' has no result: it runs no container")
        case "outputs.parameters":
            return calls[call].loop != nil
                ? nil : VariableProblem(hint: "'\(calls[call].name)' runs once: name one of its outputs")
        default: break
        }
        for (prefix, ports) in [
            ("outputs.parameters.", template.outputs.parameters), ("outputs.artifacts.", template.outputs.artifacts),
        ] where field.hasPrefix(prefix) {
            let name = field.dropFirst(prefix.count)
            if ports.contains(where: { $0.name == name }) { return nil }
            var problem = VariableProblem.unknown(name, among: ports.map(\.name))
            problem.hint = ports.isEmpty ? "the template '\(template.name)' declares no such outputs" : nil
            return problem
        }
        return nil
    }

    private static let fields = ["id", "status", "startedAt", "finishedAt", "hostNodeName"]
    /// What depends on the template.
    private static let fieldsOfSome = ["ip", "exitCode", "outputs.result", "outputs.parameters"]
}
