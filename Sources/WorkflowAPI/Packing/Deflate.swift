/// Deflates bytes (RFC 1951) into one block with Huffman codes of its own.
struct Deflate {
    private let input: [UInt8]
    private var copies: CopyFinder
    private var tokens: [Token] = []
    private var writer: BitWriter

    /// The symbol that ends a block; those after it are lengths of copies.
    private static let end = 256

    /// One literal byte, or a copy of what came before.
    private enum Token {
        case literal(UInt8)
        case copy(length: UInt16, distance: UInt16)
    }

    /// `bytes` in deflated form, behind what stands in `start`.
    static func deflated(_ bytes: [UInt8], after start: [UInt8] = []) -> [UInt8] {
        var deflate = Deflate(input: bytes, copies: CopyFinder(bytes), writer: BitWriter(after: start))
        deflate.findTokens()
        deflate.writeBlock()
        return deflate.writer.bytes
    }

    private init(input: [UInt8], copies: CopyFinder, writer: BitWriter) {
        self.input = input
        self.copies = copies
        self.writer = writer
    }

    /// A copy is put off where one byte later there is a longer one.
    private mutating func findTokens() {
        var place = 0
        var found = copies.copy(at: 0)
        while place < input.count {
            copies.pass(place)
            let isLong = found.map { $0.length >= CopyFinder.goodLength } ?? false
            let next = isLong ? nil : copies.copy(at: place + 1)
            if let copy = found, copy.length >= next?.length ?? 0 {
                tokens.append(.copy(length: UInt16(copy.length), distance: UInt16(copy.distance)))
                for passed in place + 1..<place + copy.length { copies.pass(passed) }
                place += copy.length
                found = copies.copy(at: place)
            } else {
                tokens.append(.literal(input[place]))
                place += 1
                found = next
            }
        }
    }

    private mutating func writeBlock() {
        var literalCounts = [Int](repeating: 0, count: Self.end + 1 + Inflate.lengths.count)
        var distanceCounts = [Int](repeating: 0, count: Inflate.distances.count)
        literalCounts[Self.end] = 1
        for token in tokens {
            switch token {
            case .literal(let byte): literalCounts[Int(byte)] += 1
            case .copy(let length, let distance):
                literalCounts[Self.lengthSymbols[Int(length)]] += 1
                distanceCounts[Self.symbol(ofDistance: Int(distance))] += 1
            }
        }
        let literalLengths = HuffmanCode.lengths(for: literalCounts)
        let distanceLengths = HuffmanCode.lengths(for: distanceCounts)
        writeHead(literalLengths, distanceLengths)
        write(tokens, literalLengths, distanceLengths)
        writer.finish()
    }

    /// The last block, with codes of its own. The lengths of their words are written in four bits each, which is a code
    /// for lengths too: 158 bytes for them are not worth a better one.
    private mutating func writeHead(_ literalLengths: [Int], _ distanceLengths: [Int]) {
        writer.put(1, 1)
        writer.put(2, 2)
        writer.put(literalLengths.count - 257, 5)
        writer.put(distanceLengths.count - 1, 5)
        writer.put(Inflate.lengthOrder.count - 4, 4)
        let lengthLengths = (0..<19).map { $0 <= HuffmanCode.maximumLength ? 4 : 0 }
        for symbol in Inflate.lengthOrder { writer.put(lengthLengths[symbol], 3) }
        let words = HuffmanCode.words(lengths: lengthLengths)
        for length in literalLengths + distanceLengths { writer.put(words[length], 4) }
    }

    private mutating func write(_ tokens: [Token], _ literalLengths: [Int], _ distanceLengths: [Int]) {
        let literals = HuffmanCode.words(lengths: literalLengths)
        let distances = HuffmanCode.words(lengths: distanceLengths)
        for token in tokens {
            switch token {
            case .literal(let byte): writer.put(literals[Int(byte)], literalLengths[Int(byte)])
            case .copy(let length, let distance):
                let symbol = Self.lengthSymbols[Int(length)]
                let place = symbol - Self.end - 1
                writer.put(literals[symbol], literalLengths[symbol])
                writer.put(Int(length) - Inflate.lengths[place], Inflate.lengthBits[place])
                let code = Self.symbol(ofDistance: Int(distance))
                writer.put(distances[code], distanceLengths[code])
                writer.put(Int(distance) - Inflate.distances[code], Inflate.distanceBits[code])
            }
        }
        writer.put(literals[Self.end], literalLengths[Self.end])
    }

    /// For every length its symbol.
    private static let lengthSymbols = (0...CopyFinder.longest).map { length in
        Self.end + 1 + (Inflate.lengths.lastIndex { $0 <= length } ?? 0)
    }

    private static func symbol(ofDistance distance: Int) -> Int {
        // Two symbols for every power of two.
        let beyond = distance - 1
        if beyond < 4 { return beyond }
        let power = Int.bitWidth - beyond.leadingZeroBitCount - 1
        return 2 * power + (beyond >> (power - 1) & 1)
    }
}
