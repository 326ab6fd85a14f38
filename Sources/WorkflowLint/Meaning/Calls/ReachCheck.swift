import DocumentKit

/// Finds templates that nothing calls, and calls that lead back to themselves without end.
struct ReachCheck {
    let graph: CallGraph

    private var library: Library { graph.library }

    func run(into findings: inout Findings) {
        var first = 0
        for (place, spec) in library.specs.enumerated() {
            findings.subject = spec.subject
            checkReach(of: place, first: first, &findings)
            first += spec.templates.count
        }
        checkEnds(&findings)
    }

    /// The templates of a workflow are there for itself alone; those of a stored template may be called from anywhere.
    private func checkReach(of place: Int, first: Int, _ findings: inout Findings) {
        let spec = library.specs[place]
        guard !spec.isLibrary, spec.reference == nil, let entrypoint = spec.entrypoint,
            let start = spec.places[entrypoint]
        else { return }
        var open = [first + start]
        for hook in spec.hooks {
            switch library.resolve(hook.target, in: place) {
            case .template(_, let key) where key.spec == place: open.append(first + key.template)
            case .unknown: return
            case .template, .inline, .undefined, .elsewhere: break
            }
        }
        let numbers = first..<first + spec.templates.count
        var isReached = Array(repeating: false, count: numbers.count)
        while let number = open.popLast() {
            guard numbers.contains(number), !isReached[number - first] else { continue }
            if graph.hasUnknownCalls[number] { return }
            isReached[number - first] = true
            open += graph.edges[number].map(\.target)
        }
        for (index, template) in spec.templates.enumerated() where !isReached[index] {
            // The second of two templates of one name has a finding already.
            guard spec.places[template.name] == index else { continue }
            findings.add(
                .unreachableTemplate, "\(template.path) is never run",
                at: template.value["name"] ?? template.value,
                hint: "nothing that starts at '\(entrypoint)' calls it")
        }
    }

    /// A circle of calls ends only where one of them depends on something.
    private func checkEnds(_ findings: inout Findings) {
        let certain = graph.edges.map { $0.filter(\.isCertain).map(\.target) }
        for cycle in CycleFinder(edges: certain).cycles() {
            let keys = cycle.map { graph.keys[$0] }
            guard let first = keys.min(by: { ($0.spec, $0.template) < ($1.spec, $1.template) }),
                let turn = keys.firstIndex(of: first),
                !keys.contains(where: { library.specs[$0.spec].spec.given("activeDeadlineSeconds") != nil })
            else { continue }
            let way = keys[turn...] + keys[..<turn] + [first]
            let template = library[first]
            findings.subject = library.specs[first.spec].subject
            findings.add(
                .endlessRecursion,
                "\(template.path) calls itself without end: "
                    + way.map { library[$0].name }.joined(separator: " -> "),
                at: template.value["name"] ?? template.value,
                hint: "a 'when' on one of the calls lets it end")
        }
    }
}
