import DocumentKit
import WorkflowModel

/// A pod of a workflow as a view of its document.
///
/// ```
/// "spec":   {"initContainers": [{"name": "init"}], "containers": [{"name": "wait"}, {"name": "main"}]}
/// "status": {"phase": "Running", "containerStatuses": [{"name": "main", "state": {"running": {…}}}]}
/// ```
struct Pod: StoredObject {
    let document: DocumentValue
    let metadata: DocumentValue?

    init(_ document: DocumentValue) {
        self.document = document
        metadata = document["metadata"]
    }

    /// Whether its spec has a container of that name.
    func has(container name: String) -> Bool {
        ["initContainers", "containers", "ephemeralContainers"].contains { list in
            document["spec"]?[list]?.elements.contains { $0["name"]?.isText(name) == true } == true
        }
    }

    /// Whether a container has begun to write: it runs, or it ended.
    func hasStarted(_ container: String) -> Bool {
        guard let status = status(of: container) else { return document["status"]?["phase"]?.isText("Pending") != true }
        return ["state", "lastState"].contains { status[$0]?["running"] != nil || status[$0]?["terminated"] != nil }
    }

    func isRunning(_ container: String) -> Bool { status(of: container)?["state"]?["running"] != nil }

    private func status(of container: String) -> DocumentValue? {
        for list in ["initContainerStatuses", "containerStatuses", "ephemeralContainerStatuses"] {
            guard let statuses = document["status"]?[list]?.elements else { continue }
            for status in statuses where status["name"]?.isText(container) == true { return status }
        }
        return nil
    }

    /// When the first instance of a container began whose log may be asked for; nil where the cluster does not say.
    func start(of container: String) -> Timestamp? {
        let states = ["state", "lastState"].compactMap { status(of: container)?[$0] }
        let starts = states.compactMap { ($0["running"] ?? $0["terminated"])?["startedAt"]?.string }
        return starts.compactMap { Timestamp(rfc3339: $0) }.min()
    }
}
