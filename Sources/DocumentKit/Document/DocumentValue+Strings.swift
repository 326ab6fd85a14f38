extension DocumentValue {
    /// The strings in a value that contain two equal ASCII characters in a row, in source order: its own text, those of
    /// everything below it, and keys. Nothing is made for the strings that do not.
    package func strings(withPairOf character: UInt8) -> [DocumentValue] {
        var found: [DocumentValue] = []
        let text = document.bytes.span
        for place in index..<index + entry.span {
            let entry = document.entry(place)
            guard entry.isString else { continue }
            let holds =
                entry.isA(.escaped)
                ? document.decoded(entry).span.hasPair(of: character)
                : text.extracting(entry.range).hasPair(of: character)
            if holds { found.append(DocumentValue(document: document, index: place)) }
        }
        return found
    }
}

extension Span where Element == UInt8 {
    fileprivate func hasPair(of character: UInt8) -> Bool {
        var at = 1
        while at < count {
            if self[at] != character {
                at &+= 2
            } else if self[at &- 1] == character {
                return true
            } else {
                at &+= 1
            }
        }
        return false
    }
}
