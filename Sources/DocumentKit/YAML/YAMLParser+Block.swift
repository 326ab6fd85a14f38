// Block nodes and block collections: chapter 8 of the specification.

extension YAMLParser {
    /// Reads what stands at a place, up to its first child if it is a collection.
    mutating func readNode(_ place: YAMLPlace) throws(YAMLFault) -> Step {
        var outer = YAMLProperties()
        var inner = YAMLProperties()
        var takesCollection = place.takesCollection
        let origin = at
        while true {
            skipToContent()
            if isAtEnd || isFresh && !belongs(to: place) {
                try emitEmpty(try Self.merged(outer, inner), at: origin)
                return .resume
            }
            if isFresh {
                // Properties on lines of their own are those of the whole node below, not those of its first key.
                outer = try Self.merged(outer, inner)
                inner = YAMLProperties()
                takesCollection = true
            }
            guard source[at] == .ampersand || source[at] == .exclamation else { break }
            try readProperty(into: &inner)
        }
        let start = inner.isEmpty ? at : inner.origin
        let byte = source[at]
        switch byte {
        case .minus where isIndicator(.minus):
            guard inner.isEmpty else {
                throw YAMLFault("a sequence cannot start behind a tag or anchor on its line", at: at)
            }
            try openBlock(.blockSequence, outer, at: at, takesCollection)
            return takeSequenceEntry()
        case .question where isIndicator(.question):
            guard inner.isEmpty else {
                throw YAMLFault("a mapping cannot start behind a tag or anchor on its line", at: at)
            }
            try openBlock(.blockMapping, outer, at: at, takesCollection)
            return takeExplicitKey()
        case .colon where isIndicator(.colon):
            try openBlock(.blockMapping, outer, at: start, takesCollection)
            try emitEmpty(inner, at: at)
            return takeImplicitValue()
        case .pipe, .greater:
            try emit(try readBlockScalar(place), try Self.merged(outer, inner))
            return .resume
        case .openBracket, .openBrace:
            flowRoot = YAMLFlowRoot(
                role: .node,
                place: YAMLPlace(indent: place.indent, takesCollection: takesCollection, takesAlignedSequence: false),
                outer: outer, inner: inner, event: handler.count, origin: start, lineStart: lineStart)
            // Two anchors or tags belong to two nodes if this is a key, which its end will tell.
            return try openFlow((try? Self.merged(outer, inner)) ?? inner)
        default: break
        }
        let line = lineStart
        if byte == .asterisk, !inner.isEmpty { throw YAMLFault("an alias takes no tag and no anchor", at: at) }
        let leaf = try readLeaf(place.indent)
        if lineStart == line, skipBlanksToColon() {
            try openBlock(.blockMapping, outer, at: start, takesCollection)
            try emit(leaf, inner)
            return takeImplicitValue()
        }
        if byte == .asterisk, !outer.isEmpty { throw YAMLFault("an alias takes no tag and no anchor", at: leaf.origin) }
        try emit(try continued(leaf, place.indent, inFlow: false), try Self.merged(outer, inner))
        return .resume
    }

    /// Whether the fresh line the cursor is on is part of the node at a place.
    @inline(__always)
    private func belongs(to place: YAMLPlace) -> Bool {
        if isDocumentMarker(at: at) { return false }
        return indent > place.indent || place.takesAlignedSequence && indent == place.indent && isIndicator(.minus)
    }

    /// An alias, a quoted scalar, or the first line of a plain one.
    mutating func readLeaf(_ parentIndent: Int) throws(YAMLFault) -> YAMLEvent {
        switch source[at] {
        case .asterisk: try readAlias()
        case .quote: try readDoubleQuoted(parentIndent)
        case .apostrophe: try readSingleQuoted(parentIndent)
        default: try readPlainLine(inFlow: false)
        }
    }

    /// Moves to the `:` that makes a key of what is before it, if one follows on the line.
    mutating func skipBlanksToColon() -> Bool {
        var next = at
        while source[next].isBlank { next += 1 }
        guard source[next] == .colon, source[next + 1].isBlankOrBreak else { return false }
        at = next
        return true
    }

    private mutating func openBlock(
        _ kind: YAMLCollection.Kind, _ own: YAMLProperties, at start: Int, _ isAllowed: Bool
    ) throws(YAMLFault) {
        guard isAllowed else {
            let isSequence = kind == .blockSequence
            throw YAMLFault(
                isSequence
                    ? "a sequence cannot start on this line; start it on the next one"
                    : "a mapping cannot start on this line; quote the text if the ':' belongs to it", at: at)
        }
        guard !isBehindTab(start) else { throw YAMLFault("a tab cannot indent; use spaces", at: start - 1) }
        try push(YAMLCollection(kind: kind, indent: start - lineStart, origin: start), at: start)
        try emit(YAMLEvent(kind == .blockSequence ? .sequenceStart : .mappingStart, at: start), own)
    }

    private mutating func close(_ collection: YAMLCollection) throws(YAMLFault) -> Step {
        open.removeLast()
        try emit(YAMLEvent(collection.kind == .blockSequence ? .sequenceEnd : .mappingEnd, at: at))
        return .resume
    }

    // MARK: Sequences

    mutating func resumeBlockSequence(_ sequence: YAMLCollection) throws(YAMLFault) -> Step {
        skipToContent()
        guard !isAtEnd else { return try close(sequence) }
        guard isFresh else { throw unexpected() }
        if indent < sequence.indent || isDocumentMarker(at: at) { return try close(sequence) }
        if indent == sequence.indent, at == lineStart + indent {
            if isIndicator(.minus) { return takeSequenceEntry() }
            if let mapping = open.dropLast().last, mapping.kind == .blockMapping, mapping.indent == indent {
                return try close(sequence)
            }
            throw YAMLFault("expected '- ' as before the other entries of this sequence", at: at)
        }
        throw unexpected()
    }

    private mutating func takeSequenceEntry() -> Step {
        let indent = open[open.count - 1].indent
        at += 1
        return .node(YAMLPlace(indent: indent, takesCollection: true, takesAlignedSequence: false))
    }

    // MARK: Mappings

    mutating func resumeBlockMapping(_ mapping: YAMLCollection) throws(YAMLFault) -> Step {
        if flowRoot.role == .key { return try finishFlowKey() }
        skipToContent()
        let isEntry = !isAtEnd && isFresh && indent == mapping.indent && at == lineStart + indent
        if mapping.phase == .value {
            // The key was an explicit one, so its value stands on a line of its own.
            open[open.count - 1].phase = .entry
            guard isEntry, isIndicator(.colon) else {
                try emitEmpty(at: at)
                return .resume
            }
            at += 1
            return .node(YAMLPlace(indent: mapping.indent, takesCollection: true, takesAlignedSequence: true))
        }
        guard !isAtEnd else { return try close(mapping) }
        guard isFresh else { throw unexpected() }
        if indent < mapping.indent || isDocumentMarker(at: at) { return try close(mapping) }
        guard isEntry else { throw unexpected() }
        return isIndicator(.question) ? takeExplicitKey() : try readImplicitKey()
    }

    private mutating func takeExplicitKey() -> Step {
        let indent = open[open.count - 1].indent
        open[open.count - 1].phase = .value
        at += 1
        return .node(YAMLPlace(indent: indent, takesCollection: true, takesAlignedSequence: true))
    }

    /// The cursor stands on the `:` behind a key.
    mutating func takeImplicitValue() -> Step {
        let indent = open[open.count - 1].indent
        at += 1
        return .node(YAMLPlace(indent: indent, takesCollection: false, takesAlignedSequence: true))
    }

    /// A key on one line, and its `:`.
    private mutating func readImplicitKey() throws(YAMLFault) -> Step {
        let line = lineStart
        var own = YAMLProperties()
        while source[at] == .ampersand || source[at] == .exclamation {
            try readProperty(into: &own)
            while source[at].isBlank { at += 1 }
        }
        let start = at
        switch source[at] {
        case .colon where isIndicator(.colon):
            try emitEmpty(own, at: at)
            return takeImplicitValue()
        case .minus where isIndicator(.minus):
            throw YAMLFault("expected a key, found '- ' in the column of the keys", at: at)
        case .openBracket, .openBrace:
            let indent = open[open.count - 1].indent
            flowRoot = YAMLFlowRoot(
                role: .key, place: YAMLPlace(indent: indent, takesCollection: true, takesAlignedSequence: false),
                inner: own, event: handler.count, origin: own.isEmpty ? start : own.origin, lineStart: line)
            return try openFlow(own)
        case .pipe, .greater: throw unexpected()
        default: break
        }
        if source[at] == .asterisk, !own.isEmpty { throw YAMLFault("an alias takes no tag and no anchor", at: at) }
        let key = try readLeaf(open[open.count - 1].indent)
        guard lineStart == line, skipBlanksToColon() else {
            throw YAMLFault("expected ': ' and a value after this key", at: start)
        }
        try emit(key, own)
        return takeImplicitValue()
    }
}
