/// Text on its way to an output. The free part of the buffer is blank, so that padding is a step and no work.
struct LineBuffer {
    private static let size = Output.capacity + 4_096

    private var bytes = [UInt8](repeating: 0x20, count: size)
    /// Bytes of text.
    private(set) var count = 0

    var isFull: Bool { count >= Output.capacity }

    mutating func append(_ text: borrowing Span<UInt8>) {
        makeRoom(for: text.count)
        let start = count
        var room = bytes.mutableSpan
        for index in text.indices { room[start + index] = text[index] }
        count += text.count
    }

    mutating func append(blanks: Int) {
        makeRoom(for: blanks)
        count += blanks
    }

    mutating func append(_ byte: UInt8) {
        makeRoom(for: 1)
        bytes[count] = byte
        count += 1
    }

    /// Hands the text over and begins anew.
    mutating func write(to output: Output) throws(OutputError) {
        try output.write(bytes.span.extracting(first: count))
        for index in 0..<count { bytes[index] = 0x20 }
        count = 0
    }

    private mutating func makeRoom(for more: Int) {
        let missing = count + more - bytes.count
        if missing > 0 { bytes.append(contentsOf: repeatElement(0x20, count: missing + Self.size)) }
    }
}
