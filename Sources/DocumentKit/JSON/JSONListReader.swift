/// Cuts `{"metadata":{…},"items":[…]}` into items while it arrives, in memory bounded by one item and the envelope.
///
/// The envelope is everything but the list's elements. Each item is read like a document of its own: a position in it
/// counts lines and columns from the item's start. After an error the reader is spent.
package struct JSONListReader {
    private enum Stage { case envelope, firstItem, nextItem, afterItem, inItem }

    private let key: String
    private let itemLimit: Int
    private let options: JSONReader.Options
    private var stage = Stage.envelope
    private var envelope: JSONEnvelope
    private var boundary = JSONItemBoundary<NativeBlocks>(first: 0)
    private var item: [UInt8] = []
    private var tape: [UInt64] = []
    /// Items begun so far.
    private var itemCount = 0
    /// Bytes of the stream before the current chunk.
    private var consumed = 0
    private var failure: DocumentError?

    /// - Parameters:
    ///   - key: the member of the root object that holds the list.
    ///   - itemLimit: the most bytes one item, or the envelope, may have.
    package init(key: String = "items", itemLimit: Int = 512 << 20, options: JSONReader.Options = .init()) {
        self.key = key
        self.itemLimit = itemLimit
        self.options = options
        envelope = JSONEnvelope(key: key)
    }

    /// Whether the root object has been closed: if not, a text that ends here was cut.
    package var isClosed: Bool { stage == .envelope && envelope.isClosed }

    /// Takes the next bytes and hands over every item that ends in them. A document that is not kept costs no memory.
    package mutating func append(_ chunk: [UInt8], each body: (DocumentValue) throws -> Void) throws {
        try append(chunk.span, each: body)
    }

    /// Takes the next bytes and hands over every item that ends in them.
    package mutating func append(_ chunk: borrowing Span<UInt8>, each body: (DocumentValue) throws -> Void) throws {
        if let failure { throw failure }
        var at = 0
        while at < chunk.count {
            switch stage {
            case .envelope: at = try takeEnvelope(chunk, from: at)
            case .inItem: at = try takeItem(chunk, from: at, each: body)
            case .firstItem, .nextItem, .afterItem: at = try takeBetween(chunk, at: at)
            }
        }
        consumed += chunk.count
    }

    /// Ends the text.
    /// - Returns: the envelope, its list empty.
    package mutating func finish() throws(DocumentError) -> Document {
        if let failure { throw failure }
        switch stage {
        case .inItem: throw endsEarly("item \(itemCount) of '\(key)'", in: item)
        case .firstItem, .nextItem, .afterItem: throw endsEarly("the list '\(key)'", in: envelope.bytes)
        case .envelope where envelope.depth > 0: throw endsEarly("the object that holds '\(key)'", in: envelope.bytes)
        case .envelope: return try JSONReader.read(envelope.bytes, options: options)
        }
    }

    private mutating func takeEnvelope(_ chunk: borrowing Span<UInt8>, from start: Int) throws(DocumentError) -> Int {
        do throws(JSONFault) {
            let (end, opensList) = try envelope.take(chunk, from: start)
            if envelope.bytes.count > itemLimit {
                throw JSONFault(.tooLarge("more than \(itemLimit) bytes outside '\(key)'"), at: itemLimit)
            }
            if opensList { stage = .firstItem }
            return end
        } catch {
            let error = error.error(in: envelope.bytes)
            failure = error
            throw error
        }
    }

    private mutating func takeBetween(_ chunk: borrowing Span<UInt8>, at offset: Int) throws(DocumentError) -> Int {
        let byte = chunk[offset]
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D: return offset + 1
        case .comma where stage == .afterItem:
            stage = .nextItem
            return offset + 1
        case .closeBracket where stage != .nextItem:
            envelope.closeList()
            stage = .envelope
            return offset + 1
        case .comma, .closeBracket, .closeBrace: throw misplaced(byte, at: offset)
        default:
            if stage == .afterItem { throw misplaced(byte, at: offset) }
            item.removeAll(keepingCapacity: true)
            stage = .inItem
            itemCount += 1
            boundary = JSONItemBoundary(first: byte)
            return offset
        }
    }

    private mutating func takeItem(
        _ chunk: borrowing Span<UInt8>, from start: Int, each body: (DocumentValue) throws -> Void
    ) throws -> Int {
        let (end, isComplete) = boundary.end(chunk, from: start)
        item.append(copying: chunk.extracting(start..<end))
        guard item.count <= itemLimit else {
            let problem = JSONFault.Problem.tooLarge("longer than \(itemLimit) bytes")
            throw fail("item \(itemCount)", JSONFault(problem, at: 0), in: item, at: end - item.count)
        }
        guard isComplete else { return end }
        stage = .afterItem
        giveBackRoom()
        // The arrays move into the document and back: they are reused unless somebody kept the item.
        var document = Document(bytes: [], tape: [])
        swap(&document.bytes, &item)
        swap(&document.tape, &tape)
        defer {
            swap(&document.bytes, &item)
            swap(&document.tape, &tape)
        }
        do throws(JSONFault) {
            try document.parse(from: 0, options: options, blocks: NativeBlocks.self)
        } catch {
            throw fail("item \(itemCount)", error, in: document.bytes, at: end - document.bytes.count)
        }
        try body(document.root)
        return end
    }

    /// What a far larger item left behind would stay with every later item that somebody keeps.
    private mutating func giveBackRoom() {
        if tape.count > item.count + 64 { tape = [] }
        guard item.capacity > 4 * item.count + 1_024 else { return }
        var fitting: [UInt8] = []
        fitting.append(copying: item.span)
        item = fitting
    }

    private mutating func misplaced(_ byte: UInt8, at offset: Int) -> DocumentError {
        let expected =
            switch stage {
            case .firstItem: "a value or ']'"
            case .nextItem: "a value"
            default: "',' or ']'"
            }
        let place = itemCount == 0 ? "at the start" : "after item \(itemCount)"
        return fail(place, JSONFault(.expected(expected), at: 0), in: [byte], at: offset)
    }

    /// - Parameter offset: where the text begins, from the start of the chunk.
    private mutating func fail(_ place: String, _ fault: JSONFault, in text: [UInt8], at offset: Int) -> DocumentError {
        var error = fault.error(in: text)
        error.message = "\(place) of '\(key)': \(error.message)"
        error.position.offset += consumed + offset
        failure = error
        return error
    }

    private mutating func endsEarly(_ place: String, in text: [UInt8]) -> DocumentError {
        var error = DocumentError("the text ends inside \(place)", at: text.count, in: text)
        error.position.offset = consumed
        failure = error
        return error
    }
}
