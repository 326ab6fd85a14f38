/// What readers of YAML 1.1, kubectl and the rest of Go's YAML among them, take for something else than text though the
/// core schema does not:
/// ```
/// y No on <<  =               words
/// 1_000 1e1_0 1_e5            numbers; underscores may stand anywhere in them
/// 0b11 0B11 -0b1 +0x1f 0O17   in other bases, with a sign or a capital
/// 1:30 12:30:45.5             in base 60
/// 2001-12-14 2001-12-14T21:59:43Z
/// .inf -.Inf .nan
/// ```
enum YAML11 {
    static func isAmbiguous(_ text: borrowing Span<UInt8>) -> Bool {
        switch text[0] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), .minus, UInt8(ascii: "+"), .dot: isNumberOrTime(text)
        case UInt8(ascii: "<"): text.count == 2 && text[1] == UInt8(ascii: "<")
        case UInt8(ascii: "="): text.count == 1
        default: isTruthWord(text)
        }
    }

    /// `y`, `yes`, `on` and their opposites, in three spellings.
    private static func isTruthWord(_ text: borrowing Span<UInt8>) -> Bool {
        guard text.count <= 3 else { return false }
        var word: [UInt8] = []
        for at in 0..<text.count { word.append(text[at] | 0x20) }
        return ["y", "n", "yes", "no", "on", "off"].contains { $0.utf8.elementsEqual(word) }
    }

    private static func isNumberOrTime(_ text: borrowing Span<UInt8>) -> Bool {
        var digits = Digits(text)
        if digits.isDate { return true }
        digits.skipSign()
        return digits.isInfinityOrNone || digits.isOfOtherBase || digits.isDecimalOrBase60
    }

    /// The bytes of what may be a number, without its underscores.
    private struct Digits {
        private var bytes: ArraySlice<UInt8> = []

        init(_ text: borrowing Span<UInt8>) {
            for at in 0..<text.count where text[at] != UInt8(ascii: "_") { bytes.append(text[at]) }
        }

        mutating func skipSign() {
            if bytes.first == .minus || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
        }

        /// Days, with or without a time behind them.
        var isDate: Bool {
            var rest = bytes
            guard rest.takeDigits() == 4, rest.take(.minus), (1...2).contains(rest.takeDigits()), rest.take(.minus),
                (1...2).contains(rest.takeDigits())
            else { return false }
            guard let next = rest.first else { return true }
            return next.isBlank || next | 0x20 == UInt8(ascii: "t")
        }

        var isInfinityOrNone: Bool {
            ["inf", "nan"].contains { word in
                bytes.first == .dot && word.utf8.elementsEqual(bytes.dropFirst().map { $0 | 0x20 })
            }
        }

        var isOfOtherBase: Bool {
            guard bytes.count > 2, bytes.first == UInt8(ascii: "0"), let mark = bytes.dropFirst().first else {
                return false
            }
            let radix: UInt32
            switch mark | 0x20 {
            case UInt8(ascii: "b"): radix = 2
            case UInt8(ascii: "o"): radix = 8
            case UInt8(ascii: "x"): radix = 16
            default: return false
            }
            return bytes.dropFirst(2).allSatisfy { JSONEscape.hexadecimal($0).map { $0 < radix } ?? false }
        }

        /// `12`, `1.5`, `.5`, `1.`, each with an exponent or without; or `12:30:45.5`.
        var isDecimalOrBase60: Bool {
            var rest = bytes
            var digits = rest.takeDigits()
            var hasParts = false
            while digits > 0, rest.take(.colon) {
                guard (1...2).contains(rest.takeDigits()) else { return false }
                hasParts = true
            }
            if rest.take(.dot) { digits += rest.takeDigits() }
            guard digits > 0 else { return false }
            if !hasParts, rest.take(UInt8(ascii: "e")) || rest.take(UInt8(ascii: "E")) {
                _ = rest.take(.minus) || rest.take(UInt8(ascii: "+"))
                guard rest.takeDigits() > 0 else { return false }
            }
            return rest.isEmpty
        }
    }
}

extension ArraySlice<UInt8> {
    /// Takes a byte off the start if it is this one.
    fileprivate mutating func take(_ byte: UInt8) -> Bool {
        guard first == byte else { return false }
        removeFirst()
        return true
    }

    /// Takes the digits off the start.
    /// - Returns: how many there were.
    fileprivate mutating func takeDigits() -> Int {
        let digits = prefix(while: \.isDigit).count
        removeFirst(digits)
        return digits
    }
}
