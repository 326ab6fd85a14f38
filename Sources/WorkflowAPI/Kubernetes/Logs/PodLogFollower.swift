import WorkflowModel

/// Follows the logs of all pods of a workflow, those that come later too, until the run is over.
///
/// Streams share one thread of the transport with all other requests, and stop it while nobody takes what they bring. So
/// whoever takes it asks the cluster for nothing: that is a task of its own.
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
                group.addTask { await look(into: merge) }
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
            case .lines(let entries): try body(entries)
            case .failed(let error): throw error
            case .ended(let pod):
                active -= 1
                ended[pod] = 0
            case .look(let isOver, let pods):
                try Task.checkCancellation()
                for pod in ended.keys { ended[pod, default: 0] += 1 }
                for pod in pods where pod.hasStarted(logs.query.container) {
                    guard known.insert(pod.name).inserted else {
                        // Its stream was cut off in good order: whoever called asks again, and knows from where on.
                        if ended[pod.name, default: 0] > Self.patience, pod.isRunning(logs.query.container) { return }
                        continue
                    }
                    active += 1
                    start(logs, pod.name)
                }
                // The last lines are wanted of what there is; a pod that comes later has all its lines yet to come.
                logs.query.tail = nil
                if isOver, active == 0 { return }
            }
        }
    }

    /// Looks for pods, and for the end of the run, until nobody wants to know.
    private func look(into merge: LogMerge) async {
        do {
            while true {
                // Asked before the pods are: what an ended run has started is all there is.
                let isOver = try await logs.isOver()
                guard await merge.offer(.look(isOver: isOver, try await logs.pods())) else { return }
                try await time.sleep(Self.interval)
            }
        } catch {
            _ = await merge.offer(.failed(error))
        }
    }

    private static func stream(_ pod: String, of logs: PodLogs, into merge: LogMerge) async {
        do {
            try await logs.read(pod) { entries in
                guard await merge.offer(.lines(entries)) else { throw Left.reader }
            }
            _ = await merge.offer(.ended(pod: pod))
        } catch {
            _ = await merge.offer(.failed(error))
        }
    }
}
