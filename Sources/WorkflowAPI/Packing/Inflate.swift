/// Undoes deflate (RFC 1951): blocks of literal bytes, and of copies of what came out before.
///
/// Bits are taken from the lowest of each byte on. A block starts with one bit that says whether it is the last and two
/// that say how it is coded: stored, by the fixed Huffman code, or by one that it brings along.
struct Inflate {
    private let input: [UInt8]
    private let limit: Int
    /// The next byte to take.
    private var next: Int
    /// Bits taken from the input and not used, the next one lowest.
    private var bits: UInt64 = 0
    private var bitCount = 0
    private(set) var output: [UInt8] = []

    init(_ input: [UInt8], at start: Int, limit: Int) {
        self.input = input
        self.limit = limit
        next = start
    }

    /// The first byte behind the deflated data, once it has been read.
    var position: Int { next - bitCount / 8 }

    mutating func run() throws(GzipError) {
        var isLast = false
        while !isLast {
            isLast = try take(1) == 1
            switch try take(2) {
            case 0: try copyStored()
            case 1: try decode(.fixedLiterals, .fixedDistances)
            case 2:
                let (literals, distances) = try readCodes()
                try decode(literals, distances)
            default: throw .corrupt
            }
        }
    }

    private mutating func copyStored() throws(GzipError) {
        let isAligned = bitCount % 8
        bits >>= UInt64(isAligned)
        bitCount -= isAligned
        let length = try take(16)
        guard try take(16) == length ^ 0xFFFF else { throw .corrupt }
        let start = position
        guard start + length <= input.count else { throw .cutOff }
        try makeRoom(for: length)
        output.append(contentsOf: input[start..<start + length])
        next = start + length
        bits = 0
        bitCount = 0
    }

    private mutating func decode(_ literals: HuffmanCode, _ distances: HuffmanCode) throws(GzipError) {
        while true {
            let symbol = try take(literals)
            if symbol < 256 {
                try makeRoom(for: 1)
                output.append(UInt8(symbol))
                continue
            }
            if symbol == 256 { return }
            guard symbol - 257 < Self.lengths.count else { throw .corrupt }
            let length = Self.lengths[symbol - 257] + (try take(Self.lengthBits[symbol - 257]))
            let code = try take(distances)
            guard code < Self.distances.count else { throw .corrupt }
            let distance = Self.distances[code] + (try take(Self.distanceBits[code]))
            guard distance <= output.count else { throw .corrupt }
            try makeRoom(for: length)
            // What is copied may be what this copy has just written.
            for _ in 0..<length { output.append(output[output.count - distance]) }
        }
    }

    private func makeRoom(for count: Int) throws(GzipError) {
        guard output.count + count <= limit else { throw .tooLarge(limit: limit) }
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
        while bitCount <= 48, next < input.count {
            bits |= UInt64(input[next]) << UInt64(bitCount)
            bitCount += 8
            next += 1
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
