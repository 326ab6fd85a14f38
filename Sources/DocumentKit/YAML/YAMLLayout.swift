/// Lays a document's value out as YAML text, piece by piece, without recursion.
struct YAMLLayout {
    private struct Container {
        var end: Int
        var isObject: Bool
        /// Spaces before its keys or dashes.
        var column: Int
    }

    /// Text is handed over in pieces of about this size.
    private static let pieceSize = 1 << 16

    private let document: Document
    private var index: Int
    private var open: [Container] = []
    /// Whether the next line goes on behind a `- `.
    private var isInline: Bool
    private let tags: TapeNotes<String>
    private(set) var isDone = false
    var text: [UInt8] = []

    init(_ value: DocumentValue, isElement: Bool) {
        document = value.document
        index = value.index
        tags = document.yaml?.tags ?? TapeNotes()
        isInline = isElement
        text.reserveCapacity(Self.pieceSize + 1024)
        if isElement { text += "- ".utf8 }
        put(column: isElement ? 0 : -2, isRoot: true)
    }

    /// Adds text until there is enough of it or no more.
    mutating func fill() {
        while text.count < Self.pieceSize {
            guard let container = open.last else {
                isDone = true
                return
            }
            if container.end == index {
                open.removeLast()
                continue
            }
            if isInline {
                isInline = false
            } else {
                text.append(contentsOf: repeatElement(.space, count: container.column))
            }
            if container.isObject {
                putKey(column: container.column)
                put(column: container.column, isMember: true)
            } else {
                text += "- ".utf8
                put(column: container.column)
            }
        }
    }

    /// Writes the value at `index`, to its end or to its first child.
    /// - Parameter column: that of the collection around it.
    private mutating func put(column: Int, isMember: Bool = false, isRoot: Bool = false) {
        let entry = document.entry(index)
        let tag = tag
        index += 1
        guard entry.isContainer, entry.extent > 1 else {
            if isMember { text.append(.space) }
            if let tag { text += "\(tag) ".utf8 }
            if entry.isContainer {
                text += (entry.kind == .object ? "{}\n" : "[]\n").utf8
            } else {
                putScalar(entry, column: column, isRoot: isRoot)
                text.append(.newline)
            }
            return
        }
        let isObject = entry.kind == .object
        // Sequences stand in the column of the key above them.
        open.append(
            Container(
                end: index - 1 + entry.extent, isObject: isObject, column: isMember && !isObject ? column : column + 2))
        if let tag {
            if isMember { text.append(.space) }
            text += "\(tag)\n".utf8
            isInline = false
        } else if isMember {
            text.append(.newline)
        } else if !isRoot {
            isInline = true
        }
    }

    private var tag: String? {
        tags[index].map(YAMLTag.spelled)
    }

    private mutating func putKey(column: Int) {
        let start = text.count
        let entry = document.entry(index)
        index += 1
        putScalar(entry, column: column, isKey: true)
        // Longer keys than 1,024 characters need the explicit form.
        if text.count - start > 1_000 {
            text.insert(contentsOf: "? ".utf8, at: start)
            text.append(.newline)
            text.append(contentsOf: repeatElement(.space, count: column))
        }
        text.append(.colon)
    }

    private mutating func putScalar(_ entry: TapeEntry, column: Int, isKey: Bool = false, isRoot: Bool = false) {
        // A name of its own: a span of what `self` holds would bar every change of `self`.
        let bytes = document.bytes
        if entry.kind == .escaped {
            let string = document.decoded(entry)
            Self.put(string.span, column: column, isKey: isKey || isRoot, to: &text)
        } else if entry.isString {
            Self.put(bytes.span.extracting(entry.range), column: column, isKey: isKey || isRoot, to: &text)
        } else {
            text.append(copying: bytes.span.extracting(entry.range))
        }
    }

    private static func put(
        _ string: borrowing Span<UInt8>, column: Int, isKey: Bool, to text: inout [UInt8]
    ) {
        switch YAMLStyle(of: string, isKey: isKey) {
        case .plain: text.append(copying: string)
        case .doubleQuoted: JSONEscape.appendQuoted(string, to: &text)
        case .singleQuoted:
            text.append(.apostrophe)
            for at in 0..<string.count {
                if string[at] == .apostrophe { text.append(.apostrophe) }
                text.append(string[at])
            }
            text.append(.apostrophe)
        case .literal: putLiteral(string, column: column + 2, to: &text)
        }
    }

    /// `|`, what the reader has to know, and the lines but for the last break.
    private static func putLiteral(_ string: borrowing Span<UInt8>, column: Int, to text: inout [UInt8]) {
        text.append(.pipe)
        var first = 0
        while string[first] == .newline { first += 1 }
        // Readers take leading spaces for the indentation, and libyaml refuses a tab where it looks for that.
        if string[first].isBlank { text.append(UInt8(ascii: "2")) }
        var end = string.count
        if string[end - 1] != .newline {
            text.append(.minus)
        } else {
            if string[end - 2] == .newline { text.append(UInt8(ascii: "+")) }
            end -= 1
        }
        var at = 0
        while at <= end {
            var lineEnd = at
            while lineEnd < end, string[lineEnd] != .newline { lineEnd += 1 }
            text.append(.newline)
            if lineEnd > at {
                text.append(contentsOf: repeatElement(.space, count: column))
                text.append(copying: string.extracting(at..<lineEnd))
            }
            at = lineEnd + 1
        }
    }
}
