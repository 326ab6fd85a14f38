import DocumentKit

/// What a cron workflow says of its times, as a view: `spec.schedules` or, of old, `spec.schedule`, and `status`.
package struct CronWorkflow: Sendable {
    package let schedules: [String]
    /// Empty: the controller's own, which is most likely UTC.
    package let timezone: String
    package let isSuspended: Bool
    package let concurrencyPolicy: String
    package let startingDeadlineSeconds: Int?
    package let lastScheduledAt: Timestamp?
    /// The names of its runs that go on.
    package let active: [String]
    package let conditions: [Condition]
    /// Its own conditions let it run no more.
    package let isStopped: Bool

    /// nil for a stored object of another kind.
    package init?(_ resource: Resource) {
        guard resource.kind == .cronWorkflow else { return nil }
        let (spec, status) = (resource.document["spec"], resource.document["status"])
        let listed = spec?.texts("schedules") ?? []
        schedules = listed.isEmpty ? [spec?.text("schedule") ?? ""].filter { !$0.isEmpty } : listed
        timezone = spec?.text("timezone") ?? ""
        isSuspended = spec?.flag("suspend") == true
        concurrencyPolicy = spec?.text("concurrencyPolicy") ?? ""
        startingDeadlineSeconds = spec?.integer("startingDeadlineSeconds")
        lastScheduledAt = status?.time("lastScheduledTime")
        active = status?["active"]?.elements.map { $0.text("name") } ?? []
        conditions = Condition.list(in: status)
        isStopped = status?.text("phase") == "Stopped"
    }

    /// When it runs next; nil where it does not, or where that cannot be known.
    ///
    /// `zone` gives the clock of a place, as seconds east of UTC at a moment; nil for a place that it does not know.
    package func nextRun(after now: Timestamp, zone: (String) -> ((Timestamp) -> Int)?) -> Timestamp? {
        guard !isSuspended, !isStopped else { return nil }
        var next: Timestamp?
        for text in schedules {
            // One that is not understood may be the next one.
            guard let schedule = try? CronSchedule(text), schedule.zone == nil || timezone.isEmpty else { return nil }
            let place = schedule.zone ?? (timezone.isEmpty ? "UTC" : timezone)
            guard let clock = zone(place) else { return nil }
            if let time = schedule.next(after: now, last: lastScheduledAt, offset: clock) {
                next = min(next ?? time, time)
            } else if schedule.isInterval {
                // It may come any time; a date that never comes does not matter.
                return nil
            }
        }
        return next
    }
}
