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
    private var boundary = JSONItemBoundary(first: 0)
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
    package var isClosed: Bool { stage == .envelope && envelope.depth == 0 && !envelope.bytes.isEmpty }

    /// Takes the next bytes and hands over every item that ends in them.
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
        case .inItem: throw fail("the text ends inside item \(itemCount) of '\(key)'", at: item.count, in: item)
        case .firstItem, .nextItem, .afterItem: throw endsEarly("the list '\(key)'")
        case .envelope where envelope.depth > 0: throw endsEarly("the object that holds '\(key)'")
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
        case UInt8(ascii: ",") where stage == .afterItem:
            stage = .nextItem
            return offset + 1
        case UInt8(ascii: "]") where stage != .nextItem:
            envelope.closeList()
            stage = .envelope
            return offset + 1
        default:
            item.removeAll(keepingCapacity: true)
            guard stage != .afterItem else {
                item.append(byte)
                throw fail(JSONFault(.expected("',' or ']'"), at: 0), after: true, at: offset, in: item)
            }
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
            throw fail(JSONFault(problem, at: 0), after: false, at: end - item.count, in: item)
        }
        guard isComplete else { return end }
        stage = .afterItem
        // The arrays move into the document and back: they are reused unless somebody kept the item.
        var document = Document(bytes: [], tape: [])
        swap(&document.bytes, &item)
        swap(&document.tape, &tape)
        defer {
            swap(&document.bytes, &item)
            swap(&document.tape, &tape)
        }
        do throws(JSONFault) {
            try document.parse(options: options)
        } catch {
            throw fail(error, after: false, at: end - document.bytes.count, in: document.bytes)
        }
        try body(document.root)
        return end
    }

    private mutating func fail(
        _ fault: JSONFault, after: Bool, at offset: Int, in text: [UInt8]
    ) -> DocumentError {
        var error = fault.error(in: text)
        error.message = "\(after ? "after item" : "item") \(itemCount) of '\(key)': \(error.message)"
        error.position.offset += consumed + offset
        failure = error
        return error
    }

    private mutating func fail(_ message: String, at offset: Int, in text: [UInt8]) -> DocumentError {
        let error = DocumentError(message, at: offset, in: text)
        failure = error
        return error
    }

    private mutating func endsEarly(_ place: String) -> DocumentError {
        fail("the text ends inside \(place)", at: envelope.bytes.count, in: envelope.bytes)
    }
}
