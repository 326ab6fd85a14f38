// Documents, directives and the marks between them: chapter 9 of the specification.

extension YAMLParser {
    /// Reads the next document.
    /// - Returns: how it is marked off; nil when there is none any more.
    mutating func nextDocument() throws(YAMLFault) -> YAMLDocumentMarkers? {
        tags.removeSubrange(1...)
        tagHandles.removeAll()
        hasVersion = false
        var markers = YAMLDocumentMarkers()
        var isAfterDirective = false
        while true {
            if ByteOrderMark.length(source.span, at: at) > 0, at == lineStart {
                at += ByteOrderMark.length(source.span, at: at)
                lineStart = at
            }
            skipToContent()
            if at == lineStart, isMarker(.dot, at: at), at < end {
                guard !isAfterDirective else { throw YAMLFault("expected '---' after a directive", at: at) }
                try readDocumentEnd()
            } else if at == lineStart, source[at] == .percent {
                try readDirective()
                isAfterDirective = true
            } else {
                break
            }
        }
        if at == lineStart, isMarker(.minus, at: at), at < end {
            markers.hasStart = true
            at += 3
        } else if isAfterDirective {
            throw YAMLFault("expected '---' after a directive", at: at)
        } else if isAtEnd {
            return nil
        }
        try run(YAMLPlace(indent: -1, takesCollection: false, takesAlignedSequence: false))
        skipToContent()
        guard !isAtEnd else { return markers }
        guard isFresh else { throw unexpected() }
        guard isDocumentMarker(at: at) else {
            if isBehindTab(at) { throw unexpected() }
            throw YAMLFault("expected the end of the document or '---', found \(Spelling.found(source, at))", at: at)
        }
        if source[at] == .dot {
            try readDocumentEnd()
            markers.hasEnd = true
        }
        return markers
    }

    /// The cursor stands on `...`.
    private mutating func readDocumentEnd() throws(YAMLFault) {
        at += 3
        let line = lineStart
        skipToContent()
        guard isAtEnd || lineStart != line else { throw unexpected() }
    }

    /// `%YAML 1.2`, `%TAG !e! tag:example.com,2000:`; others are reserved and have no meaning.
    private mutating func readDirective() throws(YAMLFault) {
        let start = at
        let lineEnd = Self.lineEnd(source.span, from: at)
        var words: [ArraySlice<UInt8>] = []
        for word in source[at..<lineEnd].split(whereSeparator: \.isBlank) {
            if word.first == .hash { break }
            words.append(word)
        }
        at = lineEnd
        switch words.first.map({ String(decoding: $0, as: UTF8.self) }) {
        case "%YAML":
            guard words.count == 2, isVersion(words[1]) else {
                throw YAMLFault("expected '%YAML 1.2'", at: start)
            }
            guard !hasVersion else {
                throw YAMLFault("a document has one %YAML directive, this is the second", at: start)
            }
            hasVersion = true
        case "%TAG":
            guard words.count == 3, words[1].first == .exclamation, words[1].last == .exclamation else {
                throw YAMLFault("expected '%TAG !handle! prefix'", at: start)
            }
            let handle = String(decoding: words[1], as: UTF8.self)
            guard !tagHandles.contains(where: { $0.handle == handle }) else {
                throw YAMLFault("the handle '\(handle)' is named twice", at: start)
            }
            tagHandles.append((handle, String(decoding: words[2], as: UTF8.self)))
        default: break
        }
    }

    private func isVersion(_ word: ArraySlice<UInt8>) -> Bool {
        let parts = word.split(separator: .dot, omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].elementsEqual("1".utf8) && !parts[1].isEmpty
            && parts[1].allSatisfy(\.isDigit)
    }
}

/// Whether `---` and `...` stand around a document.
struct YAMLDocumentMarkers: Equatable {
    var hasStart = false
    var hasEnd = false
}
