// Flow collections: chapter 7.4 of the specification.

extension YAMLParser {
    /// Longer keys than this need their explicit form, so that a reader need not look ahead for ever.
    private static var keyLimit: Int { 1024 }

    /// The cursor stands on `[` or `{`.
    mutating func openFlow(_ own: YAMLProperties) throws(YAMLFault) -> Step {
        let isSequence = source[at] == .openBracket
        let start = own.isEmpty ? at : own.origin
        try push(
            YAMLCollection(
                kind: isSequence ? .flowSequence : .flowMapping, origin: start, event: handler.count, line: lineStart),
            at: at)
        try emit(YAMLEvent(isSequence ? .sequenceStart : .mappingStart, style: .flow, at: at), own)
        at += 1
        return .resume
    }

    /// Moves to what comes next in a flow collection.
    mutating func skipInFlow() throws(YAMLFault) {
        let line = lineStart
        skipToContent()
        guard !isAtEnd else {
            // Only what is open can be unfinished; the outermost one says best where.
            let root = open.first { $0.kind == .flowSequence || $0.kind == .flowMapping }
            let mark = root?.kind == .flowSequence ? "'['" : "'{'"
            throw YAMLFault("this \(mark) is never closed", at: root?.origin ?? at)
        }
        guard lineStart != line else { return }
        if isDocumentMarker(at: at) { throw YAMLFault("a document ends here, inside a flow collection", at: at) }
        try checkFlowIndent(indent, flowRoot.place.indent)
    }

    /// Lines between brackets or quotes are indented if they are part of a block collection.
    ///
    /// The specification asks for more, one space more than the collection; manifests in the wild, argo's own examples
    /// among them, do not do it, and no reader that people use insists on it.
    func checkFlowIndent(_ spaces: Int, _ parentIndent: Int) throws(YAMLFault) {
        guard spaces == 0, parentIndent >= 0 else { return }
        if isBehindTab(at) { throw YAMLFault("a tab cannot indent; use spaces", at: lineStart) }
        throw YAMLFault("this line is not indented, but the bracket or quote it stands in is", at: at)
    }

    /// Reads a node inside a flow collection; where none stands it is empty.
    mutating func readFlowNode() throws(YAMLFault) -> Step {
        var own = YAMLProperties()
        try skipInFlow()
        let line = lineStart
        while source[at] == .ampersand || source[at] == .exclamation {
            try readProperty(into: &own)
            try skipInFlow()
        }
        endsLikeJSON = false
        switch source[at] {
        case .openBracket, .openBrace: return try openFlow(own)
        case .comma, .closeBracket, .closeBrace: return try addFlowLeaf(emptyLeaf, own, line)
        case .colon where isFlowColon: return try addFlowLeaf(emptyLeaf, own, line)
        case .asterisk:
            guard own.isEmpty else { throw YAMLFault("an alias takes no tag and no anchor", at: at) }
            return try addFlowLeaf(try readAlias(), own, line)
        case .quote, .apostrophe:
            let leaf = try readLeaf(flowRoot.place.indent)
            endsLikeJSON = true
            return try addFlowLeaf(leaf, own, line)
        default:
            let leaf = try readPlainLine(inFlow: true)
            return try addFlowLeaf(try continued(leaf, flowRoot.place.indent, inFlow: true), own, line)
        }
    }

    @inline(__always)
    private var emptyLeaf: YAMLEvent { YAMLEvent(.scalar, text: at..<at, at: at) }

    /// Adds a node that is no collection; in a sequence it may be the key of a pair, as in `[a: b]`.
    private mutating func addFlowLeaf(
        _ leaf: YAMLEvent, _ own: YAMLProperties, _ line: Int
    ) throws(YAMLFault) -> Step {
        let origin = own.isEmpty ? leaf.origin : own.origin
        guard startsPair(origin, line) else {
            try emit(leaf, own)
            return .resume
        }
        try emit(YAMLEvent(.mappingStart, style: .flow, at: origin))
        try emit(leaf, own)
        return try openPair()
    }

    /// Whether what was read last is a key in a sequence; the cursor stands on its `:` then.
    private mutating func startsPair(_ origin: Int, _ line: Int) -> Bool {
        guard let sequence = open.last, sequence.kind == .flowSequence, line == lineStart,
            at - origin <= Self.keyLimit
        else { return false }
        let end = at
        while source[at].isBlank { at += 1 }
        if isFlowColon { return true }
        at = end
        return false
    }

    /// The cursor stands on the `:` of a pair.
    private mutating func openPair() throws(YAMLFault) -> Step {
        try push(YAMLCollection(kind: .flowPair, phase: .separator, origin: at), at: at)
        at += 1
        return .flowNode
    }

    /// Whether a `:` stands here that ends a key.
    @inline(__always)
    private var isFlowColon: Bool {
        guard source[at] == .colon else { return false }
        let next = source[at + 1]
        return endsLikeJSON || next.isBlankOrBreak || next.isFlowIndicator
    }

    mutating func resumeFlowSequence(_ sequence: YAMLCollection) throws(YAMLFault) -> Step {
        let top = open.count - 1
        try skipInFlow()
        if sequence.phase == .separator {
            switch source[at] {
            case .comma:
                at += 1
                open[top].phase = .entry
                return .resume
            case .closeBracket: return try closeFlow(sequence)
            default: throw unexpectedInFlow(before: "]")
            }
        }
        switch source[at] {
        case .closeBracket: return try closeFlow(sequence)
        case .comma: throw YAMLFault("expected an entry before this ','", at: at)
        default: break
        }
        open[top].phase = .separator
        if isExplicitFlowKey {
            try emit(YAMLEvent(.mappingStart, style: .flow, at: at))
            try push(YAMLCollection(kind: .flowPair, phase: .value, origin: at), at: at)
            at += 1
        }
        return .flowNode
    }

    mutating func resumeFlowMapping(_ mapping: YAMLCollection) throws(YAMLFault) -> Step {
        let top = open.count - 1
        try skipInFlow()
        switch mapping.phase {
        case .entry:
            switch source[at] {
            case .closeBrace: return try closeFlow(mapping)
            case .comma: throw YAMLFault("expected a key before this ','", at: at)
            default: break
            }
            open[top].phase = .value
            if isExplicitFlowKey { at += 1 }
            return .flowNode
        case .value:
            open[top].phase = .separator
            return try takeFlowValue()
        case .separator:
            switch source[at] {
            case .comma:
                at += 1
                open[top].phase = .entry
                return .resume
            case .closeBrace: return try closeFlow(mapping)
            default: throw unexpectedInFlow(before: "}")
            }
        }
    }

    /// Something stands behind a value where a list or a mapping goes on or ends: `[a {{b}}]`, say.
    private func unexpectedInFlow(before end: Character) -> YAMLFault {
        if source[at] == .openBrace, source[at + 1] == .openBrace { return .placeholder(at: at) }
        return YAMLFault("expected ',' or '\(end)', found \(Spelling.found(source, at))", at: at)
    }

    mutating func resumeFlowPair(_ pair: YAMLCollection) throws(YAMLFault) -> Step {
        if pair.phase == .value {
            try skipInFlow()
            open[open.count - 1].phase = .separator
            return try takeFlowValue()
        }
        open.removeLast()
        try emit(YAMLEvent(.mappingEnd, style: .flow, at: at))
        return .resume
    }

    /// The value behind a `:`, or nothing where there is none.
    private mutating func takeFlowValue() throws(YAMLFault) -> Step {
        guard isFlowColon else {
            try emitEmpty(at: at)
            return .resume
        }
        at += 1
        return .flowNode
    }

    @inline(__always)
    private var isExplicitFlowKey: Bool {
        source[at] == .question && (source[at + 1].isBlankOrBreak || source[at + 1].isFlowIndicator)
    }

    private mutating func closeFlow(_ collection: YAMLCollection) throws(YAMLFault) -> Step {
        open.removeLast()
        try emit(YAMLEvent(collection.kind == .flowSequence ? .sequenceEnd : .mappingEnd, style: .flow, at: at))
        at += 1
        endsLikeJSON = true
        switch open.last?.kind {
        case .flowSequence:
            guard startsPair(collection.origin, collection.line) else { return .resume }
            try handler.openMapping(
                before: collection.event, at: collection.origin, style: .flow, anchor: 0..<0, tag: nil)
            return try openPair()
        case .flowMapping, .flowPair: return .resume
        case .blockSequence, .blockMapping, nil: return flowRoot.role == .key ? .resume : try finishFlowRoot()
        }
    }

    /// What a block node has read is a flow collection: a node, or the first key of a mapping.
    private mutating func finishFlowRoot() throws(YAMLFault) -> Step {
        let root = flowRoot
        guard root.lineStart == lineStart, at - root.origin <= Self.keyLimit, skipBlanksToColon() else {
            _ = try Self.merged(root.outer, root.inner)
            return .resume
        }
        guard root.place.takesCollection, !isBehindTab(root.origin) else { throw unexpected() }
        try handler.openMapping(
            before: root.event, at: root.origin, style: .plain, anchor: root.outer.anchor, tag: tag(root.outer))
        try push(
            YAMLCollection(kind: .blockMapping, indent: root.origin - lineStart, origin: root.origin), at: root.origin)
        return takeImplicitValue()
    }

    /// The flow collection of a line that must be a key.
    mutating func finishFlowKey() throws(YAMLFault) -> Step {
        let root = flowRoot
        flowRoot.role = .node
        guard root.lineStart == lineStart, at - root.origin <= Self.keyLimit, skipBlanksToColon() else {
            throw YAMLFault("expected ': ' and a value after this key", at: root.origin)
        }
        return takeImplicitValue()
    }
}
