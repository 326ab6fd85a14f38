import DocumentKit

/// Which task of a DAG waits for which.
struct TaskGraph {
    /// One mention of a task that another waits for.
    struct Mention {
        var name: String
        var result: String?
        /// Where it stands, or the expression it stands in.
        var value: DocumentValue

        /// As it is spelled there.
        var text: String { name + (result.map { ".\($0)" } ?? "") }
    }

    let tasks: [CallView]
    let names: [String]
    /// The first task of each name.
    let places: [String: Int]
    /// What each task waits for, as it says it.
    let mentions: [[Mention]]
    /// What each task waits for, as far as there are such tasks.
    let dependencies: [[Int]]
    /// The `depends` that cannot be read.
    let faults: [(task: Int, fault: ExpressionFault)]
    let usesDepends: Bool
    /// Everything a task waits for is known.
    let isCertain: Bool

    init(_ tasks: [CallView]) {
        self.tasks = tasks
        names = tasks.map(\.name)
        let places = Dictionary(tasks.enumerated().map { ($1.name, $0) }) { first, _ in first }
        var faults: [(task: Int, fault: ExpressionFault)] = []
        var usesDepends = false
        var isCertain = true
        let mentions: [[Mention]] = tasks.enumerated().map { place, task in
            guard let depends = task.value["depends"], let text = depends.sentText, !text.isEmpty else {
                return Self.dependencies(of: task)
            }
            usesDepends = true
            guard depends.isPlain else {
                isCertain = false
                return []
            }
            do throws(ExpressionFault) {
                return try DependsExpression(parsing: text).terms.map {
                    Mention(name: $0.task, result: $0.result, value: depends)
                }
            } catch {
                faults.append((place, error))
                return []
            }
        }
        self.places = places
        self.mentions = mentions
        self.faults = faults
        self.usesDepends = usesDepends
        self.isCertain = isCertain && faults.isEmpty && !mentions.joined().contains { places[$0.name] == nil }
        dependencies = mentions.map { $0.compactMap { places[$0.name] } }
    }

    private static func dependencies(of task: CallView) -> [Mention] {
        guard let list = task.value["dependencies"] else { return [] }
        return list.elements.compactMap { value in value.sentText.map { Mention(name: $0, value: value) } }
    }

    /// The tasks, every one behind those it waits for; those in cycles are left out.
    private var order: [Int] {
        var dependents: [[Int]] = Array(repeating: [], count: tasks.count)
        for (task, needed) in dependencies.enumerated() {
            for dependency in needed { dependents[dependency].append(task) }
        }
        var open = dependencies.map(\.count)
        var order = open.indices.filter { open[$0] == 0 }
        var next = 0
        while next < order.count {
            for dependent in dependents[order[next]] {
                open[dependent] -= 1
                if open[dependent] == 0 { order.append(dependent) }
            }
            next += 1
        }
        return order
    }

    /// Which of the pairs are not true: that the first task waits for the second, maybe by way of others.
    /// - Returns: their places among the pairs; none for a graph with cycles, of which nothing can be said.
    ///
    /// Sixty-four tasks are followed through the graph at once, a bit each.
    func unmet(_ pairs: [(task: Int, needed: Int)]) -> [Int] {
        let order = order
        guard order.count == tasks.count else { return [] }
        var unmet: [Int] = []
        let needed = Array(Set(pairs.map(\.needed))).sorted()
        for start in stride(from: 0, to: needed.count, by: 64) {
            let batch = needed[start..<min(start + 64, needed.count)]
            var own = Array(repeating: UInt64(0), count: tasks.count)
            for (bit, task) in batch.enumerated() { own[task] = 1 << UInt64(bit) }
            var reached = Array(repeating: UInt64(0), count: tasks.count)
            for task in order {
                for dependency in dependencies[task] { reached[task] |= reached[dependency] | own[dependency] }
            }
            for (place, pair) in pairs.enumerated() where own[pair.needed] != 0 {
                if reached[pair.task] & own[pair.needed] == 0 { unmet.append(place) }
            }
        }
        return unmet
    }
}
