/// Writes numbers bit by bit, from the lowest bit of each byte on.
struct BitWriter {
    private(set) var bytes: [UInt8] = []
    private var bits: UInt64 = 0
    private var count = 0

    init(after bytes: [UInt8] = []) { self.bytes = bytes }

    /// Adds the lowest bits of a number; not more than 32 at a time.
    mutating func put(_ value: Int, _ width: Int) {
        bits |= UInt64(truncatingIfNeeded: value) << UInt64(count)
        count += width
        while count >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
            count -= 8
        }
    }

    /// Fills up the last byte.
    mutating func finish() {
        if count > 0 { put(0, 8 - count) }
    }
}
