import WorkflowModel

/// Follows the logs of all containers that are wanted, of pods that come later too, until the run is over.
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

    /// The one stream of a container.
    private struct Stream {
        let container: PodContainer
        /// Looks since its end; nil while it lasts.
        var looks: Int?
    }

    func follow(each body: (PodLogs.Piece) throws -> Void) async throws {
        let merge = LogMerge()
        try await withThrowingTaskGroup(of: Void.self) { group in
            do {
                group.addTask { await look(into: merge) }
                try await read(merge, each: body) { logs, container in
                    group.addTask { await Self.stream(container, of: logs, into: merge) }
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

    /// Takes what comes, and starts with every container that has begun to write.
    private func read(
        _ merge: LogMerge, each body: (PodLogs.Piece) throws -> Void, start: (PodLogs, PodContainer) -> Void
    ) async throws {
        var streams: [LogSource: Stream] = [:]
        var logs = logs
        while true {
            switch await merge.next() {
            case .piece(let piece): try body(piece)
            case .failed(let error): throw error
            case .ended(let source): streams[source]?.looks = 0
            case .look(let isOver, let containers):
                try Task.checkCancellation()
                for source in streams.keys {
                    if let looks = streams[source]?.looks { streams[source]?.looks = looks + 1 }
                }
                for container in containers {
                    guard let stream = streams[container.source] else {
                        streams[container.source] = Stream(container: container)
                        start(logs, container)
                        continue
                    }
                    guard let looks = stream.looks else { continue }
                    // It was started again, or its stream was cut off in good order: whoever called asks again, and
                    // knows from where on.
                    let isAnother = !container.isInstance(of: stream.container)
                    if isAnother || looks > Self.patience && container.isRunning { return }
                }
                // The last or the youngest lines are wanted of what there is; a pod that comes later has all its lines yet
                // to come.
                logs.query.tail = nil
                logs.query.sinceSeconds = nil
                logs.query.place = nil
                if isOver, streams.values.allSatisfy({ $0.looks != nil }) { return }
            }
        }
    }

    /// Looks for containers, and for the end of the run, until nobody wants to know.
    private func look(into merge: LogMerge) async {
        do {
            while true {
                // Asked before the pods are: what an ended run has started is all there is.
                let isOver = try await logs.isOver()
                guard await merge.offer(.look(isOver: isOver, try await logs.containers())) else { return }
                try await time.sleep(Self.interval)
            }
        } catch {
            _ = await merge.offer(.failed(error))
        }
    }

    private static func stream(_ container: PodContainer, of logs: PodLogs, into merge: LogMerge) async {
        do {
            try await logs.read(container) { piece in
                guard await merge.offer(.piece(piece)) else { throw Left.reader }
            }
            _ = await merge.offer(.ended(container.source))
        } catch {
            _ = await merge.offer(.failed(error))
        }
    }
}
