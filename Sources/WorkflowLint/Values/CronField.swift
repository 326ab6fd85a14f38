/// One of the five fields of a schedule: the numbers it may hold, and their names.
struct CronField: Sendable {
    var range: ClosedRange<Int>
    /// Names of the numbers, from the range's first on.
    var names: [String] = []

    static let all = [
        CronField(range: 0...59),
        CronField(range: 0...23),
        CronField(range: 1...31),
        CronField(
            range: 1...12,
            names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]),
        CronField(range: 0...6, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
    ]

    /// What is wrong with a list of ranges; nil if nothing is.
    func problem(in list: Substring) -> String? {
        for part in list.split(separator: ",") {
            if let problem = problem(inRange: part) { return problem }
        }
        return nil
    }

    /// `*`, `*/5`, `3`, `3-7`, `3-7/2`, `3/2`
    private func problem(inRange text: Substring) -> String? {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return "too many slashes: \(text)" }
        if halves.count == 2 {
            guard let step = Self.number(halves[1]) else { return "failed to parse int from \(halves[1])" }
            if step == 0 { return "step of range should be a positive number: \(text)" }
        }
        if halves[0] == "*" || halves[0] == "?" { return nil }
        let ends = halves[0].split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count <= 2 else { return "too many hyphens: \(text)" }
        var numbers: [Int] = []
        for end in ends {
            guard let number = value(of: end) else { return "failed to parse int from \(end)" }
            numbers.append(number)
        }
        guard let first = numbers.first, let last = numbers.last else { return "failed to parse int from " }
        if first < range.lowerBound {
            return "beginning of range (\(first)) below minimum (\(range.lowerBound)): \(text)"
        }
        if last > range.upperBound { return "end of range (\(last)) above maximum (\(range.upperBound)): \(text)" }
        if first > last { return "beginning of range (\(first)) beyond end of range (\(last)): \(text)" }
        return nil
    }

    private func value(of word: Substring) -> Int? {
        if let index = names.firstIndex(of: word.lowercased()) { return range.lowerBound + index }
        return Self.number(word)
    }

    private static func number(_ word: Substring) -> Int? {
        word.allSatisfy(\.isASCIIDigit) ? Int(word) : nil
    }
}
