/// A canonical Huffman code: symbols of the same length follow each other in order, shorter ones come first.
struct HuffmanCode {
    static let maximumLength = 15

    /// For every pattern of the next bits the symbol and its length, `symbol << 4 | length`; 0 where none fits.
    private let table: [UInt16]
    private let width: Int

    /// - Parameter lengths: the bits of each symbol's code, 0 for symbols that do not occur.
    init(lengths: [Int]) throws(GzipError) {
        // Each code takes its share of all patterns; more than all of them cannot be had.
        let patterns = lengths.reduce(0) { $0 + ($1 > 0 ? 1 << (Self.maximumLength - $1) : 0) }
        guard patterns <= 1 << Self.maximumLength else { throw .corrupt }
        self.init(possible: lengths)
    }

    private init(possible lengths: [Int]) {
        width = max(lengths.max() ?? 0, 1)
        var table = [UInt16](repeating: 0, count: 1 << width)
        for (symbol, word) in Self.words(lengths: lengths).enumerated() where lengths[symbol] > 0 {
            let length = lengths[symbol]
            var pattern = word
            while pattern < table.count {
                table[pattern] = UInt16(symbol << 4 | length)
                pattern += 1 << length
            }
        }
        self.table = table
    }

    /// The symbol whose code comes next, and the bits that it takes; nil where none does.
    func symbol(in bits: UInt64) -> (symbol: Int, length: Int)? {
        let entry = table[Int(bits & (1 << UInt64(width) - 1))]
        return entry == 0 ? nil : (Int(entry >> 4), Int(entry & 0xF))
    }

    /// The word of each symbol, its first bit the lowest one, as it is read and written.
    static func words(lengths: [Int]) -> [Int] {
        var nextWords = [Int](repeating: 0, count: maximumLength + 1)
        var word = 0
        for length in 1...maximumLength {
            nextWords[length] = word
            word = (word + lengths.count { $0 == length }) << 1
        }
        return lengths.map { length in
            defer { nextWords[length] += 1 }
            return reversed(nextWords[length], length)
        }
    }

    private static func reversed(_ code: Int, _ length: Int) -> Int {
        (0..<length).reduce(0) { $0 << 1 | (code >> $1 & 1) }
    }

    static let fixedLiterals = HuffmanCode(
        possible: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
    static let fixedDistances = HuffmanCode(possible: [Int](repeating: 5, count: 30))
}
