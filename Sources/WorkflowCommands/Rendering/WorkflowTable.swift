import TerminalKit
import WorkflowModel

/// argo's table of workflows. Rows are kept as text, without their documents, until their order is known.
struct WorkflowTable: WorkflowListing {
    private let isWide: Bool
    private let showsNamespace: Bool
    private let showsHeader: Bool
    private let context: CommandContext
    private let now: Timestamp
    private var table: Table
    private var orders: [ListOrder] = []

    init(isWide: Bool, showsNamespace: Bool, showsHeader: Bool, in context: CommandContext) {
        self.isWide = isWide
        self.showsNamespace = showsNamespace
        self.showsHeader = showsHeader
        self.context = context
        now = context.now()
        var columns: [Table.Column] = [
            "NAME", "STATUS", "AGE", "DURATION", "PRIORITY", Table.Column("MESSAGE", isFlexible: true),
        ]
        if showsNamespace { columns.insert("NAMESPACE", at: 0) }
        if isWide { columns += ["P/R/C", Table.Column("PARAMETERS", isFlexible: true)] }
        table = Table(columns: columns)
    }

    mutating func append(_ workflow: Workflow) {
        let summary = WorkflowRow(workflow)
        orders.append(summary.order)
        table.append { row in
            if showsNamespace { row.cell("namespace", of: workflow.metadata) }
            row.cell("name", of: workflow.metadata)
            row.cell(summary.statusText, summary.phase?.style ?? .plain)
            row.cell(summary.createdAt.map { ShortDuration(seconds: now.wholeSeconds(since: $0)) })
            row.cell(ShortDuration(seconds: summary.seconds(now: now)))
            row.cell(summary.priority ?? 0)
            row.cell("message", of: workflow.status)
            if isWide {
                row.cell(workflow.podCounts.text)
                row.cell(Self.parameters(of: workflow))
            }
        }
    }

    func finish() throws {
        guard table.rowCount > 0 else { return }
        try table.render(to: context.terminal, order: orders.sortedPlaces, showsHeader: showsHeader)
    }

    /// `k=v,k=v`; long values keep their head and their tail.
    private static func parameters(of workflow: Workflow) -> String {
        workflow.parameters.map { parameter in
            let value = parameter.value ?? ""
            guard value.count > 50 else { return "\(parameter.name)=\(value)" }
            return "\(parameter.name)=\(value.prefix(32))...\(value.suffix(15))"
        }.joined(separator: ",")
    }
}

extension WorkflowPhase {
    var style: Style {
        switch self {
        case .pending: .yellow
        case .running: .cyan
        case .succeeded: .green
        case .failed, .error: .red
        }
    }
}
