import TerminalKit
import WorkflowModel

/// The lines that show where several runs are, within a given room.
///
/// ```
/// build-1  Running  [████████░░░░░░░░░░░░] 2/5  1m
/// STEP          TEMPLATE  PODNAME             DURATION  MESSAGE
///  ● build-1    main
///  ├───✔ prep   prep      build-1-prep-123    4s
///  … 1240 more: 1200 Succeeded, 40 Pending
/// ```
struct RunFrame {
    /// A run as it is known, or its name before it was seen.
    enum Run {
        case seen(Workflow)
        case gone(name: String)
        case awaited(name: String)

        /// Those that need attention first.
        var rank: Int {
            switch self {
            case .gone: 0
            case .seen(let workflow):
                switch workflow.outcome {
                case .failed, .unknown: 0
                case nil: 1
                case .succeeded: 3
                }
            case .awaited: 2
            }
        }
    }

    let runs: [Run]
    let format: DetailFormat
    let options: TreeOptions
    let context: CommandContext

    func lines(in room: Terminal.Size) throws -> [String] {
        var shown = runs
        var rest: String?
        if shown.count > room.rows {
            shown = shown.sorted { $0.rank < $1.rank }
            rest = "… \(shown.count - room.rows + 1) more workflows"
            shown = Array(shown.prefix(room.rows - 1))
        }
        // Of several runs, those that succeeded are worth a line.
        let open = shown.count { hasTree($0) }
        let perTree = open == 0 ? 0 : (room.rows - shown.count - (rest == nil ? 0 : 1)) / open
        var lines: [String] = []
        for run in shown {
            lines.append(heading(of: run))
            guard hasTree(run), perTree > 1, case .seen(let workflow) = run else { continue }
            lines += try tree(of: workflow, columns: room.columns, rows: perTree)
        }
        if let rest { lines.append(rest) }
        return lines
    }

    private func hasTree(_ run: Run) -> Bool {
        guard case .seen(let workflow) = run else { return false }
        return runs.count == 1 || workflow.outcome != .succeeded
    }

    private func tree(of workflow: Workflow, columns: Int, rows: Int) throws -> [String] {
        // In one row: whoever draws the lines counts each as one.
        let message = workflow.message.sanitized()
        let heading = message.isEmpty ? [] : ["  " + message]
        let table = NodeTable(workflow: workflow, format: format, options: options, context: context)
        return heading + (try table.lines(width: columns, height: rows - heading.count))
    }

    private func heading(of run: Run) -> String {
        let painter = context.terminal.painter
        switch run {
        case .awaited(let name): return name.sanitized() + "  waiting"
        case .gone(let name): return name.sanitized() + "  " + painter.paint("deleted", .red)
        case .seen(let workflow):
            let glyphs: TreeGlyphs = options.asciiOnly ? .ascii : .unicode
            let status = painter.paint(workflow.statusText.sanitized(), workflow.phase?.style ?? .plain)
            let bar = ProgressBar(workflow.progress)?.text(width: 20, glyphs)
            let duration = workflow.duration(now: context.now()).map(Humanize.durationLong)
            return [workflow.name.sanitized(), status, bar, duration].compactMap(\.self).joined(separator: "  ")
        }
    }
}
