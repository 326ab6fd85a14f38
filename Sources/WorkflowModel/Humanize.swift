/// Spans of time in the words of argo's tables. Signs are dropped: a span has a length.
package enum Humanize {
    /// One unit, cut off, days at most: `0s` `59s` `1m` `6d` `400d`.
    package static func durationShort(_ duration: Duration) -> String {
        let short = ShortDuration(seconds: duration.components.seconds)
        return "\(short.number)\(short.unit)"
    }

    /// The age column's form, which is the short one.
    package static func ageShort(_ age: Duration) -> String { durationShort(age) }

    /// Two units, the second one even when it is zero: `59 seconds`, `1 minute 30 seconds`, `1 day 0 hours`.
    package static func durationLong(_ duration: Duration) -> String {
        let seconds = wholeSeconds(duration)
        return switch seconds {
        case ..<60: count(seconds, "second")
        case ..<3600: count(seconds / 60, "minute") + " " + count(seconds % 60, "second")
        case ..<86_400: count(seconds / 3600, "hour") + " " + count(seconds / 60 % 60, "minute")
        default: count(seconds / 86_400, "day") + " " + count(seconds / 3600 % 24, "hour")
        }
    }

    /// One unit up to years, as seen from `now`: `now`, `3 minutes ago`, `1 week from now`.
    package static func relative(_ time: Timestamp, to now: Timestamp) -> String {
        let seconds = wholeSeconds(now - time)
        let day: Int64 = 86_400
        let distance =
            switch seconds {
            case 0: ""
            case ..<60: count(seconds, "second")
            case ..<3600: count(seconds / 60, "minute")
            case ..<day: count(seconds / 3600, "hour")
            case ..<(7 * day): count(seconds / day, "day")
            case ..<(30 * day): count(seconds / (7 * day), "week")
            case ..<(360 * day): count(seconds / (30 * day), "month")
            // argo says "1 year" up to a year and a half, then "2 years".
            case ..<(720 * day): seconds < 540 * day ? "1 year" : "2 years"
            default: count(seconds / (360 * day), "year")
            }
        return distance.isEmpty ? "now" : distance + (time > now ? " from now" : " ago")
    }

    /// As Go prints a duration of whole seconds: `0s`, `1m30s`, `1h0m0s`.
    package static func durationGo(seconds: Int) -> String {
        let length = seconds.magnitude
        var text = seconds < 0 ? "-" : ""
        if length >= 3600 { text += "\(length / 3600)h" }
        if length >= 60 { text += "\(length / 60 % 60)m" }
        return text + "\(length % 60)s"
    }

    private static func count(_ number: Int64, _ unit: String) -> String {
        number == 1 ? "1 \(unit)" : "\(number) \(unit)s"
    }

    private static func wholeSeconds(_ duration: Duration) -> Int64 {
        Int64(clamping: duration.components.seconds.magnitude)
    }
}
