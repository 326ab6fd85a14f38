import Testing
import WorkflowModel

@Suite("Timestamp")
struct TimestampTests {
    @Test(
        "reads every form of RFC 3339",
        arguments: [
            ("1970-01-01T00:00:00Z", 0, 0),
            ("2026-01-02T03:04:05Z", 1_767_323_045, 0),
            ("2026-01-02t03:04:05z", 1_767_323_045, 0),
            ("2026-01-02T03:04:05.5Z", 1_767_323_045, 500_000_000),
            ("2026-01-02T03:04:05.000006Z", 1_767_323_045, 6_000),
            ("2026-01-02T03:04:05.123456789Z", 1_767_323_045, 123_456_789),
            ("2026-01-02T03:04:05.1234567899999Z", 1_767_323_045, 123_456_789),
            ("2026-01-02T08:34:05+05:30", 1_767_323_045, 0),
            ("2026-01-01T19:04:05.25-08:00", 1_767_323_045, 250_000_000),
            ("2026-01-02T03:04:05-00:00", 1_767_323_045, 0),
            ("1969-12-31T23:59:59.9Z", -1, 900_000_000),
            ("2000-02-29T00:00:00Z", 951_782_400, 0),
            ("2016-12-31T23:59:60Z", 1_483_228_800, 0),
            ("2017-01-01T00:59:60+01:00", 1_483_228_800, 0),
            ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
            ("9999-12-31T23:59:59Z", 253_402_300_799, 0),
        ] as [(String, Int64, Int32)])
    func reads(text: String, seconds: Int64, nanoseconds: Int32) {
        #expect(Timestamp(rfc3339: text) == Timestamp(seconds: seconds, nanoseconds: nanoseconds))
    }

    @Test(
        "refuses everything else",
        arguments: [
            "", "Z", "2026", "2026-01-02", "2026-01-02T03:04:05", "2026-01-02 03:04:05Z", "2026-1-2T03:04:05Z",
            "2026-13-02T03:04:05Z", "2026-00-02T03:04:05Z", "2026-02-29T03:04:05Z", "2026-04-31T03:04:05Z",
            "1900-02-29T00:00:00Z", "2026-01-00T03:04:05Z", "2026-01-02T24:00:00Z", "2026-01-02T03:60:05Z",
            "2026-01-02T03:04:61Z", "2026-01-02T03:04:60Z", "2026-01-02T03:04:05.Z", "2026-01-02T03:04:05.",
            "2026-01-02T03:04:05.5", "2026-01-02T03:04:05ZZ", "2026-01-02T03:04:05Z ", " 2026-01-02T03:04:05Z",
            "2026-01-02T03:04:05+0530", "2026-01-02T03:04:05+05", "2026-01-02T03:04:05+24:00",
            "2026-01-02T03:04:05+05:60", "2026-01-02T03:04:05+05:3", "2026-01-02T03:04:05+05:300",
            "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00", "-026-01-02T03:04:05Z",
            "２０２６-01-02T03:04:05Z", "2026-01-02T03:04:05é", "2026/01/02T03:04:05Z", "/026-01-02T03:04:05Z",
            ":026-01-02T03:04:05Z",
        ])
    func refuses(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test(
        "is written in UTC with no more digits than it has",
        arguments: [
            ("2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z"),
            ("2026-01-02T03:04:05.120Z", "2026-01-02T03:04:05.12Z"),
            ("2026-01-02T03:04:05.000000001Z", "2026-01-02T03:04:05.000000001Z"),
            ("2026-01-02T00:00:00+05:30", "2026-01-01T18:30:00Z"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
            ("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z"),
        ])
    func writes(text: String, expected: String) {
        #expect(Timestamp(rfc3339: text)?.rfc3339 == expected)
    }

    @Test("every day of the calendar is its own number, and comes back from it")
    func calendarRoundTrip() throws {
        var number = try #require(CivilDate(year: 1, month: 1, day: 1)).daysSinceEpoch
        #expect(number == -719_162)
        for year in 1...9999 {
            for month in 1...12 {
                let days = CivilDate.days(inMonth: month, of: year)
                for day in [1, days] {
                    let date = try #require(CivilDate(year: year, month: month, day: day))
                    try #require(date.daysSinceEpoch == number + day - 1)
                    try #require(CivilDate(daysSinceEpoch: number + day - 1) == date)
                }
                number += days
            }
        }
        #expect(number == 2_932_897)
    }

    @Test(
        "knows the day of the week",
        arguments: [(1970, 1, 1, 4), (2000, 2, 29, 2), (2026, 1, 2, 5), (1, 1, 1, 1), (1969, 12, 28, 0)])
    func weekday(year: Int, month: Int, day: Int, expected: Int) {
        #expect(CivilDate(year: year, month: month, day: day)?.weekday == expected)
    }

    @Test(
        "argo's text shows the zone's own clock",
        arguments: [
            ("2026-01-02T15:04:05Z", 0, "Fri Jan 02 15:04:05 +0000"),
            ("2026-01-02T15:04:05Z", -7 * 3600, "Fri Jan 02 08:04:05 -0700"),
            ("2026-01-02T20:04:05Z", 19_800, "Sat Jan 03 01:34:05 +0530"),
            ("1969-12-31T23:30:00Z", -3600, "Wed Dec 31 22:30:00 -0100"),
            ("0001-01-01T00:00:00Z", -3600, "Sun Dec 31 23:00:00 -0100"),
            ("9999-12-31T23:59:59Z", 3600, "Sat Jan 01 00:59:59 +0100"),
        ])
    func argoText(text: String, offset: Int, expected: String) {
        #expect(Timestamp(rfc3339: text)?.argoText(offset: offset) == expected)
    }

    @Test("differences and sums keep nanoseconds and stay within the years 1 to 9999")
    func arithmetic() throws {
        let early = Timestamp(seconds: 10, nanoseconds: 900_000_000)
        let late = Timestamp(seconds: 12, nanoseconds: 100_000_000)
        #expect(late - early == .milliseconds(1200))
        #expect(early - late == .milliseconds(-1200))
        #expect(early + .milliseconds(1200) == late)
        #expect(late - Duration.milliseconds(1200) == early)
        #expect(early < late)
        #expect(Timestamp(seconds: 10, nanoseconds: 1) < early)
        #expect(Timestamp(seconds: .max).rfc3339 == "9999-12-31T23:59:59Z")
        #expect(Timestamp(seconds: .min) == .zero)
        #expect(early + .seconds(Int64.max) == Timestamp(seconds: .max, nanoseconds: 900_000_000))
        #expect(early + .seconds(Int64.min) == Timestamp(seconds: .min, nanoseconds: 900_000_000))
    }

    @Test(
        "whole seconds are those of the difference, cut towards zero",
        arguments: [(10, 0, 7, 0), (10, 1, 7, 2), (7, 2, 10, 1), (7, 1, 10, 2), (7, 5, 7, 9), (Int64.max, 0, .min, 1)])
    func wholeSeconds(seconds: Int64, nanoseconds: Int32, since: Int64, sinceNanoseconds: Int32) {
        let later = Timestamp(seconds: seconds, nanoseconds: nanoseconds)
        let earlier = Timestamp(seconds: since, nanoseconds: sinceNanoseconds)
        #expect(later.wholeSeconds(since: earlier) == (later - earlier).components.seconds)
    }

    @Test("bytes that are almost a time never trap")
    func mutations() {
        let text = Array("2026-01-02T03:04:05.123456789+05:30".utf8)
        for place in text.indices {
            for byte in UInt8.min...UInt8.max {
                var changed = text
                changed[place] = byte
                guard let time = Timestamp(rfc3339: changed.span) else { continue }
                #expect(Timestamp(rfc3339: time.rfc3339) == time)
            }
            #expect(Timestamp(rfc3339: Array(text[..<place]).span) == nil)
        }
    }
}
