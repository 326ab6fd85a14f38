import DocumentKit
import WorkflowModel

/// A pod of a workflow as a view of its document.
///
/// ```
/// "spec":   {"initContainers": [{"name": "init"}], "containers": [{"name": "wait"}, {"name": "main"}]}
/// "status": {"phase": "Running", "containerStatuses": [{"name": "main", "state": {"running": {…}}, "restartCount": 1,
///                                                       "lastState": {"terminated": {"exitCode": 137, "reason": "OOMKilled"}}}]}
/// ```
struct Pod: StoredObject {
    let document: DocumentValue
    let metadata: DocumentValue?

    init(_ document: DocumentValue) {
        self.document = document
        metadata = document["metadata"]
    }

    /// The names of its containers, in the order in which they start.
    var containers: [String] {
        ["initContainers", "containers", "ephemeralContainers"].flatMap { list in
            document["spec"]?[list]?.elements.compactMap { $0["name"]?.string } ?? []
        }
    }

    /// Those that are meant by a name, all by nil. Where there is no `main`, as in the pods of container sets, it means
    /// the containers that stand in its place.
    func containers(answering name: String?) -> [String] {
        guard let name else { return containers }
        let named = containers.filter { $0 == name }
        guard named.isEmpty, name == "main" else { return named }
        let own = document["spec"]?["containers"]?.elements.compactMap { $0["name"]?.string } ?? []
        return own.filter { $0 != "wait" }
    }

    /// Whether a container has begun to write: it runs, or it ended.
    func hasStarted(_ container: String) -> Bool {
        guard let status = status(of: container) else { return document["status"]?["phase"]?.isText("Pending") != true }
        return ["state", "lastState"].contains { status[$0]?["running"] != nil || status[$0]?["terminated"] != nil }
    }

    func isRunning(_ container: String) -> Bool { status(of: container)?["state"]?["running"] != nil }

    /// The last restart of a container; nil when it never had one.
    func restart(of container: String) -> LogRestart? {
        guard let status = status(of: container), let count = status["restartCount"]?.int, count > 0 else {
            return nil
        }
        var restart = LogRestart(pod: name, container: container, count: count)
        if let end = status["lastState"]?["terminated"] {
            let code = end["exitCode"]?.int.map { "exit code \($0)" }
            restart.reason = [end["reason"]?.string, code].compactMap(\.self).joined(separator: ", ")
        }
        return restart
    }

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
