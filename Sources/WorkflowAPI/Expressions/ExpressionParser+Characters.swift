/// Escapes and sets of characters.
extension ExpressionParser {
    mutating func escape() throws(ExpressionError) -> Expression {
        for (words, place) in Self.places where take(words) { return .place(place) }
        if let set = try namedClass() { return .one(of: set) }
        return literal(try escapedCharacter())
    }

    private static let places: [(String, Expression.Place)] = [
        (#"\A"#, .textStart), (#"\z"#, .textEnd), (#"\b"#, .wordBoundary), (#"\B"#, .noWordBoundary),
    ]

    /// `[a-z_]`, `[^\d[:space:]]`, `[]a]`.
    mutating func set() throws(ExpressionError) -> ScalarSet {
        at += 1
        let isInverted = take("^")
        var ranges: [ClosedRange<UInt32>] = []
        var isFirst = true
        while isFirst || next != "]" {
            guard let scalar = next else { throw .init("a [ has no ]") }
            defer { isFirst = false }
            if let set = try posixClass() {
                ranges += set.ranges
                continue
            }
            if scalar == "\\", let set = try namedClass() {
                ranges += set.ranges
                continue
            }
            let first = try member()
            guard next == "-", at + 1 < text.count, text[at + 1] != "]" else {
                ranges.append(first...first)
                continue
            }
            at += 1
            let last = try member()
            guard first <= last else { throw .init("a range in [ ] goes backwards") }
            ranges.append(first...last)
        }
        at += 1
        let set = flags.foldsCase ? ScalarSet(ranges).folded : ScalarSet(ranges)
        return isInverted ? set.inverted : set
    }

    private mutating func member() throws(ExpressionError) -> UInt32 {
        guard let scalar = next else { throw .init("a [ has no ]") }
        if scalar == "\\" { return try escapedCharacter() }
        at += 1
        return scalar.value
    }

    /// `[:alpha:]` and `[:^alpha:]`, within a set.
    private mutating func posixClass() throws(ExpressionError) -> ScalarSet? {
        let beginning = at
        guard take("[:") else { return nil }
        let isInverted = take("^")
        let start = at
        while let scalar = next, ("a"..."z").contains(scalar) { at += 1 }
        let name = String(String.UnicodeScalarView(text[start..<at]))
        guard take(":]") else {
            at = beginning
            return nil
        }
        guard let set = ScalarSet(posix: name) else { throw .init("[:\(name):] is no class of characters") }
        return isInverted ? set.inverted : set
    }

    /// `\d`, `\pL`, `\p{Lu}`, `\P{^Lu}`; nil where the escape is another.
    private mutating func namedClass() throws(ExpressionError) -> ScalarSet? {
        guard at + 1 < text.count, let letter = UInt8(exactly: text[at + 1].value) else { return nil }
        if let set = ScalarSet(perl: letter) {
            at += 2
            return set
        }
        guard letter | 0x20 == UInt8(ascii: "p") else { return nil }
        at += 2
        var isInverted = letter == UInt8(ascii: "P")
        var name = ""
        if take("{") {
            if take("^") { isInverted.toggle() }
            while let scalar = next, scalar != "}" {
                name.unicodeScalars.append(scalar)
                at += 1
            }
            guard take("}") else { throw .init(#"\p{ has no }"#) }
        } else if let scalar = next {
            name.unicodeScalars.append(scalar)
            at += 1
        }
        guard let set = ScalarSet(category: name) else {
            throw .init(#"\p{\#(name)} is no general category such as L, Lu or Nd; scripts are not known here"#)
        }
        let folded = flags.foldsCase ? set.folded : set
        return isInverted ? folded.inverted : folded
    }

    /// `\.`, `\n`, `\x41`, `\x{1F600}`, `\101`.
    private mutating func escapedCharacter() throws(ExpressionError) -> UInt32 {
        at += 1
        guard let scalar = next else { throw .init(#"there is nothing after the last \"#) }
        at += 1
        switch scalar {
        case "a": return 0x07
        case "f": return 0x0C
        case "n": return 0x0A
        case "r": return 0x0D
        case "t": return 0x09
        case "v": return 0x0B
        case "x": return try hexadecimal()
        case "0": return octal(from: 0)
        case "1"..."7" where next.map { ("0"..."7").contains($0) } == true: return octal(from: scalar.value - 0x30)
        case "0"..."9": throw .init(#"\\#(scalar) refers back to a group, which is none here"#)
        case "a"..."z", "A"..."Z": throw .init(#"\\#(scalar) is no escape that is known here"#)
        case _ where scalar.isASCII: return scalar.value
        default: throw .init(#"\\#(scalar) is no escape; the character stands for itself"#)
        }
    }

    /// Up to three digits, of which the first has been read.
    private mutating func octal(from first: UInt32) -> UInt32 {
        var value = first
        for _ in 0..<2 {
            guard let scalar = next, ("0"..."7").contains(scalar) else { break }
            value = value * 8 + scalar.value - 0x30
            at += 1
        }
        return value
    }

    private mutating func hexadecimal() throws(ExpressionError) -> UInt32 {
        let isBraced = take("{")
        let start = at
        while let scalar = next, scalar.properties.isASCIIHexDigit, isBraced || at < start + 2 { at += 1 }
        let digits = String(String.UnicodeScalarView(text[start..<at]))
        guard let value = UInt32(digits, radix: 16), value <= ScalarSet.last, isBraced || digits.utf8.count == 2,
            !isBraced || take("}")
        else { throw .init(#"\x wants two digits, or {…} with the number of a character"#) }
        return value
    }
}
