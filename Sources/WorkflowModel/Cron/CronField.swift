/// One of the five fields of a schedule: the numbers it may hold, and their names.
struct CronField: Sendable {
    var range: ClosedRange<Int>
    /// Names of the numbers, from the range's first on.
    var names: [String] = []

    /// The numbers that a field asks for.
    struct Choice: Sendable, Equatable {
        /// Bit n stands for the number n.
        var numbers: UInt64 = 0
        /// A `*` or `?` was among them: a day of the week that is free leaves the day of the month to decide.
        var isFree = false

        func contains(_ number: Int) -> Bool { numbers >> UInt64(number) & 1 == 1 }
    }

    static let minute = CronField(range: 0...59)
    static let hour = CronField(range: 0...23)
    static let day = CronField(range: 1...31)
    static let month = CronField(
        range: 1...12, names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
    static let weekday = CronField(range: 0...6, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"])

    /// What a list of ranges asks for.
    func choice(_ list: Substring) throws(CronScheduleError) -> Choice {
        var choice = Choice()
        for part in list.split(separator: ",") { try add(part, to: &choice) }
        return choice
    }

    /// `*`, `*/5`, `3`, `3-7`, `3-7/2`, `3/2`
    private func add(_ text: Substring, to choice: inout Choice) throws(CronScheduleError) {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count <= 2 else { throw CronScheduleError("too many slashes: \(text)") }
        var step = 1
        if halves.count == 2 {
            guard let number = Self.number(halves[1]) else {
                throw CronScheduleError("failed to parse int from \(halves[1])")
            }
            if number == 0 { throw CronScheduleError("step of range should be a positive number: \(text)") }
            step = min(number, 60)
        }
        var (first, last) = (range.lowerBound, range.upperBound)
        if halves[0] == "*" || halves[0] == "?" {
            if step == 1 { choice.isFree = true }
        } else {
            (first, last) = try ends(halves[0], in: text, isOpen: halves.count == 2)
        }
        for number in stride(from: first, through: last, by: step) { choice.numbers |= 1 << UInt64(number) }
    }

    /// The first and last number of `3` or `3-7`; with a step behind it a single number goes on to the end.
    private func ends(
        _ words: Substring, in text: Substring, isOpen: Bool
    ) throws(CronScheduleError) -> (first: Int, last: Int) {
        let ends = words.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count <= 2 else { throw CronScheduleError("too many hyphens: \(text)") }
        var numbers: [Int] = []
        for end in ends {
            guard let number = value(of: end) else { throw CronScheduleError("failed to parse int from \(end)") }
            numbers.append(number)
        }
        guard let first = numbers.first, let last = numbers.last else {
            throw CronScheduleError("failed to parse int from ")
        }
        if first < range.lowerBound {
            throw CronScheduleError("beginning of range (\(first)) below minimum (\(range.lowerBound)): \(text)")
        }
        if last > range.upperBound {
            throw CronScheduleError("end of range (\(last)) above maximum (\(range.upperBound)): \(text)")
        }
        if first > last {
            throw CronScheduleError("beginning of range (\(first)) beyond end of range (\(last)): \(text)")
        }
        return (first, isOpen && ends.count == 1 ? range.upperBound : last)
    }

    private func value(of word: Substring) -> Int? {
        if let index = names.firstIndex(of: word.lowercased()) { return range.lowerBound + index }
        return Self.number(word)
    }

    private static func number(_ word: Substring) -> Int? {
        word.allSatisfy(\.isASCIIDigit) ? Int(word) : nil
    }
}
