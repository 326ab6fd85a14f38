import TerminalKit
import WorkflowModel

/// The workflows that a dashboard stores, one a row.
struct DefinitionTable {
    private let definitions: [DashboardDefinition]
    private let isWide: Bool
    private let context: CommandContext

    init(_ definitions: [DashboardDefinition], isWide: Bool, in context: CommandContext) {
        self.definitions = definitions
        self.isWide = isWide
        self.context = context
    }

    func print(showsHeader: Bool) throws {
        let now = context.now()
        var columns: [Table.Column] = ["ID", "STATUS", "PRIORITY", "LAST RUN", Table.Column("NAME", isFlexible: true)]
        if isWide { columns.append(Table.Column("DESCRIPTION", isFlexible: true)) }
        var table = Table(columns: columns)
        for definition in definitions {
            table.append { row in
                row.cell(definition.id)
                row.cell(definition.status)
                row.cell(definition.priority)
                row.cell(definition.lastRun.map { Humanize.ageShort(now - $0) } ?? "")
                row.cell(definition.name)
                if isWide { row.cell(definition.description) }
            }
        }
        try table.render(to: context.terminal, showsHeader: showsHeader)
    }
}
