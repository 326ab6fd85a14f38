// The schedules that argo reads:
//
//     30 4 * * 1-5                      minute, hour, day of the month, month, day of the week
//     0 */2 1,15 JAN-MAR ?              lists, ranges, steps, names; '?' is '*'
//     CRON_TZ=Europe/Berlin 0 9 * * *   in a time zone
//     @hourly   @every 1h30m

/// When a cron workflow runs.
package struct CronSchedule: Sendable, Equatable {
    /// The time zone that the schedule itself names.
    package let zone: String?
    private let rule: Rule

    private enum Rule: Equatable {
        case fields(CronFields)
        case every(seconds: Int)
    }

    private static let descriptors = [
        "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@monthly": "0 0 1 * *", "@weekly": "0 0 * * 0",
        "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@hourly": "0 * * * *",
    ]

    package init(_ text: String) throws(CronScheduleError) {
        var words = text.split { $0 == " " || $0 == "\t" }
        var zone: String?
        if let first = words.first, first.hasPrefix("CRON_TZ=") || first.hasPrefix("TZ=") {
            zone = first.split(separator: "=", maxSplits: 1).last.map(String.init)
            words.removeFirst()
        }
        self.zone = zone
        guard let first = words.first else { throw CronScheduleError("empty spec string") }
        rule = first.hasPrefix("@") ? try Self.described(words) : .fields(try CronFields(words))
    }

    /// Whether it counts from its last run, not by the clock.
    var isInterval: Bool { if case .every = rule { true } else { false } }

    /// What is wrong with a text that should be a schedule; nil if nothing is.
    package static func problem(in text: String) -> String? {
        do {
            _ = try CronSchedule(text)
            return nil
        } catch {
            return error.message
        }
    }

    /// The first time after `now`, in a zone whose seconds east of UTC `offset` tells.
    ///
    /// Nil where there is none in the five years to come, or where it hangs on a `last` run that is not known.
    package func next(after now: Timestamp, last: Timestamp?, offset: (Timestamp) -> Int) -> Timestamp? {
        switch rule {
        case .fields(let fields): return fields.next(after: now, offset: offset)
        case .every(let seconds):
            // It counts from its last run, and once more from each start of the controller.
            let next = last.map { $0 + .seconds(seconds) }
            return next.flatMap { $0 > now ? $0 : nil }
        }
    }

    private static func described(_ words: [Substring]) throws(CronScheduleError) -> Rule {
        let text = words.joined(separator: " ")
        if words[0] == "@every" {
            guard words.count == 2, let seconds = GoDuration.seconds(String(words[1])) else {
                throw CronScheduleError("failed to parse duration \(text)")
            }
            return .every(seconds: max(1, Int(min(seconds, 1e12))))
        }
        guard let fields = descriptors[text] else { throw CronScheduleError("unrecognized descriptor: \(text)") }
        return .fields(try CronFields(fields.split(separator: " ")))
    }
}
