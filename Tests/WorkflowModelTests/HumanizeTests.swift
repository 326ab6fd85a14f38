import Testing
import WorkflowModel

@Suite("Spans of time in words")
struct HumanizeTests {
    @Test(
        "the short form is one unit, cut off, days at most",
        arguments: [
            (0, "0s"), (1, "1s"), (59, "59s"), (60, "1m"), (119, "1m"), (3599, "59m"), (3600, "1h"), (86_399, "23h"),
            (86_400, "1d"), (6 * 86_400, "6d"), (400 * 86_400, "400d"), (-90, "1m"), (Int64.min, "106751991167300d"),
        ] as [(Int64, String)])
    func short(seconds: Int64, expected: String) {
        #expect(Humanize.durationShort(.seconds(seconds)) == expected)
        #expect(Humanize.ageShort(.seconds(seconds)) == expected)
    }

    @Test("parts of a second do not count")
    func fractions() {
        #expect(Humanize.durationShort(.milliseconds(999)) == "0s")
        #expect(Humanize.durationShort(.milliseconds(59_999)) == "59s")
        #expect(Humanize.durationLong(.milliseconds(-999)) == "0 seconds")
    }

    @Test(
        "the long form is two units",
        arguments: [
            (0, "0 seconds"), (1, "1 second"), (59, "59 seconds"), (60, "1 minute 0 seconds"),
            (61, "1 minute 1 second"), (90, "1 minute 30 seconds"), (3600, "1 hour 0 minutes"),
            (5400, "1 hour 30 minutes"), (86_400, "1 day 0 hours"), (2 * 86_400 + 3600, "2 days 1 hour"),
            (400 * 86_400, "400 days 0 hours"),
        ] as [(Int64, String)])
    func long(seconds: Int64, expected: String) {
        #expect(Humanize.durationLong(.seconds(seconds)) == expected)
    }

    @Test(
        "a moment is told by its distance from now",
        arguments: [
            (0, "now"), (1, "1 second ago"), (180, "3 minutes ago"), (3600, "1 hour ago"), (86_400, "1 day ago"),
            (13 * 86_400, "1 week ago"), (29 * 86_400, "4 weeks ago"), (30 * 86_400, "1 month ago"),
            (359 * 86_400, "11 months ago"), (400 * 86_400, "1 year ago"), (600 * 86_400, "2 years ago"),
            (1100 * 86_400, "3 years ago"), (-1, "1 second from now"), (-7200, "2 hours from now"),
        ] as [(Int64, String)])
    func relative(secondsAgo: Int64, expected: String) {
        let now = Timestamp(seconds: 1_767_323_045)
        #expect(Humanize.relative(now - .seconds(secondsAgo), to: now) == expected)
    }

    @Test("less than a second away is now, on either side")
    func relativeFractions() {
        let now = Timestamp(seconds: 100, nanoseconds: 500)
        #expect(Humanize.relative(Timestamp(seconds: 99, nanoseconds: 600), to: now) == "now")
        #expect(Humanize.relative(Timestamp(seconds: 101, nanoseconds: 400), to: now) == "now")
    }

    @Test(
        "Go's form leaves leading zero units out",
        arguments: [
            (0, "0s"), (59, "59s"), (90, "1m30s"), (3600, "1h0m0s"), (90_061, "25h1m1s"), (-90, "-1m30s"),
            (Int.min, "-2562047788015215h30m8s"),
        ])
    func go(seconds: Int, expected: String) {
        #expect(Humanize.durationGo(seconds: seconds) == expected)
    }
}
