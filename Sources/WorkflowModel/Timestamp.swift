/// A moment in UTC with nanoseconds; what documents carry as RFC 3339 text.
package struct Timestamp: Sendable, Hashable {
    /// Since 1970-01-01T00:00:00Z, leap seconds not counted.
    package let seconds: Int64
    /// 0…999,999,999, forward from `seconds`.
    package let nanoseconds: Int32

    /// The nearest moment of the years 1 to 9999.
    package init(seconds: Int64, nanoseconds: Int32 = 0) {
        self.seconds = min(max(seconds, Self.representable.lowerBound), Self.representable.upperBound)
        self.nanoseconds = min(max(nanoseconds, 0), 999_999_999)
    }

    /// nil unless it is a time of day on a day of the years 1 to 9999; `offset` is the zone's, in seconds east.
    package init?(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, nanosecond: Int32 = 0,
        offset: Int = 0
    ) {
        guard let date = CivilDate(year: year, month: month, day: day), 0...23 ~= hour, 0...59 ~= minute,
            0...60 ~= second, 0...999_999_999 ~= nanosecond
        else { return nil }
        let local = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
        let utc = Int64(local &- offset)
        // A leap second exists only as 23:59:60 UTC; it is taken as the second that follows.
        guard Self.representable.contains(utc), second < 60 || utc % 86_400 == 0 else { return nil }
        self.init(seconds: utc, nanoseconds: nanosecond)
    }

    /// The years 1 to 9999, which four digits can name.
    static let representable: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// What a server that has no time to tell may send instead of null: 0001-01-01T00:00:00Z.
    package static let zero = Timestamp(seconds: representable.lowerBound)
    package static let epoch = Timestamp(seconds: 0)
}

extension Timestamp: Comparable {
    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.seconds == right.seconds ? left.nanoseconds < right.nanoseconds : left.seconds < right.seconds
    }
}

extension Timestamp {
    package static func - (later: Timestamp, earlier: Timestamp) -> Duration {
        .seconds(later.seconds) - .seconds(earlier.seconds) + .nanoseconds(later.nanoseconds)
            - .nanoseconds(earlier.nanoseconds)
    }

    /// The whole seconds of `self - earlier`, without the wide arithmetic of a `Duration`.
    package func wholeSeconds(since earlier: Timestamp) -> Int64 {
        let difference = seconds - earlier.seconds
        if difference > 0, nanoseconds < earlier.nanoseconds { return difference - 1 }
        if difference < 0, nanoseconds > earlier.nanoseconds { return difference + 1 }
        return difference
    }

    /// Stops at the ends of the years 1 to 9999; a part under a nanosecond is dropped.
    package static func + (start: Timestamp, duration: Duration) -> Timestamp {
        let (whole, attoseconds) = duration.components
        var seconds = start.seconds
        var nanoseconds = Int64(start.nanoseconds) + attoseconds / 1_000_000_000
        if nanoseconds < 0 {
            nanoseconds += 1_000_000_000
            seconds -= 1
        } else if nanoseconds >= 1_000_000_000 {
            nanoseconds -= 1_000_000_000
            seconds += 1
        }
        let (sum, overflow) = seconds.addingReportingOverflow(whole)
        let end: Int64 = whole < 0 ? .min : .max
        return Timestamp(seconds: overflow ? end : sum, nanoseconds: Int32(nanoseconds))
    }

    package static func - (end: Timestamp, duration: Duration) -> Timestamp {
        end + (.zero - duration)
    }
}
