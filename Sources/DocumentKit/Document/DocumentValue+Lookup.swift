extension DocumentValue {
    /// An object's member, the last one of that name; nil for other kinds.
    package subscript(_ key: String) -> DocumentValue? {
        document.member(key.utf8.span, of: index).map { DocumentValue(document: document, index: $0) }
    }

    /// The member at the end of a path of keys.
    package subscript(path keys: String...) -> DocumentValue? {
        var index = index
        for key in keys {
            guard let next = document.member(key.utf8.span, of: index) else { return nil }
            index = next
        }
        return DocumentValue(document: document, index: index)
    }

    /// An array's element; nil outside its bounds and for other kinds.
    package subscript(_ position: Int) -> DocumentValue? {
        guard entry.kind == .array, position >= 0 else { return nil }
        let end = index + entry.extent
        var child = index + 1
        var left = position
        while child < end {
            if left == 0 { return DocumentValue(document: document, index: child) }
            left -= 1
            child += document.entry(child).span
        }
        return nil
    }

    /// Elements of an array or members of an object; 0 for scalars.
    package var count: Int {
        guard entry.isContainer else { return 0 }
        let end = index + entry.extent
        var child = index + 1
        var values = 0
        while child < end {
            child += document.entry(child).span
            values += 1
        }
        return entry.kind == .object ? values / 2 : values
    }
}

extension Document {
    /// The tape index of an object's member, without making a `String` of any key.
    func member(_ key: borrowing Span<UInt8>, of index: Int) -> Int? {
        let object = entry(index)
        guard object.isA(.object) else { return nil }
        let tape = tape.span
        let text = bytes.span
        let end = index &+ object.extent
        var child = index &+ 1
        var found: Int?
        while child < end {
            let name = TapeEntry(bits: tape[child])
            if name.isA(.escaped) {
                if hasText(name, key) { found = child &+ 1 }
            } else if name.extent == key.count, text.matches(key, at: name.start) {
                found = child &+ 1
            }
            child &+= 1 &+ TapeEntry(bits: tape[child &+ 1]).span
        }
        return found
    }

    /// Whether a string entry's value is this text.
    func hasText(_ entry: TapeEntry, _ text: borrowing Span<UInt8>) -> Bool {
        guard entry.isA(.escaped) else {
            return entry.extent == text.count && bytes.span.matches(text, at: entry.start)
        }
        let decoded = decoded(entry)
        return decoded.count == text.count && decoded.span.matches(text, at: 0)
    }
}

extension Span where Element == UInt8 {
    /// Whether another text stands at an offset.
    @inline(__always)
    fileprivate func matches(_ text: borrowing Span<UInt8>, at start: Int) -> Bool {
        var at = 0
        while at &+ 8 <= text.count {
            guard word(at: start &+ at) == text.word(at: at) else { return false }
            at &+= 8
        }
        while at < text.count {
            guard self[start &+ at] == text[at] else { return false }
            at &+= 1
        }
        return true
    }
}
