/// The rows of a table as bytes: no `String`, no array per row.
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
/// Lengths and widths are LEB128. Chunks are never grown past their reserve, so that a long table is not copied as it grows.
struct RowStore: Sendable {
    /// A cell's run, found in its chunk.
    struct Run {
        var style: Style
        /// Whether the run goes on with the cell of the run before it.
        var continuesCell: Bool
        /// Where its bytes stand in the chunk.
        var bytes: Range<Int>
        var width: Int
    }

    private static let chunkSize = 262_144
    /// A chunk is closed when less than this is left of it; most rows are shorter.
    private static let slack = 4_096
    private static let continues: UInt8 = 0x80
    private static let hasWidth: UInt8 = 0x40
    private static let styleMask: UInt8 = 0x0F
    private static let end: UInt8 = 0xFF

    private var closed: [[UInt8]] = []
    private var open: [UInt8] = []
    /// Where each row starts: the chunk's number and the offset in it.
    private var starts: [Start] = []

    private struct Start {
        var chunk: UInt32
        var offset: UInt32
    }

    var count: Int { starts.count }

    mutating func beginRow() {
        if open.count > Self.chunkSize - Self.slack {
            closed.append(open)
            open = []
            open.reserveCapacity(Self.chunkSize)
        }
        starts.append(Start(chunk: UInt32(closed.count), offset: UInt32(open.count)))
    }

    mutating func appendRun(_ bytes: borrowing Span<UInt8>, width: Int, style: Style, continuesCell: Bool) {
        var head = style.rawValue
        if continuesCell { head |= Self.continues }
        if width != bytes.count { head |= Self.hasWidth }
        open.append(head)
        appendNumber(bytes.count)
        if width != bytes.count { appendNumber(width) }
        bytes.withUnsafeBufferPointer { open.append(contentsOf: $0) }
    }

    mutating func endRow() {
        open.append(Self.end)
    }

    mutating func removeAll() {
        closed = []
        open.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
    }

    /// The chunk a row stands in, and where it starts there.
    func location(of row: Int) -> (chunk: [UInt8], offset: Int) {
        let start = starts[row]
        let chunk = Int(start.chunk) < closed.count ? closed[Int(start.chunk)] : open
        return (chunk, Int(start.offset))
    }

    /// The run at `offset`, which moves on to the next; nil at the row's end.
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

    private mutating func appendNumber(_ number: Int) {
        var rest = UInt(number)
        while rest >= 0x80 {
            open.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        open.append(UInt8(rest))
    }

    private static func number(in chunk: borrowing Span<UInt8>, at offset: inout Int) -> Int {
        var number = 0
        var shift = 0
        while true {
            let byte = chunk[offset]
            offset += 1
            number |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
    }
}
