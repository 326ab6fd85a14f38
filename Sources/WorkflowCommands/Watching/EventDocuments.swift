import DocumentKit
import Synchronization
import TerminalKit
import WorkflowModel

/// `watch -o jsonl`: each state as the server sent it, one a line, in the frame that `kubectl get -w` gives them.
///
/// ```
/// {"type":"ADDED","object":{"kind":"Workflow",…}}
/// {"type":"MODIFIED","object":{…}}
/// ```
final class EventDocuments: RunDisplay {
    private struct Run {
        var last: Workflow?
        var version: String?
    }

    private let out: Output
    private let runs: Mutex<[Run]>

    init(runs count: Int, in context: CommandContext) {
        out = context.terminal.out
        runs = Mutex(Array(repeating: Run(), count: count))
    }

    func show(_ workflow: Workflow, at place: Int) throws {
        try runs.withLock { runs in
            let version = workflow.resourceVersion
            // A look brings a state again that the stream before it has brought already.
            guard version.isEmpty || version != runs[place].version else { return }
            try write(runs[place].last == nil ? "ADDED" : "MODIFIED", workflow)
            runs[place] = Run(last: workflow, version: version)
        }
    }

    func showDeletion(at place: Int) throws {
        try runs.withLock { runs in
            if let last = runs[place].last { try write("DELETED", last) }
        }
    }

    private func write(_ type: String, _ workflow: Workflow) throws {
        var out = out
        try out.write("{\"type\":\"\(type)\",\"object\":")
        try JSONWriter(style: .compact).write(workflow.document, to: &out)
        try out.write("}\n")
        try out.flush()
    }
}
