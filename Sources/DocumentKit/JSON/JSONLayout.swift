/// Lays tape entries out as JSON text, one buffer after the other, without recursion and without a `String` per value.
struct JSONLayout {
    private struct Container {
        var end: Int
        var isObject: Bool
    }

    /// The JSON text of a scalar: a part of the document's bytes, or of the strings that had to be escaped anew.
    private struct Piece {
        var isMade = false
        var start = 0
        var count = 0
    }

    private let isPretty: Bool
    /// Levels around the value itself.
    private let depth: Int
    private var index: Int
    private var open: [Container] = []
    private var needsComma = false
    private(set) var isDone = false
    private var made: [UInt8] = []

    init(_ value: DocumentValue, style: JSONWriter.Style, depth: Int) {
        index = value.index
        isPretty = style == .pretty
        self.depth = max(0, depth)
    }

    /// Writes as much as fits; a buffer too small for one member is made larger.
    /// - Returns: how many bytes of the buffer are text.
    mutating func fill(_ buffer: inout [UInt8], from document: Document) -> Int {
        var count = 0
        while true {
            var room = buffer.mutableSpan
            let needed = fill(&room, &count, document.bytes.span, document.tape.span)
            if isDone || count > 0 { return count }
            buffer.append(contentsOf: repeatElement(0, count: needed - buffer.count))
        }
    }

    /// - Returns: how much room the next member needs when it does not fit.
    private mutating func fill(
        _ room: inout MutableSpan<UInt8>, _ at: inout Int, _ text: borrowing Span<UInt8>,
        _ tape: borrowing Span<UInt64>
    ) -> Int {
        repeat {
            // A comma, a newline, a colon, a space, two brackets, and what vectors write too much.
            let frame = (depth &+ open.count) &* 2 &+ 6 &+ MutableSpan<UInt8>.slack
            if let container = open.last, container.end == index {
                guard at &+ frame <= room.count else { return at &+ frame }
                open.removeLast()
                if isPretty { room.putNewline(levels: depth &+ open.count, at: &at) }
                room.put(container.isObject ? .closeBrace : .closeBracket, at: &at)
                needsComma = true
                continue
            }
            let isMember = open.last?.isObject ?? false
            let key = isMember ? piece(TapeEntry(bits: tape[index]), text) : Piece()
            let entry = TapeEntry(bits: tape[isMember ? index &+ 1 : index])
            let value = piece(entry, text)
            let needed = at &+ frame &+ key.count &+ value.count
            guard needed <= room.count else {
                made.removeAll()
                return needed
            }
            if needsComma { room.put(.comma, at: &at) }
            if isPretty, !open.isEmpty { room.putNewline(levels: depth &+ open.count, at: &at) }
            if isMember {
                put(key, text, &room, &at)
                room.put(.colon, at: &at)
                if isPretty { room.put(0x20, at: &at) }
                index &+= 1
            }
            if entry.isContainer {
                let isObject = entry.kind == .object
                room.put(isObject ? .openBrace : .openBracket, at: &at)
                needsComma = entry.extent == 1
                if needsComma {
                    room.put(isObject ? .closeBrace : .closeBracket, at: &at)
                } else {
                    open.append(Container(end: index &+ entry.extent, isObject: isObject))
                }
            } else {
                put(value, text, &room, &at)
                needsComma = true
            }
            index &+= 1
            if !made.isEmpty { made.removeAll(keepingCapacity: true) }
        } while !open.isEmpty
        isDone = true
        return 0
    }

    @inline(__always)
    private mutating func piece(_ entry: TapeEntry, _ text: borrowing Span<UInt8>) -> Piece {
        switch entry.kind {
        case .null, .true, .false, .number: Piece(start: entry.start, count: entry.extent)
        case .quoted: Piece(start: entry.start &- 1, count: entry.extent &+ 2)
        case .text, .escaped: unusualPiece(entry, text)
        case .array, .object: Piece()
        }
    }

    private mutating func unusualPiece(_ entry: TapeEntry, _ text: borrowing Span<UInt8>) -> Piece {
        if let written = JSONEscape.writtenForm(of: entry, in: text) {
            return Piece(start: written.lowerBound, count: written.count)
        }
        let start = made.count
        if entry.kind == .escaped {
            var decoded: [UInt8] = []
            JSONEscape.decode(text, entry.range, into: &decoded)
            JSONEscape.appendQuoted(decoded.span, to: &made)
        } else {
            JSONEscape.appendQuoted(text.extracting(entry.range), to: &made)
        }
        return Piece(isMade: true, start: start, count: made.count - start)
    }

    @inline(__always)
    private func put(
        _ piece: Piece, _ text: borrowing Span<UInt8>, _ room: inout MutableSpan<UInt8>, _ at: inout Int
    ) {
        if piece.isMade {
            room.put(made.span, piece.start, piece.count, at: &at)
        } else {
            room.put(text, piece.start, piece.count, at: &at)
        }
    }
}
