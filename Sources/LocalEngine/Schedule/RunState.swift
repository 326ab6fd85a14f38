import WorkflowModel

/// A run as a state machine: told what ended, it knows what comes next and when all is over.
///
/// It starts nothing and looks at no clock itself, so the same events always give the same nodes.
struct RunState: Sendable {
    /// Why nothing starts any more, as the nodes that never ran will say.
    struct StopReason: Sendable, Equatable {
        var phase: NodePhase
        var message: String
    }

    let plan: Plan
    let workflow: String
    /// In the order of their making; the root is the first.
    private(set) var nodes: [RunNode] = []
    /// The inside of every steps or dag node that is not over.
    var frames: [Int: Frame] = [:]
    /// Which call of the template around it a node is.
    private var callOfNode: [Int: Int] = [:]
    /// Pods that may start, oldest first.
    private var waiting: [Int] = []
    private var nextWaiting = 0
    /// Nodes that are over and whose surroundings do not know it yet.
    private var ended: [Int] = []
    private(set) var stopReason: StopReason?
    /// Nodes that changed since somebody last took this.
    private var changed: Set<Int> = []

    init(plan: Plan, workflow: String) {
        self.plan = plan
        self.workflow = workflow
    }

    var root: RunNode? { nodes.first }
    var isFinished: Bool { root?.finishedAt != nil }

    // MARK: Events

    mutating func begin(at now: Timestamp) {
        enter(plan.entrypoint, name: workflow, displayName: workflow, in: nil, arguments: plan.arguments, at: now)
        settle(at: now)
    }

    /// The next pod to start, if one may.
    mutating func nextOrder(at now: Timestamp) -> PodOrder? {
        while nextWaiting < waiting.count {
            let node = waiting[nextWaiting]
            nextWaiting += 1
            do throws(Interpolation.Failure) {
                return try order(for: node)
            } catch {
                end(node, .error, "template '\(nodes[node].template?.name ?? "")' \(error.message)", at: now)
                settle(at: now)
            }
        }
        return nil
    }

    mutating func started(_ node: Int) { change(node) { $0.phase = .running } }

    mutating func finished(_ node: Int, _ result: PodResult, at now: Timestamp) {
        change(node) {
            $0.exitCode = result.exitCode
            $0.outputs = result.parameters
            $0.result = result.result
        }
        end(node, result.phase, result.message, at: now)
        settle(at: now)
    }

    /// Lets nothing start any more; what runs is the caller's to end.
    mutating func stop(_ reason: StopReason, at now: Timestamp) {
        guard stopReason == nil, !isFinished else { return }
        stopReason = reason
        for place in frames.keys { frames[place]?.schedule.stop() }
        let pods = waiting[nextWaiting...]
        nextWaiting = waiting.count
        for pod in pods { end(pod, reason.phase, reason.message, at: now) }
        settle(at: now)
        // Innermost first: a node is always younger than the one around it.
        for place in frames.keys.sorted(by: >) {
            close(place, at: now)
            settle(at: now)
        }
    }

    mutating func takeChanges() -> Set<Int> {
        defer { changed = [] }
        return changed
    }

    // MARK: Nodes

    mutating func add(_ node: RunNode) -> Int {
        nodes.append(node)
        changed.insert(nodes.count - 1)
        return nodes.count - 1
    }

    mutating func change(_ place: Int, _ body: (inout RunNode) -> Void) {
        body(&nodes[place])
        changed.insert(place)
    }

    mutating func end(_ place: Int, _ phase: NodePhase, _ message: String, at now: Timestamp) {
        change(place) {
            $0.phase = phase
            $0.message = message
            // The time of day may have been set back meanwhile.
            $0.finishedAt = max(now, $0.startedAt)
        }
        ended.append(place)
    }

    mutating func addChild(_ child: Int, to parent: Int) { change(parent) { $0.children.append(child) } }

    mutating func assign(_ node: Int, toCall call: Int, in place: Int) {
        frames[place]?.nodes[call] = node
        callOfNode[node] = call
    }

    mutating func wait(_ pod: Int) { waiting.append(pod) }

    /// Carries every ending outwards; a loop, since a thousand groups may fail one after the other at once.
    private mutating func settle(at now: Timestamp) {
        while let place = ended.popLast() {
            guard let boundary = nodes[place].boundary, let call = callOfNode[place] else { continue }
            let succeeded = nodes[place].phase == .succeeded
            let next = frames[boundary]?.schedule.finish(call, succeeded: succeeded) ?? []
            if !next.isEmpty || frames[boundary]?.schedule.isFinished == true { closeGroup(in: boundary, at: now) }
            start(next, in: boundary, at: now)
            close(boundary, at: now)
        }
    }
}
