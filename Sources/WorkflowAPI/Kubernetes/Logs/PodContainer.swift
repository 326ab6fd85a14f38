import WorkflowModel

/// One container of a pod as it is now, and which of its instances.
struct PodContainer: Sendable {
    let source: LogSource
    let isRunning: Bool
    /// nil for the first instance.
    let restart: LogRestart?
    /// When the first instance began whose log may be asked for; nil where the cluster does not say.
    let start: Timestamp?
    private let uid: String

    init(_ name: String, of pod: Pod) {
        source = LogSource(pod: pod.name, container: name)
        isRunning = pod.isRunning(name)
        restart = pod.restart(of: name)
        start = pod.start(of: name)
        uid = pod.uid
    }

    /// Whether this is what the other one was: neither it nor its pod was started again in between.
    func isInstance(of other: PodContainer) -> Bool { uid == other.uid && restart?.count == other.restart?.count }
}
