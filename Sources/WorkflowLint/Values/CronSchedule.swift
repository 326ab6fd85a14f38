// The schedules that argo reads:
//
//     30 4 * * 1-5                      minute, hour, day of the month, month, day of the week
//     0 */2 1,15 JAN-MAR ?              lists, ranges, steps, names; '?' is '*'
//     CRON_TZ=Europe/Berlin 0 9 * * *   in a time zone
//     @hourly   @every 1h30m
//
// The sentences are those of the library that argo reads them with.

/// Whether a text is a schedule, and what is wrong with it if not.
enum CronSchedule {
    private static let descriptors: Set<String> = [
        "@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly",
    ]

    static func problem(in text: String) -> String? {
        var words = text.split { $0 == " " || $0 == "\t" }
        if let first = words.first, first.hasPrefix("CRON_TZ=") || first.hasPrefix("TZ=") { words.removeFirst() }
        guard let first = words.first else { return "empty spec string" }
        if first.hasPrefix("@") { return problem(inDescriptor: words) }
        guard words.count == 5 else {
            return "expected exactly 5 fields, found \(words.count): [\(words.joined(separator: " "))]"
        }
        for (word, field) in zip(words, CronField.all) {
            if let problem = field.problem(in: word) { return problem }
        }
        return nil
    }

    private static func problem(inDescriptor words: [Substring]) -> String? {
        let text = words.joined(separator: " ")
        if words[0] == "@every" {
            let isValid = words.count == 2 && GoDuration.isValid(String(words[1]))
            return isValid ? nil : "failed to parse duration \(text)"
        }
        return descriptors.contains(text) ? nil : "unrecognized descriptor: \(text)"
    }
}
