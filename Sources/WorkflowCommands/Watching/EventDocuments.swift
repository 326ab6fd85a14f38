import DocumentKit
import Synchronization
import TerminalKit
import WorkflowModel

/// `watch -o jsonl`: each state as the server sent it, one a line, in the frame that `kubectl get -w` gives them; with
/// `-o yaml` the same as documents with `---` between them.
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
    private let format: DocumentFormat
    private let runs: Mutex<[Run]>

    init(runs count: Int, as format: DocumentFormat, in context: CommandContext) {
        self.format = format
        out = context.terminal.out
        runs = Mutex(Array(repeating: Run(), count: count))
    }

    func show(_ workflow: Workflow, at place: Int) throws {
        try runs.withLock { runs in
            let version = workflow.resourceVersion
            // A look brings a state again that the stream before it has brought already.
            guard version.isEmpty || version != runs[place].version else { return }
            let isFirst = runs.allSatisfy { $0.last == nil }
            try write(runs[place].last == nil ? "ADDED" : "MODIFIED", workflow, isFirst: isFirst)
            runs[place] = Run(last: workflow, version: version)
        }
    }

    func showDeletion(at place: Int) throws {
        try runs.withLock { runs in
            if let last = runs[place].last { try write("DELETED", last) }
        }
    }

    private func write(_ type: String, _ workflow: Workflow, isFirst: Bool = false) throws {
        var out = out
        if format == .yaml {
            if !isFirst { try out.write("---\n") }
            let event: ValueTree = ["type": .string(type), "object": workflow.document.tree]
            try YAMLWriter().write(event.document().root, to: &out)
        } else {
            try out.write("{\"type\":\"\(type)\",\"object\":")
            try JSONWriter(style: .compact).write(workflow.document, to: &out)
            try out.write("}\n")
        }
        try out.flush()
    }
}
