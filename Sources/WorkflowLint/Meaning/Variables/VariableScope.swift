import DocumentKit

/// Which variables have a value at one place of a document.
struct VariableScope {
    let globals: GlobalVariables
    /// The template the place is in; nil outside of all.
    var template: TemplateView?
    /// A template that stands in a call of this one, and what it takes.
    var inline: TemplateView?
    /// The steps or tasks of the template.
    var calls: CallScope?
    /// Which of them may be asked about here: steps of groups before this one; nil where all may.
    var group: Int?
    /// The call the place is in, when it may be asked about because it is over: from its hooks.
    var finishedCall: String?
    /// The loop around the place.
    var loop: Loop?
    /// What part of a template the place is in.
    var part = Part.leaf

    enum Part {
        /// A template that calls no others.
        case leaf
        /// A step or a task.
        case call
        /// The outputs of a template with steps or tasks.
        case outputs
        /// Anything else of such a template: names of calls mean nothing there that could be checked.
        case aside
    }

    /// - Parameter name: a variable's whole name: `inputs.parameters.message`.
    /// - Returns: nil when it has a value, or when it is none of argo's: texts of other languages use braces too.
    func problem(with name: Substring) -> VariableProblem? {
        guard let dot = name.firstIndex(of: ".") else {
            guard name == "item", part == .call, loop == nil else { return nil }
            return VariableProblem(rule: .looseItem)
        }
        let rest = name[name.index(after: dot)...]
        if name[..<dot] == "workflow" { return globals.problem(with: rest) }
        guard let template else { return nil }
        switch name[..<dot] {
        case "inputs": return problem(withInput: rest, template)
        case "outputs": return problem(withOutput: rest, template)
        case _ where part == .aside: return nil
        case "pod":
            let isPod = (template.type?.isPod ?? true) || (inline.map { $0.type?.isPod ?? true } ?? false)
            if rest == "name" && !isPod { return VariableProblem(hint: "only templates that run a pod have its name") }
            return rest == "name" ? nil : .unknown(rest, among: ["name"])
        case "item":
            guard let loop else {
                return VariableProblem(hint: "there is no withItems, withParam or withSequence around it")
            }
            return loop.knows(key: rest) ? nil : .unknown(rest, among: loop.keys)
        case "steps", "tasks":
            return rest == "name" ? nil : problem(withCall: rest, String(name[..<dot]))
        default: return nil
        }
    }

    private func problem(withInput rest: Substring, _ template: TemplateView) -> VariableProblem? {
        let takers = [template] + (inline.map { [$0] } ?? [])
        if rest == "parameters" { return nil }
        if rest.hasPrefix("parameters.") {
            let name = rest.dropFirst("parameters.".count)
            if takers.contains(where: { $0.inputs.hasParameter(name) }) { return nil }
            return .unknown(name, among: Self.names(of: takers, \.parameterNames))
        }
        if rest.hasPrefix("artifacts.") {
            let name = rest.dropFirst("artifacts.".count)
            if takers.contains(where: { $0.inputs.hasArtifact(name) }) { return nil }
            let isLeaf = takers.contains { $0.type?.isLeaf ?? true }
            if isLeaf, name.hasSuffix(".path"),
                takers.contains(where: { $0.inputs.hasArtifact(name.dropLast(".path".count)) })
            {
                return nil
            }
            return .unknown(name, among: Self.names(of: takers, \.artifactNames))
        }
        return .unknown(rest, among: ["parameters", "artifacts"])
    }

    /// Metrics tell their own outputs, so that argo accepts all of them; what nothing declares never has a value.
    private func problem(withOutput rest: Substring, _ template: TemplateView) -> VariableProblem? {
        guard inline == nil, template.type?.isLeaf == true else { return nil }
        for (prefix, names) in [
            ("parameters.", template.outputs.parameterNames), ("artifacts.", template.outputs.artifactNames),
        ] where rest.hasPrefix(prefix) {
            var name = rest.dropFirst(prefix.count)
            if names.contains(where: { $0 == name }) { return nil }
            if name.hasSuffix(".path") { name.removeLast(".path".count) }
            if names.contains(where: { $0 == name }) { return nil }
            return VariableProblem(rule: .undeclaredOutput, choice: Finding.Choice(String(name), among: names))
        }
        return nil
    }

    /// Without a copy where there is one template, as there nearly always is.
    private static func names(of takers: [TemplateView], _ kind: KeyPath<Ports, [String]>) -> [String] {
        takers.count == 1 ? takers[0].inputs[keyPath: kind] : takers.flatMap { $0.inputs[keyPath: kind] }
    }

    /// What an expression looks up, part by part: `inputs`, `parameters`, `message`.
    /// - Returns: nil when it has a value, as far as can be told.
    func problem(withPath path: [Substring]) -> VariableProblem? {
        guard path.count >= 3 else { return nil }
        switch path[0] {
        case "inputs": return problem(withInputPath: path)
        case "workflow" where path[1] == "parameters":
            var problem = globals.problem(with: "parameters.\(path[2])")
            problem?.rule = .strayVariable
            return problem
        case "steps", "tasks":
            guard part != .aside, inline == nil, let calls, calls.word == path[0], calls.places[String(path[1])] == nil
            else { return nil }
            return .stray(path[1], among: calls.names, in: "\(path[0])")
        default: return nil
        }
    }

    private func problem(withInputPath path: [Substring]) -> VariableProblem? {
        guard let template else { return nil }
        let takers = [template] + (inline.map { [$0] } ?? [])
        let names: [String]
        switch path[1] {
        case "parameters": names = Self.names(of: takers, \.parameterNames)
        case "artifacts": names = Self.names(of: takers, \.artifactNames)
        default: return nil
        }
        guard !names.contains(where: { $0 == path[2] }) else { return nil }
        return .stray(path[2], among: names, in: "inputs.\(path[1])")
    }

    private func problem(withCall rest: Substring, _ word: String) -> VariableProblem? {
        guard let calls else {
            return VariableProblem(hint: "pass it on as an argument: only the template with the \(word) knows them")
        }
        guard calls.word == word else { return VariableProblem(hint: "this template has '\(calls.word)'") }
        let dot = rest.firstIndex(of: ".") ?? rest.endIndex
        let name = String(rest[..<dot])
        guard let place = calls.places[name] else { return .unknown(name, among: calls.names) }
        let field = rest[dot...].dropFirst()
        if let group, calls.groups[place] >= group, name != finishedCall {
            let isSame = calls.groups[place] == group
            return VariableProblem(
                hint: isSame
                    ? "the step '\(name)' runs in the same group, at the same time"
                    : "the step '\(name)' runs later")
        }
        return calls.problem(with: field, of: place)
    }
}
