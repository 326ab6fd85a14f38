import WorkflowModel

/// Follows the logs of all pods of a workflow, those that come later too, until the run is over.
struct PodLogFollower {
    let logs: PodLogs
    let time: TimeAndChance

    /// How often further pods are looked for.
    private static let interval = Duration.seconds(1)

    /// So many looks after the end of its stream a container that runs has more to say: kubelets lag behind by one or two.
    private static let patience = 5

    private enum Left: Error { case reader }

    func follow(each body: ([LogEntry]) throws -> Void) async throws {
        let merge = LogMerge()
        try await withThrowingTaskGroup(of: Void.self) { group in
            do {
                group.addTask { [time] in
                    // Cancelled, it gives the reader one more occasion to notice that.
                    while await merge.offer(.tick), !Task.isCancelled { try? await time.sleep(Self.interval) }
                    _ = await merge.offer(.tick)
                }
                try await read(merge, each: body) { logs, pod in
                    group.addTask { await Self.stream(pod, of: logs, into: merge) }
                }
            } catch {
                await merge.close()
                group.cancelAll()
                throw error
            }
            await merge.close()
            group.cancelAll()
        }
    }

    /// Takes what comes, and starts with every pod that has begun to write.
    private func read(
        _ merge: LogMerge, each body: ([LogEntry]) throws -> Void, start: (PodLogs, String) -> Void
    ) async throws {
        var known: Set<String> = []
        var ended: [String: Int] = [:]
        var active = 0
        var logs = logs
        while true {
            switch await merge.next() {
            case .lines(let entries):
                try body(entries)
                continue
            case .ended(_, let failure?): throw failure
            case .ended(let pod, nil):
                active -= 1
                ended[pod] = 0
            case .tick:
                for pod in ended.keys { ended[pod, default: 0] += 1 }
            }
            try Task.checkCancellation()
            // Asked before the pods are: what an ended run has started is all there is.
            let isOver = active == 0 ? try await logs.isOver() : false
            for pod in try await logs.pods() where pod.hasStarted(logs.query.container) {
                guard known.insert(pod.name).inserted else {
                    // Its stream was cut off in good order: whoever called asks again, and knows from where on.
                    if ended[pod.name, default: 0] > Self.patience, pod.isRunning(logs.query.container) { return }
                    continue
                }
                active += 1
                start(logs, pod.name)
            }
            // The last lines are wanted of what there is; a pod that comes later has all of its lines yet to come.
            logs.query.tail = nil
            if isOver, active == 0 { return }
        }
    }

    private static func stream(_ pod: String, of logs: PodLogs, into merge: LogMerge) async {
        do {
            try await logs.read(pod) { entries in
                guard await merge.offer(.lines(entries)) else { throw Left.reader }
            }
            _ = await merge.offer(.ended(pod: pod, nil))
        } catch {
            _ = await merge.offer(.ended(pod: pod, error))
        }
    }
}
