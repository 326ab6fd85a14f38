import DocumentKit

/// When a cron workflow runs, and what became of its runs, as a view.
package struct CronSchedule: Sendable {
    private let spec: DocumentValue?
    private let status: DocumentValue?

    package init(_ resource: Resource) {
        spec = resource.document["spec"]
        status = resource.document["status"]
    }

    /// Cron expressions; the field for a single one is the older spelling.
    package var schedules: [String] {
        let several = spec?.texts("schedules") ?? []
        let single = spec?.text("schedule") ?? ""
        return several.isEmpty && !single.isEmpty ? [single] : several
    }

    package var timezone: String { spec?.text("timezone") ?? "" }
    package var isSuspended: Bool { spec?.flag("suspend") == true }
    package var concurrencyPolicy: String { spec?.text("concurrencyPolicy") ?? "" }
    package var startingDeadlineSeconds: Int? { spec?.integer("startingDeadlineSeconds") }
    package var lastScheduledAt: Timestamp? { status?.time("lastScheduledTime") }
    package var conditions: [Condition] { Condition.list(in: status) }

    /// Names of the runs that go on now.
    package var activeWorkflows: [String] {
        status?["active"]?.elements.map { $0.text("name") } ?? []
    }
}
