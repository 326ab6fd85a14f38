/// The inside of a steps or dag node while it runs.
struct Frame: Sendable {
    /// What does not change; kept apart so that holding on to it never copies the rest.
    struct Shape: Sendable {
        let template: Template
        let calls: [TemplateCall]
        let places: [String: Int]
        /// Calls whose printed output somebody reads.
        let resultReaders: Set<String>
        /// For steps: the group of each call.
        let groups: [Int]?
        /// Calls that no other depends on.
        let leaves: [Int]

        init(_ template: Template) {
            self.template = template
            calls = template.calls
            places = Dictionary(calls.enumerated().map { ($1.name, $0) }) { first, _ in first }
            resultReaders = template.resultReaders
            if case .steps(let groups) = template.body {
                self.groups = groups.enumerated().flatMap { index, group in group.map { _ in index } }
            } else {
                groups = nil
            }
            let needed = Set(calls.flatMap(\.dependencies))
            leaves = calls.indices.filter { [calls] in !needed.contains(calls[$0].name) }
        }
    }

    let shape: Shape
    var schedule: any CallSchedule
    /// The node of each call that has one.
    var nodes: [Int?]
    /// For steps: the node of the current group, and those of its members.
    var group: Int?
    var groupMembers: [Int] = []

    init(_ template: Template) {
        shape = Shape(template)
        nodes = Array(repeating: nil, count: shape.calls.count)
        switch template.body {
        case .pod: schedule = StepsSchedule(sizes: [])
        case .steps(let groups): schedule = StepsSchedule(sizes: groups.map(\.count))
        case .dag(let tasks, let failFast):
            let dependencies = tasks.map { [shape] in $0.dependencies.compactMap { shape.places[$0] } }
            schedule = DAGSchedule(dependencies: dependencies, failFast: failFast)
        }
    }
}

extension Template {
    /// Names of the calls whose `outputs.result` is used.
    fileprivate var resultReaders: Set<String> {
        var names: Set<String> = []
        var texts = calls.flatMap { $0.arguments.map(\.value) }
        for output in outputs { if case .calls(let text) = output.source { texts.append(text) } }
        for (variable, _) in texts.flatMap(\.variables) {
            switch variable {
            case .step(let name, .result), .task(let name, .result): names.insert(name)
            default: break
            }
        }
        return names
    }
}
