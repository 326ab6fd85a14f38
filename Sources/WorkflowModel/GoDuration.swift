/// What Go's `time.ParseDuration` reads: `1h30m`, `-1.5s`, `300ms`, `0`.
package enum GoDuration {
    private static let units = [
        "ns": 1e-9, "us": 1e-6, "µs": 1e-6, "μs": 1e-6, "ms": 1e-3, "s": 1, "m": 60, "h": 3600,
    ]

    package static func isValid(_ text: String) -> Bool { seconds(text) != nil }

    /// How long it is; nil for what is no duration.
    static func seconds(_ text: String) -> Double? {
        var rest = Substring(text)
        var sign = 1.0
        if let first = rest.first, first == "-" || first == "+" {
            rest.removeFirst()
            if first == "-" { sign = -1 }
        }
        if rest == "0" { return 0 }
        guard !rest.isEmpty else { return nil }
        var sum = 0.0
        while !rest.isEmpty {
            let number = rest.prefix { $0.isASCIIDigit || $0 == "." }
            rest = rest[number.endIndex...]
            let unit = rest.prefix { !$0.isASCIIDigit && $0 != "." }
            rest = rest[unit.endIndex...]
            guard number.contains(where: \.isASCIIDigit), number.count(where: { $0 == "." }) <= 1,
                let length = units[String(unit)],
                let count = Double(number.contains(".") ? "0\(number)0" : String(number))
            else { return nil }
            sum += sign * length * count
        }
        return sum
    }
}

extension Character {
    package var isASCIIDigit: Bool { "0"..."9" ~= self && isASCII }
}
