import DocumentKit
import TestSupport
import Testing

@testable import WorkflowLint

@Suite struct TaskGraphTests {
    /// Tasks that wait for those of the given numbers.
    private static func graph(_ dependencies: [[Int]]) -> TaskGraph {
        TaskGraph(
            dependencies.enumerated().map { index, needed in
                let value: ValueTree = ["dependencies": .array(needed.map { .string("t\($0)") })]
                return CallView(
                    value.document().root, label: CallLabel(template: "templates.main", kind: .task, name: "t\(index)"))
            })
    }

    /// The same answer, found by walking.
    private static func reaches(_ task: Int, _ needed: Int, _ dependencies: [[Int]]) -> Bool {
        var seen: Set<Int> = []
        var open = dependencies[task]
        while let next = open.popLast() {
            if next == needed { return true }
            if seen.insert(next).inserted { open += dependencies[next] }
        }
        return false
    }

    @Test(arguments: 0..<8) func knowsWhoWaitsForWhom(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let count = 150
        let dependencies = (0..<count).map { task in
            task == 0
                ? []
                : (0..<Int.random(in: 0...3, using: &generator)).map { _ in Int.random(in: 0..<task, using: &generator)
                }
        }
        let pairs = (0..<count).flatMap { task in (0..<count).map { (task: task, needed: $0) } }
        let unmet = Set(Self.graph(dependencies).unmet(pairs))
        for (place, pair) in pairs.enumerated() {
            #expect(unmet.contains(place) != Self.reaches(pair.task, pair.needed, dependencies))
        }
    }

    @Test func saysNothingOfTasksInCircles() {
        #expect(Self.graph([[1], [0], []]).unmet([(task: 2, needed: 0)]) == [])
    }

    @Test(
        arguments: [
            ([[], [0], [0, 1]], []), ([[0]], [[0]]), ([[1], [2], [0]], [[0, 1, 2]]),
            ([[1], [0], [3], [2]], [[0, 1], [2, 3]]),
            ([[1], [2], [1], [0]], [[1, 2]]),
        ] as [([[Int]], [[Int]])])
    func findsCircles(_ edges: [[Int]], _ cycles: [[Int]]) {
        #expect(CycleFinder(edges: edges).cycles() == cycles)
    }

    @Test func findsTheEndOfALongChain() {
        let count = 100_000
        let chain = (0..<count).map { [($0 + 1) % count] }
        #expect(CycleFinder(edges: chain).cycles().first?.count == count)
        #expect(CycleFinder(edges: chain.dropLast() + [[]]).cycles() == [])
    }
}
