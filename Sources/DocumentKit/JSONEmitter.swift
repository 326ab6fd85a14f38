/// Turns tape entries into JSON text in a buffer that is passed on when it is full.
struct JSONEmitter {
    private static let bufferSize = 1 << 16

    private struct Container {
        var end: Int
        var isObject: Bool
    }

    private let style: JSONWriter.Style
    private let depth: Int
    private var buffer: [UInt8] = []
    private var decoded: [UInt8] = []
    private var open: [Container] = []

    init(style: JSONWriter.Style, depth: Int) {
        self.style = style
        self.depth = depth
        buffer.reserveCapacity(Self.bufferSize + 1024)
    }

    /// Walks the tape from a value to its end; containers that are open stand on a stack.
    mutating func emit(_ value: DocumentValue, to output: inout some ByteOutput) throws {
        let document = value.document
        var index = value.index
        while true {
            if buffer.count >= Self.bufferSize { try flush(to: &output) }
            let entry = document.entry(index)
            index += 1
            if entry.isContainer, entry.extent > 1 {
                open.append(Container(end: index - 1 + entry.extent, isObject: entry.kind == .object))
                buffer.append(entry.kind == .object ? UInt8(ascii: "{") : UInt8(ascii: "["))
            } else {
                scalar(entry, document)
                while let container = open.last, container.end == index {
                    open.removeLast()
                    newline()
                    buffer.append(container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
                }
                if open.isEmpty { return }
                buffer.append(UInt8(ascii: ","))
            }
            newline()
            if open.last?.isObject == true {
                scalar(document.entry(index), document)
                index += 1
                buffer.append(UInt8(ascii: ":"))
                if style == .pretty { buffer.append(UInt8(ascii: " ")) }
            }
        }
    }

    mutating func flush(to output: inout some ByteOutput) throws {
        try output.write(buffer.span)
        buffer.removeAll(keepingCapacity: true)
    }

    private mutating func newline() {
        guard style == .pretty else { return }
        buffer.append(UInt8(ascii: "\n"))
        for _ in 0..<depth + open.count {
            buffer.append(UInt8(ascii: " "))
            buffer.append(UInt8(ascii: " "))
        }
    }

    private mutating func scalar(_ entry: TapeEntry, _ document: Document) {
        switch entry.kind {
        case .null: buffer.append(contentsOf: "null".utf8)
        case .true: buffer.append(contentsOf: "true".utf8)
        case .false: buffer.append(contentsOf: "false".utf8)
        case .array: buffer.append(contentsOf: "[]".utf8)
        case .object: buffer.append(contentsOf: "{}".utf8)
        case .number: buffer.append(copying: document.bytes.span.extracting(entry.range))
        case .quoted:
            buffer.append(copying: document.bytes.span.extracting(entry.start - 1..<entry.start + entry.extent + 1))
        case .text: JSONEscape.appendQuoted(document.bytes.span.extracting(entry.range), to: &buffer)
        case .escaped:
            decoded.removeAll(keepingCapacity: true)
            JSONEscape.decode(document.bytes.span, entry.range, into: &decoded)
            let text = decoded
            JSONEscape.appendQuoted(text.span, to: &buffer)
        }
    }
}
