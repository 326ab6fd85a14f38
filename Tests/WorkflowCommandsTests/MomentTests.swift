import Testing
import WorkflowModel

@testable import WorkflowCommands

@Suite struct MomentTests {
    static let now = Timestamp(seconds: 1_767_323_045)  // 2026-01-02T03:04:05Z

    @Test(arguments: [
        ("1h30m", 0, "2026-01-02T01:34:05Z"), ("2026-01-01T12:00:00Z", 3_600, "2026-01-01T12:00:00Z"),
        ("2026-01-01T12:00:00+02:00", 0, "2026-01-01T10:00:00Z"), ("2026-01-01", 0, "2026-01-01T00:00:00Z"),
        ("2026-01-01", 3_600, "2025-12-31T23:00:00Z"), ("2026-01-01", -18_000, "2026-01-01T05:00:00Z"),
    ])
    func isADurationADateOrATime(_ text: String, _ offset: Int, _ expected: String) throws {
        let moment = try #require(Moment(argument: text))
        #expect(moment.timestamp(now: Self.now) { _ in offset }.rfc3339 == expected)
    }

    /// In a zone that put its clocks on at 01:00 UTC of that day, the day still began in winter time.
    @Test func aDayBeginsByTheClockOfItsMidnight() throws {
        let change = Timestamp(seconds: 1_774_746_000)  // 2026-03-29T01:00:00Z
        for (offsets, expected) in [
            ((3_600, 7_200), "2026-03-28T23:00:00Z"), ((-7_200, -3_600), "2026-03-29T01:00:00Z"),
        ] {
            let moment = try #require(Moment(argument: "2026-03-29"))
            let time = moment.timestamp(now: Self.now) { $0 < change ? offsets.0 : offsets.1 }
            #expect(time.rfc3339 == expected)
        }
    }

    @Test(arguments: [
        "", "yesterday", "2026-1-1", "2026-02-29", "20260101", "2026-01-01T00:00", "-1h", "1", "2026-01-0１",
    ])
    func anythingElseIsNone(_ text: String) {
        #expect(Moment(argument: text) == nil)
    }

    @Test(arguments: ["1h30m", "2026-01-02", "2026-01-02T03:04:05Z"]) func isSpelledAsItWasTyped(_ text: String) {
        #expect(Moment(argument: text)?.argument == text)
    }
}
