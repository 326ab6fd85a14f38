import DocumentKit

/// Code points that no set of an expression tells apart, under one number.
struct ScalarClasses: Sendable {
    /// What a class is to a place between two characters.
    enum Kind: Sendable {
        case newline, word, other
    }

    /// By the code point.
    private let ascii: [UInt16]
    /// The first code point of each run of one class, and that class.
    private let starts: [UInt32]
    private let classes: [UInt16]
    /// By the class: what it is, and the sets that have it.
    private(set) var kinds: [Kind] = []
    private var members: [[Bool]] = []

    var count: Int { kinds.count }

    init(telling sets: [ScalarSet]) {
        let all = sets + [.wordCharacters, .newline]
        let bounds = all.flatMap { set in set.ranges.flatMap { [$0.lowerBound, $0.upperBound + 1] } }
        let starts = Set(bounds + [0]).filter { $0 <= ScalarSet.last }.sorted()
        var numbers: [[Bool]: UInt16] = [:]
        var classes: [UInt16] = []
        for start in starts {
            let membership = all.map { $0.contains(start) }
            let number = numbers[membership] ?? UInt16(clamping: numbers.count)
            if numbers.updateValue(number, forKey: membership) == nil {
                members.append(membership)
                kinds.append(
                    membership[sets.count] ? .word : membership[sets.count + 1] ? .newline : .other)
            }
            classes.append(number)
        }
        self.starts = starts
        self.classes = classes
        var place = 0
        ascii = (0..<128).map { (scalar: UInt32) in
            if place + 1 < starts.count, starts[place + 1] <= scalar { place += 1 }
            return classes[place]
        }
    }

    func has(_ number: Int, in set: Int) -> Bool { members[number][set] }

    /// The class of the character at `offset`, which moves behind it; a byte that is no text counts as U+FFFD.
    func next(in line: borrowing Span<UInt8>, at offset: inout Int) -> Int {
        let byte = line[offset]
        if byte < 0x80 {
            offset += 1
            return Int(ascii[Int(byte)])
        }
        guard let length = UTF8Sequence.length(line, at: offset) else {
            offset += 1
            return number(of: 0xFFFD)
        }
        let scalar = UTF8Sequence.scalar(line, at: offset, length: length)
        offset += length
        return number(of: scalar.value)
    }

    private func number(of scalar: UInt32) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= scalar { low = middle } else { high = middle }
        }
        return Int(classes[low])
    }
}
