import DocumentKit

/// Checks the containers of a container set: their names, the order their dependencies give them, their retries.
struct ContainerCheck {
    let template: TemplateView

    private var path: String { "\(template.path).containerSet.containers" }

    func run(into findings: inout Findings) {
        guard template.type == .containerSet, let set = template.value["containerSet"] else { return }
        if let retry = set["retryStrategy"] { checkRetry(retry, &findings) }
        guard let list = set["containers"], list.kind == .array else { return }
        guard list.count > 0 else {
            findings.add(.missingField, "\(path) must have at least one container", at: list)
            return
        }
        NameCheck.run(list, path: path, into: &findings)
        checkOrder(of: list.elements.compactMap { value in value.name("name").map { ($0, value) } }, &findings)
    }

    private func checkOrder(of containers: [(name: String, value: DocumentValue)], _ findings: inout Findings) {
        let names = containers.map(\.name)
        let places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
        let dependencies: [[Int]] = containers.map { name, value in
            var unknown: Set<String> = []
            return value["dependencies"]?.elements.compactMap { place in
                guard let needed = place.sentText else { return nil }
                if places[needed] == nil, unknown.insert(needed).inserted {
                    findings.add(
                        .unknownDependency, "\(path).\(name) dependency '\(needed)' not defined", at: place,
                        choice: Finding.Choice(needed, among: names))
                }
                return places[needed]
            } ?? []
        }
        for cycle in CycleFinder(edges: dependencies).closedCycles() {
            let first = containers[cycle[0]].value
            findings.add(
                .dependencyCycle,
                "\(path) dependency cycle detected: \(cycle.map { names[$0] }.joined(separator: " -> "))",
                at: first.given("dependencies") ?? first)
        }
    }

    private func checkRetry(_ retry: DocumentValue, _ findings: inout Findings) {
        let path = "\(template.path).containerSet.retryStrategy"
        if let retries = retry["retries"], let count = retries.scalarText.flatMap({ Int($0) }), count < 0 {
            findings.add(.invalidValue, "\(path).retries must not be negative", at: retries)
        }
        if let duration = retry["duration"], let text = duration.sentText, text.hasPrefix("-") {
            findings.add(
                .invalidDuration, "\(path).duration has to be positive, current duration: \(text)", at: duration)
        }
    }
}
