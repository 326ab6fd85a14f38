/// The classes of characters that have names: `\d`, `[:alpha:]`, `\pL`.
extension ScalarSet {
    static let digits = ScalarSet([0x30...0x39])
    static let wordCharacters = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    static let spaces = ScalarSet([0x09...0x0A, 0x0C...0x0D, 0x20...0x20])
    static let newline = ScalarSet(0x0A)

    /// `\d`, `\s`, `\w` and what is not in them: ASCII only, as in RE2.
    init?(perl letter: UInt8) {
        let set: ScalarSet
        switch letter | 0x20 {
        case UInt8(ascii: "d"): set = .digits
        case UInt8(ascii: "s"): set = .spaces
        case UInt8(ascii: "w"): set = .wordCharacters
        default: return nil
        }
        self = letter & 0x20 == 0 ? set.inverted : set
    }

    /// A class of POSIX by its name, such as `alpha`.
    init?(posix name: String) {
        let ranges: [ClosedRange<UInt32>]
        switch name {
        case "alnum": ranges = [0x30...0x39, 0x41...0x5A, 0x61...0x7A]
        case "alpha": ranges = [0x41...0x5A, 0x61...0x7A]
        case "ascii": ranges = [0x00...0x7F]
        case "blank": ranges = [0x09...0x09, 0x20...0x20]
        case "cntrl": ranges = [0x00...0x1F, 0x7F...0x7F]
        case "digit": ranges = [0x30...0x39]
        case "graph": ranges = [0x21...0x7E]
        case "lower": ranges = [0x61...0x7A]
        case "print": ranges = [0x20...0x7E]
        case "punct": ranges = [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]
        case "space": ranges = [0x09...0x0D, 0x20...0x20]
        case "upper": ranges = [0x41...0x5A]
        case "word": ranges = [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
        case "xdigit": ranges = [0x30...0x39, 0x41...0x46, 0x61...0x66]
        default: return nil
        }
        self.init(ranges)
    }

    /// A general category by its short name: `L`, `Lu`, `Nd`; `Any` has everything.
    init?(category name: String) {
        if name == "Any" {
            self = .all
            return
        }
        let isGroup = name.utf8.count == 1
        guard Unicode.GeneralCategory.known.contains(where: { isGroup ? $0.hasPrefix(name) : $0 == name }) else {
            return nil
        }
        var ranges: [ClosedRange<UInt32>] = []
        var start: UInt32?
        for value in 0...Self.last + 1 {
            let short = Unicode.Scalar(value).map(\.properties.generalCategory.shortName)
            if short.map({ isGroup ? $0.hasPrefix(name) : $0 == name }) == true {
                start = start ?? value
            } else if let first = start {
                ranges.append(first...value - 1)
                start = nil
            }
        }
        self.init(ranges)
    }

    /// With the other cases of its characters: `k` has `K` and the Kelvin sign.
    var folded: ScalarSet {
        var ranges = ranges
        for range in self.ranges where range.lowerBound <= Self.lastCased {
            for value in range.lowerBound...min(range.upperBound, Self.lastCased) {
                ranges += Self.otherCases(of: value).map { $0...$0 }
            }
        }
        return ScalarSet(ranges)
    }

    /// No script above it has cases.
    private static let lastCased: UInt32 = 0x1_E943

    private static func otherCases(of value: UInt32) -> [UInt32] {
        switch value {
        case 0x4B, 0x6B: return [0x4B, 0x6B, 0x212A]
        case 0x53, 0x73: return [0x53, 0x73, 0x17F]
        case ..<0x80:
            let isLetter = (0x61...0x7A).contains(value | 0x20)
            return isLetter ? [value ^ 0x20] : []
        default: return caseKey(of: value).flatMap { cases[$0] } ?? []
        }
    }

    /// Characters that differ in case only, by what they have in common; from `Σ` alone one does not get to `ς`.
    private static let cases: [UInt32: [UInt32]] = {
        var cases: [UInt32: [UInt32]] = [:]
        for value in 0...lastCased { if let key = caseKey(of: value) { cases[key, default: []].append(value) } }
        return cases.filter { $0.value.count > 1 }
    }()

    private static func caseKey(of value: UInt32) -> UInt32? {
        Unicode.Scalar(value).flatMap { single($0.properties.uppercaseMapping) }.flatMap(Unicode.Scalar.init)
            .flatMap { single($0.properties.lowercaseMapping) }
    }

    /// A mapping to several characters is none between characters.
    private static func single(_ mapping: String) -> UInt32? {
        mapping.unicodeScalars.count == 1 ? mapping.unicodeScalars.first?.value : nil
    }
}

extension Unicode.GeneralCategory {
    fileprivate static let known = [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po",
        "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co",
    ]

    /// As the Unicode standard abbreviates it, and patterns name it.
    fileprivate var shortName: String {
        switch self {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        case .unassigned: "Cn"
        @unknown default: "Cn"
        }
    }
}
