import TerminalKit
import WorkflowModel

/// Cron workflows, one a row, in argo's columns.
struct CronTable {
    private let resources: [Resource]
    private let showsNamespace: Bool
    private let context: CommandContext

    init(_ resources: [Resource], showsNamespace: Bool, in context: CommandContext) {
        self.resources = resources
        self.showsNamespace = showsNamespace
        self.context = context
    }

    func print(showsHeader: Bool) throws {
        let now = context.now()
        func age(_ time: Timestamp?) -> String { time.map { Humanize.ageShort(now - $0) } ?? "N/A" }
        var table = Table(
            columns: (showsNamespace ? ["NAMESPACE"] : [])
                + ["NAME", "AGE", "LAST RUN", "NEXT RUN", "SCHEDULES", "TIMEZONE", "SUSPENDED"])
        for resource in resources {
            guard let cron = CronWorkflow(resource) else { continue }
            table.append { row in
                if showsNamespace { row.cell(resource.namespace) }
                row.cell(resource.name)
                row.cell(age(resource.createdAt))
                row.cell(age(cron.lastScheduledAt))
                row.cell(age(cron.nextRun(after: now, zone: NamedZone.clock)))
                row.cell(cron.schedules.joined(separator: ","))
                row.cell(cron.timezone)
                row.cell(String(cron.isSuspended))
            }
        }
        try table.render(to: context.terminal, showsHeader: showsHeader)
    }
}
