/// Undoes deflate (RFC 1951): blocks of literal bytes, and of copies of what came out before.
///
/// Bits are taken from the lowest of each byte on. A block starts with one bit that says whether it is the last and two
/// that say how it is coded: stored, by the fixed Huffman code, or by one that it brings along.
struct Inflate {
    /// How far back a copy may reach.
    private static let window = 32_768
    /// What comes out at a time, or a little more.
    private static let pieceSize = 65_536

    private let input: [UInt8]
    /// The next byte to take.
    private var place: Int
    /// Bits taken from the input and not used, the next one lowest.
    private var bits: UInt64 = 0
    private var bitCount = 0
    /// The codes of the block that is being read.
    private var codes: (literals: HuffmanCode, distances: HuffmanCode)?
    private var isLastBlock = false
    /// What copies may reach, and behind it what has not been handed over.
    private var output: [UInt8] = []
    private var handedOver = 0

    init(_ input: [UInt8], at start: Int) {
        self.input = input
        place = start
    }

    /// The first byte behind the deflated data, once it has been read.
    var position: Int { place - bitCount / 8 }

    /// The next bytes that come out; nil when all have.
    mutating func next() throws(GzipError) -> ArraySlice<UInt8>? {
        if handedOver > Self.window {
            output.removeFirst(handedOver - Self.window)
            handedOver = Self.window
        }
        while output.count - handedOver < Self.pieceSize, codes != nil || !isLastBlock {
            if let (literals, distances) = codes {
                if try decode(literals, distances) { codes = nil }
            } else {
                isLastBlock = try take(1) == 1
                switch try take(2) {
                case 0: try copyStored()
                case 1: codes = (.fixedLiterals, .fixedDistances)
                case 2: codes = try readCodes()
                default: throw .corrupt
                }
            }
        }
        guard handedOver < output.count else { return nil }
        defer { handedOver = output.count }
        return output[handedOver...]
    }

    private mutating func copyStored() throws(GzipError) {
        let isAligned = bitCount % 8
        bits >>= UInt64(isAligned)
        bitCount -= isAligned
        let length = try take(16)
        guard try take(16) == length ^ 0xFFFF else { throw .corrupt }
        let start = position
        guard start + length <= input.count else { throw .cutOff }
        output.append(contentsOf: input[start..<start + length])
        place = start + length
        bits = 0
        bitCount = 0
    }

    /// Goes on with a block until there is a piece; whether the block has come to its end.
    private mutating func decode(_ literals: HuffmanCode, _ distances: HuffmanCode) throws(GzipError) -> Bool {
        while output.count - handedOver < Self.pieceSize {
            let symbol = try take(literals)
            if symbol < 256 {
                output.append(UInt8(symbol))
                continue
            }
            if symbol == 256 { return true }
            guard symbol - 257 < Self.lengths.count else { throw .corrupt }
            let length = Self.lengths[symbol - 257] + (try take(Self.lengthBits[symbol - 257]))
            let code = try take(distances)
            guard code < Self.distances.count else { throw .corrupt }
            let distance = Self.distances[code] + (try take(Self.distanceBits[code]))
            guard distance <= output.count else { throw .corrupt }
            // What is copied may be what this copy has just written.
            for _ in 0..<length { output.append(output[output.count - distance]) }
        }
        return false
    }

    /// The codes of a block that brings its own: their lengths, which are themselves coded.
    private mutating func readCodes() throws(GzipError) -> (literals: HuffmanCode, distances: HuffmanCode) {
        let literalCount = try take(5) + 257
        let distanceCount = try take(5) + 1
        let lengthCount = try take(4) + 4
        var lengthLengths = [Int](repeating: 0, count: 19)
        for place in Self.lengthOrder.prefix(lengthCount) { lengthLengths[place] = try take(3) }
        let lengthCode = try HuffmanCode(lengths: lengthLengths)
        var lengths: [Int] = []
        while lengths.count < literalCount + distanceCount {
            switch try take(lengthCode) {
            case 16:
                guard let last = lengths.last else { throw .corrupt }
                lengths.append(contentsOf: repeatElement(last, count: 3 + (try take(2))))
            case 17: lengths.append(contentsOf: repeatElement(0, count: 3 + (try take(3))))
            case 18: lengths.append(contentsOf: repeatElement(0, count: 11 + (try take(7))))
            case let length: lengths.append(length)
            }
        }
        guard lengths.count == literalCount + distanceCount else { throw .corrupt }
        return (
            try HuffmanCode(lengths: Array(lengths[..<literalCount])),
            try HuffmanCode(lengths: Array(lengths[literalCount...]))
        )
    }

    private mutating func fill() {
        while bitCount <= 48, place < input.count {
            bits |= UInt64(input[place]) << UInt64(bitCount)
            bitCount += 8
            place += 1
        }
    }

    /// Takes a number of bits.
    private mutating func take(_ count: Int) throws(GzipError) -> Int {
        if bitCount < count { fill() }
        guard bitCount >= count else { throw .cutOff }
        defer {
            bits >>= UInt64(count)
            bitCount -= count
        }
        return Int(bits & (1 << UInt64(count) - 1))
    }

    /// Takes one symbol of a code.
    private mutating func take(_ code: HuffmanCode) throws(GzipError) -> Int {
        if bitCount < HuffmanCode.maximumLength { fill() }
        guard let (symbol, length) = code.symbol(in: bits) else {
            throw bitCount < HuffmanCode.maximumLength ? .cutOff : .corrupt
        }
        guard length <= bitCount else { throw .cutOff }
        bits >>= UInt64(length)
        bitCount -= length
        return symbol
    }

    static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    static let lengths = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    static let distances = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145,
        8193, 12289, 16385, 24577,
    ]
    static let distanceBits = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
}
