// Durations as Go programs spell them, with days added:
//
//     90s   10m   1h30m   1.5h   2d   500ms   0
//
// One or more numbers, each with a unit; a fraction is allowed, a sign and spaces are not, and a number
// without a unit is only ever 0. The sum is at most what Go holds: 2^63 - 1 nanoseconds, about 292 years.

extension Duration: ArgumentValue {
    package init?(argument: String) {
        self = .zero
        if argument == "0" { return }
        var rest = argument.utf8[...]
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            guard let term = Duration.term(&rest) else { return nil }
            self += term
            if self > .nanoseconds(Int64.max) { return nil }
        }
    }

    package var argument: String {
        let (seconds, attoseconds) = components
        var text = ""
        var rest = seconds
        for (size, unit) in [(86_400, "d"), (3_600, "h"), (60, "m"), (1, "s")] as [(Int64, String)] where rest >= size {
            text += "\(rest / size)\(unit)"
            rest %= size
        }
        var nanoseconds = attoseconds / 1_000_000_000
        for (size, unit) in [(1_000_000, "ms"), (1_000, "us"), (1, "ns")] as [(Int64, String)]
        where nanoseconds >= size {
            text += "\(nanoseconds / size)\(unit)"
            nanoseconds %= size
        }
        return text.isEmpty ? "0" : text
    }

    package static var expectation: String { "expected a duration such as 90s, 10m, 1h30m or 2d" }

    /// Takes one number with its unit off the front.
    private static func term(_ rest: inout Substring.UTF8View.SubSequence) -> Duration? {
        let whole = digits(&rest)
        var fraction: Substring.UTF8View.SubSequence = ""[...].utf8
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = digits(&rest)
        }
        // 15 digits of days still fit the 128 bits of a Duration; nanoseconds need no more than 9 of a fraction.
        guard !(whole.isEmpty && fraction.isEmpty), whole.count <= 15, let unit = unit(&rest) else { return nil }
        var total = unit * (Int(Substring(whole)) ?? 0)
        var place = 1
        for digit in fraction.prefix(9) {
            place *= 10
            total += unit * Int(digit - UInt8(ascii: "0")) / place
        }
        return total
    }

    private static func digits(_ rest: inout Substring.UTF8View.SubSequence) -> Substring.UTF8View.SubSequence {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest[digits.endIndex...]
        return digits
    }

    private static func unit(_ rest: inout Substring.UTF8View.SubSequence) -> Duration? {
        let letters = rest.prefix { $0 != UInt8(ascii: ".") && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest[letters.endIndex...]
        switch Substring(letters) {
        case "ns": return .nanoseconds(1)
        case "us", "\u{b5}s", "\u{3bc}s": return .microseconds(1)
        case "ms": return .milliseconds(1)
        case "s": return .seconds(1)
        case "m": return .seconds(60)
        case "h": return .seconds(3_600)
        case "d": return .seconds(86_400)
        default: return nil
        }
    }
}
