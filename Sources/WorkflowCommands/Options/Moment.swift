import ArgumentKit
import WorkflowModel

// Moments as options take them:
//
//     1h30m   2d                       before now
//     2026-01-02T15:04:05Z             RFC 3339
//     2026-01-02                       when that day began, in the zone of whoever asks

/// A moment of the past, absolute or relative.
enum Moment: Sendable, Equatable {
    case ago(Duration)
    case at(Timestamp)
    case day(CivilDate)

    /// `zoneOffset` are the seconds east of UTC at a moment.
    func timestamp(now: Timestamp, zoneOffset: (Timestamp) -> Int) -> Timestamp {
        switch self {
        case .ago(let duration): return now - duration
        case .at(let time): return time
        case .day(let date):
            let midnight = Timestamp(seconds: Int64(date.daysSinceEpoch) * 86_400)
            // The zone's offset at that midnight, not at the one in UTC: clocks may have been changed between.
            let guess = midnight - .seconds(zoneOffset(midnight))
            return midnight - .seconds(zoneOffset(guess))
        }
    }
}

extension Moment: ArgumentValue {
    init?(argument: String) {
        if let duration = Duration(argument: argument) {
            self = .ago(duration)
        } else if let time = Timestamp(rfc3339: argument) {
            self = .at(time)
        } else if let date = Self.date(argument) {
            self = .day(date)
        } else {
            return nil
        }
    }

    var argument: String {
        switch self {
        case .ago(let duration): duration.argument
        case .at(let time): time.rfc3339
        case .day(let date): String(Timestamp(seconds: Int64(date.daysSinceEpoch) * 86_400).rfc3339.prefix(10))
        }
    }

    static var expectation: String {
        "expected a duration such as 90s or 2d, a date such as 2026-01-02 or an RFC 3339 time"
    }

    private static func date(_ text: String) -> CivilDate? {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.map(\.utf8.count) == [4, 2, 2], groups.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } })
        else { return nil }
        let numbers = groups.compactMap { Int($0) }
        return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
    }
}
