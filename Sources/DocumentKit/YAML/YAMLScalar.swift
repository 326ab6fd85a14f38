/// The core schema of YAML 1.2: what a plain scalar means.
///
/// Two things follow Kubernetes and not the schema: `0644` is octal, as file modes in manifests are written, and `.inf` and
/// `.nan` stay text, since JSON has no such numbers. `yes`, `no`, `on` and `off` are text.
enum YAMLScalar: Equatable {
    case null
    case bool(Bool)
    /// A number that JSON spells the same way.
    case number
    /// A number as JSON has to spell it.
    case respelled(String)
    case text

    /// What a scalar means with its style and its tag.
    init(_ event: YAMLEvent, _ tag: String?, _ source: [UInt8], _ made: [UInt8]) throws(YAMLFault) {
        guard event.style == .plain || tag != nil else {
            self = .text
            return
        }
        let plain = YAMLScalar(plain: (event.isMade ? made : source).span.extracting(event.text))
        guard let tag else {
            self = plain
            return
        }
        guard tag.hasPrefix(YAMLTag.corePrefix) else {
            self = .text
            return
        }
        switch (tag.dropFirst(YAMLTag.corePrefix.count), plain) {
        case ("int", .number), ("int", .respelled), ("float", .number), ("float", .respelled), ("bool", .bool),
            ("null", .null):
            self = plain
        case ("int", _), ("float", _), ("bool", _), ("null", _), ("map", _), ("seq", _):
            throw YAMLTag.mismatch(tag, at: event.origin)
        default: self = .text
        }
    }

    /// Whether a plain scalar that starts with this byte may be more than text, or `<<`.
    @inline(__always)
    static func mayMeanMore(_ first: UInt8) -> Bool {
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), .minus, UInt8(ascii: "+"), .dot, UInt8(ascii: "~"),
            UInt8(ascii: "<"),
            UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"),
            UInt8(ascii: "F"):
            true
        default: false
        }
    }

    init(plain text: borrowing Span<UInt8>) {
        guard !text.isEmpty else {
            self = .null
            return
        }
        switch text[0] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), .minus, UInt8(ascii: "+"), .dot: self = Self.number(text)
        case UInt8(ascii: "~"): self = text.count == 1 ? .null : .text
        case UInt8(ascii: "n"), UInt8(ascii: "N"): self = Self.isWord(text, "null") ? .null : .text
        case UInt8(ascii: "t"), UInt8(ascii: "T"): self = Self.isWord(text, "true") ? .bool(true) : .text
        case UInt8(ascii: "f"), UInt8(ascii: "F"): self = Self.isWord(text, "false") ? .bool(false) : .text
        default: self = .text
        }
    }

    /// Whether a text is the word, as `word`, `Word` or `WORD`.
    private static func isWord(_ text: borrowing Span<UInt8>, _ word: StaticString) -> Bool {
        guard text.count == word.utf8CodeUnitCount else { return false }
        let isUpper = text[1] & 0x20 == 0
        if isUpper, text[0] & 0x20 != 0 { return false }
        return word.withUTF8Buffer { letters in
            for index in 0..<text.count {
                let letter = text[index]
                if letter | 0x20 != letters[index] { return false }
                if index > 1, (letter & 0x20 == 0) != isUpper { return false }
            }
            return true
        }
    }

    private static func number(_ text: borrowing Span<UInt8>) -> YAMLScalar {
        let isSigned = text[0] == .minus || text[0] == UInt8(ascii: "+")
        let first = isSigned ? 1 : 0
        guard first < text.count, text[first].isDigit || text[first] == .dot else { return .text }
        if JSONNumberScanner.isNumber(text) { return .number }
        if text[first] == UInt8(ascii: "0"), first + 1 < text.count {
            switch text[first + 1] {
            case UInt8(ascii: "x"): return isSigned ? .text : integer(text, from: 2, radix: 16, isNegative: false)
            case UInt8(ascii: "o"): return isSigned ? .text : integer(text, from: 2, radix: 8, isNegative: false)
            default:
                let octal = integer(text, from: first + 1, radix: 8, isNegative: text[0] == .minus)
                if octal != .text { return octal }
            }
        }
        return decimal(text, from: first)
    }

    private static func integer(
        _ text: borrowing Span<UInt8>, from start: Int, radix: UInt64, isNegative: Bool
    ) -> YAMLScalar {
        var value: UInt64 = 0
        guard start < text.count else { return .text }
        for index in start..<text.count {
            guard let digit = JSONEscape.hexadecimal(text[index]), UInt64(digit) < radix else { return .text }
            let (product, overflow) = value.multipliedReportingOverflow(by: radix)
            guard !overflow else { return .text }
            value = product | UInt64(digit)
        }
        return .respelled((isNegative && value > 0 ? "-" : "") + String(value))
    }

    /// `+1.50`, `.5`, `1.`, `08`, `1.e3`: digits with a point somewhere and an exponent, as JSON has to see them.
    private static func decimal(_ text: borrowing Span<UInt8>, from start: Int) -> YAMLScalar {
        var spelled: [UInt8] = text[0] == .minus ? [.minus] : []
        var at = start
        while at < text.count, text[at] == UInt8(ascii: "0") { at += 1 }
        let whole = at
        while at < text.count, text[at].isDigit { at += 1 }
        if at == whole { spelled.append(UInt8(ascii: "0")) }
        spelled.append(copying: text.extracting(whole..<at))
        var digits = at - start
        if at < text.count, text[at] == .dot {
            let fraction = at + 1
            at = fraction
            while at < text.count, text[at].isDigit { at += 1 }
            digits += at - fraction
            spelled.append(.dot)
            if at == fraction { spelled.append(UInt8(ascii: "0")) }
            spelled.append(copying: text.extracting(fraction..<at))
        }
        guard digits > 0 else { return .text }
        spelled.append(copying: text.extracting(at..<text.count))
        guard JSONNumberScanner.isNumber(spelled.span) else { return .text }
        return .respelled(String(decoding: spelled, as: UTF8.self))
    }
}
