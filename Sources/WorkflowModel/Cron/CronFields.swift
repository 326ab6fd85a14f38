/// The five fields of a schedule: which minutes of which hours of which days.
struct CronFields: Sendable, Equatable {
    private let minutes, hours, days, months, weekdays: CronField.Choice

    private static let secondsPerDay: Int64 = 86_400
    /// As far as argo looks ahead.
    private static let horizon = 5 * 366 * secondsPerDay

    init(_ words: [Substring]) throws(CronScheduleError) {
        guard words.count == 5 else {
            throw CronScheduleError(
                "expected exactly 5 fields, found \(words.count): [\(words.joined(separator: " "))]")
        }
        minutes = try CronField.minute.choice(words[0])
        hours = try CronField.hour.choice(words[1])
        days = try CronField.day.choice(words[2])
        months = try CronField.month.choice(words[3])
        weekdays = try CronField.weekday.choice(words[4])
    }

    /// The first minute after `now` that a clock shows as wanted, where `offset` tells its seconds east of UTC.
    ///
    /// A time that the clock leaps over does not come that day; one that it shows twice comes twice.
    func next(after now: Timestamp, offset: (Timestamp) -> Int) -> Timestamp? {
        var time = now.seconds - modulo(now.seconds, 60) + 60
        let end = time + Self.horizon
        while time < end {
            let local = shown(time, offset)
            let second = modulo(local, Self.secondsPerDay)
            if !allows(dayOf: local) {
                time = start(ofDayAfter: time, showing: local, offset)
            } else if !hours.contains(Int(second / 3600)) {
                time += 3600 - second % 3600
            } else if !minutes.contains(Int(second / 60 % 60)) {
                time += 60
            } else {
                return Timestamp(seconds: time)
            }
        }
        return nil
    }

    /// Both days have to fit, or either one where both are said.
    private func allows(dayOf local: Int64) -> Bool {
        let date = CivilDate(daysSinceEpoch: Int((local - modulo(local, Self.secondsPerDay)) / Self.secondsPerDay))
        guard months.contains(date.month) else { return false }
        let fits = (days.contains(date.day), weekdays.contains(date.weekday))
        return days.isFree || weekdays.isFree ? fits.0 && fits.1 : fits.0 || fits.1
    }

    /// The first moment of the next day; where the clock was moved in between, midnight is elsewhere.
    private func start(ofDayAfter time: Int64, showing local: Int64, _ offset: (Timestamp) -> Int) -> Int64 {
        let next = time + Self.secondsPerDay - modulo(local, Self.secondsPerDay)
        let excess = modulo(shown(next, offset), Self.secondsPerDay)
        // Late in a day: the clock went back, and this day is not over. Early: it leapt, unless it leapt over midnight.
        guard excess > 0, excess < Self.secondsPerDay / 2 else { return next }
        return modulo(shown(next - excess, offset), Self.secondsPerDay) == 0 ? next - excess : next
    }

    /// What a clock shows, as seconds since its 1970 began.
    private func shown(_ time: Int64, _ offset: (Timestamp) -> Int) -> Int64 {
        time + Int64(offset(Timestamp(seconds: time)))
    }

    private func modulo(_ number: Int64, _ divisor: Int64) -> Int64 {
        let rest = number % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
