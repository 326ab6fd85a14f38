/// What Go's `time.ParseDuration` reads: `1h30m`, `-1.5s`, `300ms`, `0`.
enum GoDuration {
    private static let units: Set<String> = ["ns", "us", "µs", "μs", "ms", "s", "m", "h"]

    static func isValid(_ text: String) -> Bool {
        var rest = Substring(text)
        if let sign = rest.first, sign == "-" || sign == "+" { rest.removeFirst() }
        if rest == "0" { return true }
        guard !rest.isEmpty else { return false }
        while !rest.isEmpty {
            let number = rest.prefix { $0.isASCIIDigit || $0 == "." }
            rest = rest[number.endIndex...]
            let unit = rest.prefix { !$0.isASCIIDigit && $0 != "." }
            rest = rest[unit.endIndex...]
            guard number.contains(where: \.isASCIIDigit), number.count(where: { $0 == "." }) <= 1,
                units.contains(String(unit))
            else { return false }
        }
        return true
    }
}

extension Character {
    var isASCIIDigit: Bool { "0"..."9" ~= self && isASCII }
}
