// Anchors, tags and aliases: chapters 6.9 and 7.1 of the specification.

extension YAMLParser {
    /// Reads `&anchor` or `!tag`.
    mutating func readProperty(into own: inout YAMLProperties) throws(YAMLFault) {
        let start = at
        if own.isEmpty { own.origin = start }
        if source[at] == .ampersand {
            guard own.anchor.isEmpty else { throw YAMLFault("a node has one anchor, this is the second", at: start) }
            own.anchor = try readAnchorName("anchor")
        } else {
            guard own.tag == 0 else { throw YAMLFault("a node has one tag, this is the second", at: start) }
            tags.append(try readTag())
            own.tag = tags.count - 1
        }
        guard source[at].isBlankOrBreak || isInFlow && source[at].isFlowIndicator else {
            throw YAMLFault("expected a space after a tag or anchor, found \(Spelling.found(source, at))", at: at)
        }
    }

    private var isInFlow: Bool {
        switch open.last?.kind {
        case .flowSequence, .flowMapping, .flowPair: true
        case .blockSequence, .blockMapping, nil: false
        }
    }

    /// The properties of one node that stand in two places.
    @inline(__always)
    static func merged(_ outer: YAMLProperties, _ inner: YAMLProperties) throws(YAMLFault) -> YAMLProperties {
        if inner.isEmpty { return outer }
        if outer.isEmpty { return inner }
        return try mergedBoth(outer, inner)
    }

    private static func mergedBoth(
        _ outer: YAMLProperties, _ inner: YAMLProperties
    ) throws(YAMLFault) -> YAMLProperties {
        if !outer.anchor.isEmpty, !inner.anchor.isEmpty {
            throw YAMLFault("a node has one anchor, this is the second", at: inner.origin)
        }
        if outer.tag != 0, inner.tag != 0 {
            throw YAMLFault("a node has one tag, this is the second", at: inner.origin)
        }
        return YAMLProperties(
            anchor: outer.anchor.isEmpty ? inner.anchor : outer.anchor, tag: max(outer.tag, inner.tag),
            origin: outer.origin)
    }

    mutating func readAlias() throws(YAMLFault) -> YAMLEvent {
        let start = at
        return YAMLEvent(.alias, text: try readAnchorName("alias"), at: start)
    }

    private mutating func readAnchorName(_ what: String) throws(YAMLFault) -> Range<Int> {
        let start = at + 1
        at = start
        while !source[at].isBlankOrBreak, !source[at].isFlowIndicator { at += 1 }
        guard at > start else { throw YAMLFault("an \(what) needs a name", at: start - 1) }
        return start..<at
    }

    private mutating func readTag() throws(YAMLFault) -> String {
        let start = at
        at += 1
        if source[at] == UInt8(ascii: "<") {
            let name = at + 1
            while source[at] != .greater, !source[at].isBlankOrBreak { at += 1 }
            guard source[at] == .greater, at > name else { throw YAMLFault("expected '!<tag>'", at: start) }
            defer { at += 1 }
            return String(decoding: source[name..<at], as: UTF8.self)
        }
        while !source[at].isBlankOrBreak, !source[at].isFlowIndicator { at += 1 }
        let word = source[start..<at]
        guard let split = word.dropFirst().firstIndex(of: .exclamation) else {
            if word.count == 1 { return "!" }
            return prefix(of: "!") + decodedTag(word.dropFirst())
        }
        let handle = String(decoding: word[...split], as: UTF8.self)
        guard split + 1 < at else { throw YAMLFault("expected a name after the tag's handle '\(handle)'", at: start) }
        guard handle == "!!" || tagHandles.contains(where: { $0.handle == handle }) else {
            throw YAMLFault("no %TAG directive of this document names the handle '\(handle)'", at: start)
        }
        return prefix(of: handle) + decodedTag(word[(split + 1)...])
    }

    private func prefix(of handle: String) -> String {
        if let own = tagHandles.last(where: { $0.handle == handle }) { return own.prefix }
        return handle == "!!" ? YAMLTag.corePrefix : handle
    }

    /// A tag's name with its `%21` escapes decoded.
    private func decodedTag(_ name: ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = []
        var index = name.startIndex
        while index < name.endIndex {
            if name[index] == .percent, index + 2 < name.endIndex,
                let high = JSONEscape.hexadecimal(name[index + 1]), let low = JSONEscape.hexadecimal(name[index + 2])
            {
                bytes.append(UInt8(high << 4 | low))
                index += 3
            } else {
                bytes.append(name[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
