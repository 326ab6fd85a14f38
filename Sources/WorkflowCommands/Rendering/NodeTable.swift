import TerminalKit
import WorkflowAPI
import WorkflowModel

/// The tree of a workflow's steps, with argo's columns.
struct NodeTable {
    private let workflow: Workflow
    private let format: DetailFormat
    private let options: TreeOptions
    private let context: CommandContext
    private let pods: PodNaming
    private let now: Timestamp

    init(workflow: Workflow, format: DetailFormat, options: TreeOptions, context: CommandContext) {
        self.workflow = workflow
        self.format = format
        self.options = options
        self.context = context
        pods = PodNaming(workflow)
        now = context.now()
    }

    func print() throws {
        guard let table = table(of: workflow.nodeTree(), where: options.keeps) else {
            if workflow.nodesAreElsewhere {
                context.note(workflow.nodesAbsence ?? "the steps are too many for this server to send them along")
            }
            return
        }
        if format != .short { try context.terminal.out.write("\n") }
        try table.render(to: context.terminal)
    }

    /// The same as lines for a region of that size: what has no room is counted in the last one.
    func lines(width: Int, height: Int) throws -> [String] {
        let tree = workflow.nodeTree()
        let rows = Array(tree.mainRows(where: options.keeps)) + Array(tree.exitRows(where: options.keeps))
        // Beside the rows there are the header and an empty line before the exit handler.
        let fold = NodeFold(rows, limit: height - (tree.hasExitHandler ? 2 : 1))
        guard height > 1, let table = table(of: tree, where: { options.keeps($0) && fold.keeps($0) }) else { return [] }
        let memory = Output.memory()
        try table.render(to: memory, painter: context.terminal.painter, width: width)
        var lines = memory.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        if let rest = fold.rest { lines.append(" " + rest) }
        return lines
    }

    /// nil where the document has no steps.
    private func table(of tree: NodeTree, where keeps: (WorkflowNode) -> Bool) -> Table? {
        guard tree.hasMain else { return nil }
        var table = Table(columns: columns, padding: 2)
        for row in tree.mainRows(where: keeps) { append(row, to: &table) }
        if tree.hasExitHandler {
            table.append(row: [])
            for row in tree.exitRows(where: keeps) { append(row, to: &table) }
        }
        return table
    }

    private var columns: [Table.Column] {
        let message = Table.Column("MESSAGE", isFlexible: true)
        switch format {
        case .wide:
            return ["STEP", "TEMPLATE", "PODNAME", "DURATION", "ARTIFACTS", message, "RESOURCESDURATION", "NODENAME"]
        case .short: return ["STEP", "TEMPLATE", "PODNAME", "DURATION", message, "NODENAME"]
        case .table, .name, .json, .jsonl, .yaml: return ["STEP", "TEMPLATE", "PODNAME", "DURATION", message]
        }
    }

    private func append(_ row: NodeTreeRow, to table: inout Table) {
        let node = row.node
        let phase = node.phase
        let template = node.template
        let isPod = row.type == .pod
        let glyphs: TreeGlyphs = options.asciiOnly ? .ascii : .unicode
        table.append { cells in
            cells.cell(prefix(of: row, glyphs))
            if let phase, let icon = phase.icon(glyphs, isSuspended: row.type == .suspend) {
                cells.extend(icon, phase.style)
            }
            cells.extend(node.displayName)
            cells.cell(template.text)
            cells.cell(isPod ? pods.podName(of: node, template: template.name) : "")
            cells.cell(isPod ? duration(of: node) : nil)
            if format == .wide { cells.cell(node.outputArtifacts.map(\.name).joined(separator: ",")) }
            cells.cell("message", of: node.document)
            if format == .wide { cells.cell(node.resourcesDuration.text) }
            if format != .table { cells.cell(node.hostNodeName) }
        }
    }

    private func duration(of node: WorkflowNode) -> ShortDuration? {
        node.startedAt.map { ShortDuration(seconds: (node.finishedAt ?? now).wholeSeconds(since: $0)) }
    }

    /// Levels that are drawn. Below, a number stands for them: a chain of thousands would take their square in blanks.
    private static let drawnLevels = 100

    /// Everything left of the node's icon; the tree stands one column from the edge.
    private func prefix(of row: NodeTreeRow, _ glyphs: TreeGlyphs) -> String {
        var text = " "
        if row.depth > Self.drawnLevels {
            text += "(\(row.depth)) "
        } else {
            for line in row.lines { text += line ? glyphs.passing : glyphs.gap }
        }
        for joint in row.joints {
            switch joint {
            case .child, .groupMiddle: text += glyphs.middle
            case .lastChild, .groupLast: text += glyphs.last
            case .groupOnly: text += glyphs.only
            case .groupFirst: text += glyphs.first
            }
        }
        return text
    }
}

extension NodePhase {
    /// The phase as one character, or as its word where only ASCII may be used, and a blank.
    fileprivate func icon(_ glyphs: TreeGlyphs, isSuspended: Bool) -> String? {
        if self == .omitted { return nil }
        if glyphs == .ascii { return rawValue + " " }
        switch self {
        case .running: return isSuspended ? "ǁ " : "● "
        case .pending: return "◷ "
        case .succeeded: return "✔ "
        case .skipped: return "○ "
        case .failed: return "✖ "
        case .error: return "⚠ "
        case .omitted: return nil
        }
    }

    fileprivate var style: Style {
        switch self {
        case .pending: .yellow
        case .running: .cyan
        case .succeeded: .green
        case .failed, .error: .red
        case .skipped, .omitted: .plain
        }
    }
}
