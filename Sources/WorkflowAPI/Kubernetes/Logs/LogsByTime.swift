import WorkflowModel

/// Brings the logs of several containers together by the times of their lines; those of one keep their order.
///
///     job-a   03:00:01 a   03:00:04 b   c (no time)        a          03:00:01
///     job-b   03:00:02 d                03:00:05 e         d b c e
///
/// Each log is a stream of its own, which waits while the lines of others are older. Where there are many pods, few of
/// the streams are open at once: none before its container had started, and when there would be one too many, the one
/// whose lines last longest is let go, and asked for again from there.
struct LogsByTime {
    let logs: PodLogs
    /// Each may hold a megabyte that nobody has taken yet.
    var mostStreams = 32
    /// Bytes of one log that are read ahead: a short one is read whole, and needs its stream no longer.
    var page = 64 << 10

    /// So many streams are open before their time has come, so that their first lines are on the way.
    private static let ahead = 4

    func read(_ containers: [PodContainer], each body: (PodLogs.Piece) throws -> Void) async throws {
        var all = MergedLogs(containers)
        try await withThrowingDiscardingTaskGroup { group in
            do {
                while true {
                    // Nothing is handed over before every log that may have something older has shown its next line.
                    while let step = all.step(mostStreams: mostStreams, ahead: min(Self.ahead, mostStreams)) {
                        switch step {
                        case .fill(let place): try await all.fill(place, upTo: page)
                        case .letGo(let place): await all.letGo(place)
                        case .open(let place):
                            let (container, query, channel) = all.open(place, logs.query)
                            let logs = PodLogs(client: logs.client, query: query)
                            group.addTask { await Self.stream(container, of: logs, into: channel) }
                        }
                    }
                    let pieces = all.takeOldest()
                    if pieces.isEmpty { return }
                    for piece in pieces { try body(piece) }
                }
            } catch {
                await all.close()
                group.cancelAll()
                throw error
            }
        }
    }

    private enum Left: Error { case merge }

    private static func stream(_ container: PodContainer, of logs: PodLogs, into channel: LogMerge) async {
        do {
            try await logs.read(container) { piece in
                guard await channel.offer(.piece(piece)) else { throw Left.merge }
            }
            _ = await channel.offer(.ended(container.source))
        } catch {
            _ = await channel.offer(.failed(error))
        }
    }
}
