/// Finds the moments behind times of day: a dashboard's log lines tell no date.
///
///     startTime 2025-07-10T23:59:50Z
///     "23:59:55"                         2025-07-10T23:59:55Z
///     "00:00:05"                         2025-07-11T00:00:05Z, since the line before it was later
///
/// A line is as close behind the one before it, or the start, as its time of day allows. Clocks that differ by less
/// than an hour do not make a day of it.
struct DashboardClock {
    private static let slack = Duration.seconds(3_600)
    private static let day = Duration.seconds(86_400)

    /// Seconds east of UTC in which the start is told, and so the times of day.
    private let offset: Int64
    private var last: Timestamp?

    /// Without a start that can be read there are no dates.
    init(startText: String) {
        last = Timestamp(rfc3339: startText)
        offset = Self.offset(of: startText)
    }

    /// nil for what is no time; a whole RFC 3339 time stands for itself.
    mutating func time(of text: String) -> Timestamp? {
        if let whole = Timestamp(rfc3339: text) {
            last = max(whole, last ?? whole)
            return whole
        }
        guard let last, let second = Self.secondOfDay(text) else { return nil }
        let local = last.seconds + offset
        let midnight = local - (local % 86_400 + 86_400) % 86_400
        var time = Timestamp(seconds: midnight + second - offset)
        if time < last - Self.slack { time = time + Self.day }
        let dayBefore = time - Self.day
        if dayBefore >= last - Self.slack { time = dayBefore }
        self.last = max(last, time)
        return time
    }

    /// `15:04:05`, also with a fraction, which does not count.
    private static func secondOfDay(_ text: String) -> Int64? {
        let whole =
            text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? ""
        guard whole.utf8.count == 8, let length = Duration(dashboard: whole), length < day else { return nil }
        return length.components.seconds
    }

    /// Of `…+05:30`, in seconds.
    private static func offset(of text: String) -> Int64 {
        let zone = text.suffix(6)
        guard let sign = zone.first, sign == "+" || sign == "-",
            let size = Duration(dashboard: String(zone.dropFirst()))
        else { return 0 }
        return size.components.seconds * 60 * (sign == "-" ? -1 : 1)
    }
}
