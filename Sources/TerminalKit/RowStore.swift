/// The rows of a table as bytes: no `String` and no array per row.
///
/// A row is its cells one after the other and an end byte. A cell is one run of text, or several where its style changes:
///
/// ```
/// 04 05 h e l l o             a cell: style 4 (green), 5 bytes, 5 columns
/// 40 06 04 日 本              a cell: style 0, 6 bytes but 4 columns
/// 84 01 !                     more of the cell before it, in style 4
/// FF                          the end of the row
/// ```
///
/// Lengths and widths are LEB128. Chunks keep their size, so that a long table is not copied while it grows; a row that
/// does not fit the rest of a chunk moves to a new one as a whole.
struct RowStore: Sendable {
    /// A run of text, found in its chunk.
    struct Run {
        var style: Style
        /// Whether the run goes on with the cell of the run before it.
        var continuesCell: Bool
        /// Where its bytes stand in the chunk.
        var bytes: Range<Int>
        var width: Int
    }

    private struct Start {
        var chunk: UInt32
        var offset: UInt32
    }

    private static let smallestChunk = 4_096
    private static let largestChunk = 262_144
    private static let continues: UInt8 = 0x80
    private static let hasWidth: UInt8 = 0x40
    private static let styleMask: UInt8 = 0x0F
    private static let end: UInt8 = 0xFF
    /// Bytes of a run apart from its text, and an end byte: a style, two numbers of at most ten.
    private static let overhead = 22

    private var full: [[UInt8]] = []
    private var open: [UInt8] = []
    /// How much of `open` is in use.
    private var used = 0
    private var starts: [Start] = []

    var count: Int { starts.count }

    mutating func beginRow() {
        starts.append(Start(chunk: UInt32(full.count), offset: UInt32(used)))
    }

    /// Appends a run of printable ASCII; false, and nothing is done, when `bytes` are something else.
    mutating func appendASCII(_ bytes: borrowing Span<UInt8>, style: Style, continuesCell: Bool) -> Bool {
        makeRoom(for: bytes.count)
        let head = style.rawValue | (continuesCell ? Self.continues : 0)
        var position = used
        var chunk = open.mutableSpan
        Self.put(head, &chunk, at: &position)
        Self.put(number: bytes.count, &chunk, at: &position)
        var isPrintable = true
        for index in bytes.indices {
            let byte = bytes[index]
            chunk[position] = byte
            position += 1
            if byte &- 0x20 >= 0x5F { isPrintable = false }
        }
        if isPrintable { used = position }
        return isPrintable
    }

    /// Appends a run of text that takes `width` columns.
    mutating func append(_ bytes: borrowing Span<UInt8>, width: Int, style: Style, continuesCell: Bool) {
        makeRoom(for: bytes.count)
        let head = style.rawValue | Self.hasWidth | (continuesCell ? Self.continues : 0)
        var position = used
        var chunk = open.mutableSpan
        Self.put(head, &chunk, at: &position)
        Self.put(number: bytes.count, &chunk, at: &position)
        Self.put(number: width, &chunk, at: &position)
        for index in bytes.indices { Self.put(bytes[index], &chunk, at: &position) }
        used = position
    }

    /// Begins a cell with a number and its unit; answers how many columns they take.
    mutating func append(number: Int, unit: UInt8?, style: Style) -> Int {
        var digits = InlineArray<21, UInt8>(repeating: 0)
        var start = digits.count
        if let unit {
            start -= 1
            digits[start] = unit
        }
        var rest = number.magnitude
        repeat {
            start -= 1
            digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        } while rest > 0
        if number < 0 {
            start -= 1
            digits[start] = UInt8(ascii: "-")
        }
        let text = digits.span.extracting(start...)
        _ = appendASCII(text, style: style, continuesCell: false)
        return text.count
    }

    mutating func endRow() {
        makeRoom(for: 0)
        open[used] = Self.end
        used += 1
    }

    mutating func removeAll() {
        full = []
        used = 0
        starts.removeAll(keepingCapacity: true)
    }

    /// The chunk a row stands in, and where it starts there.
    func location(of row: Int) -> (chunk: [UInt8], offset: Int) {
        let start = starts[row]
        let chunk = Int(start.chunk) < full.count ? full[Int(start.chunk)] : open
        return (chunk, Int(start.offset))
    }

    /// The run at `offset`, which moves on to the next; nil at the row's end.
    @inline(__always)
    static func nextRun(in chunk: borrowing Span<UInt8>, at offset: inout Int) -> Run? {
        let head = chunk[offset]
        if head == end { return nil }
        offset += 1
        let length = number(in: chunk, at: &offset)
        let width = head & hasWidth == 0 ? length : number(in: chunk, at: &offset)
        let start = offset
        offset += length
        return Run(
            style: Style(rawValue: head & styleMask) ?? .plain, continuesCell: head & continues != 0,
            bytes: start..<offset, width: width)
    }

    /// Sees to it that a run of `count` bytes fits behind the row that was begun.
    private mutating func makeRoom(for count: Int) {
        if open.count - used >= count + Self.overhead { return }
        let rowStart = starts.last.map { Int($0.offset) } ?? 0
        let begun = used - rowStart
        let usual = open.isEmpty ? Self.smallestChunk : min(2 * open.count, Self.largestChunk)
        var next = [UInt8](repeating: 0, count: max(usual, 2 * (begun + count + Self.overhead)))
        for index in 0..<begun { next[index] = open[rowStart + index] }
        if rowStart > 0 { full.append(open) }
        open = next
        used = begun
        if let last = starts.indices.last { starts[last] = Start(chunk: UInt32(full.count), offset: 0) }
    }

    private static func put(_ byte: UInt8, _ chunk: inout MutableSpan<UInt8>, at position: inout Int) {
        chunk[position] = byte
        position += 1
    }

    private static func put(number: Int, _ chunk: inout MutableSpan<UInt8>, at position: inout Int) {
        var rest = UInt(number)
        while rest >= 0x80 {
            put(UInt8(truncatingIfNeeded: rest) | 0x80, &chunk, at: &position)
            rest >>= 7
        }
        put(UInt8(rest), &chunk, at: &position)
    }

    @inline(__always)
    private static func number(in chunk: borrowing Span<UInt8>, at offset: inout Int) -> Int {
        let first = chunk[offset]
        offset += 1
        // Few texts are longer than 127 bytes.
        return first < 0x80 ? Int(first) : longNumber(Int(first & 0x7F), in: chunk, at: &offset)
    }

    private static func longNumber(_ low: Int, in chunk: borrowing Span<UInt8>, at offset: inout Int) -> Int {
        var number = low
        var shift = 7
        while true {
            let byte = chunk[offset]
            offset += 1
            number |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
    }
}
