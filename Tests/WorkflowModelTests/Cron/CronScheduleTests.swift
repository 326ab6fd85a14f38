import Testing
import WorkflowModel

/// When schedules come round. Times are those that the library argo uses gives.
@Suite struct CronScheduleTests {
    private static func next(
        _ schedule: String, after now: String, last: String? = nil, offset: (Timestamp) -> Int = { _ in 0 }
    ) throws -> String? {
        let now = try #require(Timestamp(rfc3339: now))
        return try CronSchedule(schedule).next(
            after: now, last: last.flatMap { Timestamp(rfc3339: $0) }, offset: offset)?.rfc3339
    }

    @Test(arguments: [
        ("* * * * *", "2026-01-02T03:04:05Z", "2026-01-02T03:05:00Z"),
        ("* * * * *", "2026-01-02T03:04:00Z", "2026-01-02T03:05:00Z"),
        ("0/15 * * * *", "2026-01-02T03:46:00Z", "2026-01-02T04:00:00Z"),
        ("30 2 * * *", "2026-01-02T03:04:05Z", "2026-01-03T02:30:00Z"),
        ("0 9-17/4 * * MON-FRI", "2026-01-02T17:00:00Z", "2026-01-05T09:00:00Z"),
        ("0 0 1 jan ?", "2026-01-02T03:04:05Z", "2027-01-01T00:00:00Z"),
        ("0 0 29 2 *", "2026-01-02T03:04:05Z", "2028-02-29T00:00:00Z"),
        // Both days are said: either will do.
        ("0 0 13 * FRI", "2026-01-02T03:04:05Z", "2026-01-09T00:00:00Z"),
        // One of them is free, be it with a step of one.
        ("0 0 */1 * FRI", "2026-01-03T03:04:05Z", "2026-01-09T00:00:00Z"),
        ("0 0 */2 * SUN", "2026-01-02T03:04:05Z", "2026-01-03T00:00:00Z"),
        ("@daily", "2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z"),
        ("@weekly", "2026-01-02T03:04:05Z", "2026-01-04T00:00:00Z"),
        ("@monthly", "2026-01-02T03:04:05Z", "2026-02-01T00:00:00Z"),
        ("@hourly", "1969-12-31T23:30:10Z", "1970-01-01T00:00:00Z"),
    ])
    func comesRound(_ schedule: String, after now: String, _ time: String) throws {
        #expect(try Self.next(schedule, after: now) == time)
    }

    @Test func neverComes() throws {
        #expect(try Self.next("0 0 30 2 *", after: "2026-01-02T03:04:05Z") == nil)
    }

    /// Two hours east in summer, from 2026-03-29T01:00Z to 2026-10-25T01:00Z, else one.
    private static func berlin(_ time: Timestamp) -> Int {
        (1_774_746_000..<1_792_890_000).contains(time.seconds) ? 7200 : 3600
    }

    @Test(arguments: [
        ("0 9 * * *", "2026-03-28T09:00:00Z", "2026-03-29T07:00:00Z"),
        // 02:30 is leapt over on that day, and shown twice on another.
        ("30 2 * * *", "2026-03-28T12:00:00Z", "2026-03-30T00:30:00Z"),
        ("30 2 * * *", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z"),
        ("30 2 * * *", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"),
        ("0 0 * * *", "2026-10-25T12:00:00Z", "2026-10-25T23:00:00Z"),
        ("0 0 26 10 *", "2026-10-24T12:00:00Z", "2026-10-25T23:00:00Z"),
        ("0 0 30 3 *", "2026-03-28T23:30:00Z", "2026-03-29T22:00:00Z"),
    ])
    func followsTheClockOfItsZone(_ schedule: String, after now: String, _ time: String) throws {
        #expect(try Self.next(schedule, after: now, offset: Self.berlin) == time)
    }

    @Test func aDayWhoseMidnightIsLeaptOverBeginsLater() throws {
        // The clock goes from 00:00 to 01:00 at 2026-09-06T04:00Z.
        func santiago(_ time: Timestamp) -> Int { time.seconds < 1_788_667_200 ? -14_400 : -10_800 }
        let now = "2026-09-05T12:00:00Z"
        #expect(try Self.next("0 1 6 9 *", after: now, offset: santiago) == "2026-09-06T04:00:00Z")
        #expect(try Self.next("0 0 * * *", after: now, offset: santiago) == "2026-09-07T03:00:00Z")
    }

    @Test func anIntervalCountsFromTheLastRun() throws {
        let now = "2026-01-02T03:04:05Z"
        #expect(try Self.next("@every 1h30m", after: now, last: "2026-01-02T02:00:00Z") == "2026-01-02T03:30:00Z")
        #expect(try Self.next("@every 1m", after: now, last: "2026-01-02T02:00:00Z") == nil)
        #expect(try Self.next("@every 1h", after: now) == nil)
        #expect(try Self.next("@every 10.5m", after: now, last: "2026-01-02T03:00:00Z") == "2026-01-02T03:10:30Z")
    }

    @Test func namesItsOwnZone() throws {
        #expect(try CronSchedule("CRON_TZ=Asia/Tokyo 0 9 * * *").zone == "Asia/Tokyo")
        #expect(try CronSchedule("0 9 * * *").zone == nil)
        #expect(throws: CronScheduleError.self) { try CronSchedule("0 9 * *") }
    }
}
