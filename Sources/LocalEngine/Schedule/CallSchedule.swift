/// What of a steps or dag template may start when; knows calls by their place and nothing of processes.
protocol CallSchedule: Sendable {
    /// Calls to start at the very beginning.
    mutating func begin() -> [Int]
    /// Calls to start now that this one is over.
    mutating func finish(_ call: Int, succeeded: Bool) -> [Int]
    /// Nothing starts any more; what runs may end.
    mutating func stop()
    /// Nothing runs and nothing will.
    var isFinished: Bool { get }
    /// Calls that never started, with the reason, once it is finished.
    var omitted: [(call: Int, reason: String)] { get }
}

/// Groups one after the other; a failure lets its group end and the next ones not start.
struct StepsSchedule: CallSchedule {
    private let groups: [Range<Int>]
    private(set) var group = 0
    private var running = 0
    private var hasFailed = false

    /// `sizes` counts the calls of each group; calls are numbered through all groups.
    init(sizes: [Int]) {
        var start = 0
        groups = sizes.map { size in
            defer { start += size }
            return start..<(start + size)
        }
    }

    mutating func begin() -> [Int] { start(0) }

    mutating func finish(_ call: Int, succeeded: Bool) -> [Int] {
        running -= 1
        if !succeeded { hasFailed = true }
        guard running == 0, !hasFailed else { return [] }
        return start(group + 1)
    }

    mutating func stop() { hasFailed = true }

    var isFinished: Bool { running == 0 && (hasFailed || group >= groups.count) }

    /// Steps that never start have no node at all.
    var omitted: [(call: Int, reason: String)] { [] }

    private mutating func start(_ index: Int) -> [Int] {
        group = index
        guard groups.indices.contains(index) else { return [] }
        running = groups[index].count
        return Array(groups[index])
    }
}

/// Tasks that wait for others; each starts as soon as all it depends on have succeeded.
struct DAGSchedule: CallSchedule {
    private enum State { case waiting, running, succeeded, failed, omitted }

    private let dependents: [[Int]]
    private let failFast: Bool
    private var states: [State]
    /// Dependencies that have not ended yet, for each task.
    private var open: [Int]
    private var running = 0
    private var stopped = false
    private(set) var omitted: [(call: Int, reason: String)] = []

    /// `dependencies[task]` are the tasks that it waits for; there are no circles.
    init(dependencies: [[Int]], failFast: Bool) {
        var dependents: [[Int]] = Array(repeating: [], count: dependencies.count)
        var open: [Int] = []
        for (task, names) in dependencies.enumerated() {
            let distinct = Set(names)
            for dependency in distinct { dependents[dependency].append(task) }
            open.append(distinct.count)
        }
        self.dependents = dependents
        self.failFast = failFast
        self.open = open
        states = Array(repeating: .waiting, count: dependencies.count)
    }

    mutating func begin() -> [Int] { start(states.indices.filter { open[$0] == 0 }) }

    mutating func finish(_ call: Int, succeeded: Bool) -> [Int] {
        states[call] = succeeded ? .succeeded : .failed
        running -= 1
        if !succeeded { omitDependents(of: call) }
        if !succeeded && failFast { stopped = true }
        var free: [Int] = []
        if succeeded {
            for task in dependents[call] {
                open[task] -= 1
                if open[task] == 0 && states[task] == .waiting && !stopped { free.append(task) }
            }
        }
        let started = start(free.sorted())
        closeIfStopped()
        return started
    }

    mutating func stop() {
        stopped = true
        closeIfStopped()
    }

    var isFinished: Bool { running == 0 && !states.contains(.waiting) }

    private mutating func start(_ tasks: [Int]) -> [Int] {
        for task in tasks { states[task] = .running }
        running += tasks.count
        return tasks
    }

    private mutating func omitDependents(of task: Int) {
        var queue = dependents[task]
        while let next = queue.popLast() {
            guard states[next] == .waiting else { continue }
            states[next] = .omitted
            omitted.append((next, "omitted: depends condition not met"))
            queue += dependents[next]
        }
    }

    private mutating func closeIfStopped() {
        guard stopped, running == 0 else { return }
        for task in states.indices where states[task] == .waiting {
            states[task] = .omitted
            omitted.append((task, "omitted: the run goes no further"))
        }
    }
}
