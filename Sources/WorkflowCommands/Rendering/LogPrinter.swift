import DocumentKit
import TerminalKit
import WorkflowModel

/// Writes log lines: raw into a pipe, harmless on a terminal; or each as an object.
struct LogPrinter {
    var format = LogFormat.text
    /// Lines start with the names of their pods, or also of their containers.
    var prefix = LogPrefix.none
    var showsTimes = false
    /// Control characters reach a terminal.
    var isRaw = false
    let workflow: String
    let terminal: Terminal
    private(set) var lines = 0
    /// The line as it is put together: one write for each.
    private var line: [UInt8] = []
    private var lastPrefix: (pod: String, container: String, bytes: [UInt8]) = ("", "", [])

    init(workflow: String, terminal: Terminal) {
        self.workflow = workflow
        self.terminal = terminal
    }

    mutating func print(_ entry: LogEntry) throws(OutputError) {
        lines += 1
        line.removeAll(keepingCapacity: true)
        switch format {
        case .text: appendText(entry)
        case .jsonl: appendObject(entry)
        case .yaml:
            appendObject(entry)
            writeAsYAML()
        }
        line.append(UInt8(ascii: "\n"))
        try terminal.out.write(line)
    }

    /// Lets everything out that was printed: nothing more is there for now.
    func pause() throws(OutputError) { try terminal.out.flush() }

    private mutating func appendText(_ entry: LogEntry) {
        if prefix != .none { appendPrefix(entry) }
        if showsTimes, !entry.timeText.isEmpty {
            line.append(contentsOf: entry.timeText)
            line.append(UInt8(ascii: " "))
        }
        if terminal.outIsTerminal && !isRaw {
            Sanitizer.logLine.append(entry.content.span, to: &line)
        } else {
            line.append(contentsOf: entry.content)
        }
    }

    private mutating func appendPrefix(_ entry: LogEntry) {
        if lastPrefix.bytes.isEmpty || lastPrefix.pod != entry.pod || lastPrefix.container != entry.container {
            let name = prefix == .container ? "\(entry.pod)/\(entry.container)" : entry.pod
            let text = Painter(enabled: terminal.usesColor).paint(name.sanitized() + ": ", color(of: entry.pod))
            lastPrefix = (entry.pod, entry.container, Array(text.utf8))
        }
        line.append(contentsOf: lastPrefix.bytes)
    }

    /// `{"pod":"x-sh-1","node":"x-1","container":"main","time":"2026-01-02T03:04:05Z","line":"hello"}`
    private mutating func appendObject(_ entry: LogEntry) {
        if lastPrefix.bytes.isEmpty || lastPrefix.pod != entry.pod || lastPrefix.container != entry.container {
            var bytes = Array("{".utf8)
            let node = PodName.nodeID(ofPod: entry.pod, workflow: workflow)
            for (key, value) in [("pod", entry.pod), ("node", node), ("container", entry.container)] {
                bytes += "\"\(key)\":".utf8
                JSONEscape.appendQuoted(value.utf8.span, to: &bytes)
                bytes.append(UInt8(ascii: ","))
            }
            lastPrefix = (entry.pod, entry.container, bytes)
        }
        line.append(contentsOf: lastPrefix.bytes)
        line.append(contentsOf: "\"time\":".utf8)
        if entry.timeText.isEmpty {
            line.append(contentsOf: "null".utf8)
        } else {
            JSONEscape.appendQuoted(entry.timeText.span, to: &line)
        }
        line.append(contentsOf: ",\"line\":".utf8)
        JSONEscape.appendQuoted(entry.content.span, to: &line)
        line.append(UInt8(ascii: "}"))
    }

    /// The object in block style, `---` before all but the first.
    private mutating func writeAsYAML() {
        // What could not be read would stay as it is: JSON is YAML too.
        guard let object = try? JSONReader.read(line).root else { return }
        line = Array(((lines == 1 ? "" : "---\n") + YAMLWriter.text(object)).utf8)
        if line.last == UInt8(ascii: "\n") { line.removeLast() }
    }

    /// argo's choice: the sum of the name's characters picks one of six.
    private func color(of pod: String) -> Style {
        let colors: [Style] = [.green, .yellow, .blue, .magenta, .cyan, .white]
        return colors[pod.unicodeScalars.reduce(0) { $0 + Int($1.value) } % colors.count]
    }
}
