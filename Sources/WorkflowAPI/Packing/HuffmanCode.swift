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
        var nextCodes = [Int](repeating: 0, count: Self.maximumLength + 1)
        var code = 0
        for length in 1...Self.maximumLength {
            nextCodes[length] = code
            code = (code + lengths.count { $0 == length }) << 1
        }
        var table = [UInt16](repeating: 0, count: 1 << width)
        for (symbol, length) in lengths.enumerated() where length > 0 {
            // The first bit of a code is the lowest one of what is read.
            var pattern = Self.reversed(nextCodes[length], length)
            nextCodes[length] += 1
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

    private static func reversed(_ code: Int, _ length: Int) -> Int {
        (0..<length).reduce(0) { $0 << 1 | (code >> $1 & 1) }
    }

    static let fixedLiterals = HuffmanCode(
        possible: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
    static let fixedDistances = HuffmanCode(possible: [Int](repeating: 5, count: 30))
}
