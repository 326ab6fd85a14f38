/// Finds ways through a directed graph that come back to where they began.
struct CycleFinder {
    /// The successors of every node.
    let edges: [[Int]]

    private enum State { case new, open, done }

    /// Cycles as they are told: from the node that stands first, back to it.
    func closedCycles() -> [[Int]] {
        cycles().map { cycle in
            let turn = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
            return cycle[turn...] + cycle[..<turn] + [cycle[turn]]
        }
    }

    /// Cycles in the order they are met, each without its first node repeated; of cycles that share nodes not all.
    func cycles(limit: Int = 20) -> [[Int]] {
        var cycles: [[Int]] = []
        var states = Array(repeating: State.new, count: edges.count)
        var isTold = Array(repeating: false, count: edges.count)
        var depths = Array(repeating: 0, count: edges.count)
        for start in edges.indices where states[start] == .new {
            // A stack of its own: a chain of tasks may be longer than the program's stack is deep.
            var way: [(node: Int, next: Int)] = [(start, 0)]
            states[start] = .open
            depths[start] = 0
            while let (node, next) = way.last {
                guard next < edges[node].count else {
                    states[node] = .done
                    way.removeLast()
                    continue
                }
                way[way.count - 1].next += 1
                let successor = edges[node][next]
                switch states[successor] {
                case .done: break
                case .new:
                    states[successor] = .open
                    depths[successor] = way.count
                    way.append((successor, 0))
                case .open where isTold[node] || isTold[successor]: break
                case .open:
                    let cycle = way[depths[successor]...].map(\.node)
                    for member in cycle { isTold[member] = true }
                    cycles.append(cycle)
                    if cycles.count == limit { return cycles }
                }
            }
        }
        return cycles
    }
}
