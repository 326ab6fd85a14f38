// Flow collections: chapter 7.4 of the specification.

extension YAMLParser {
    /// Longer keys than this are keys in explicit form only, so that a reader need not look ahead for ever.
    private static let keyLimit = 1024

    /// The cursor stands on `[` or `{`.
    mutating func openFlow(_ own: YAMLProperties = YAMLProperties()) throws(YAMLFault) -> Step {
        let isSequence = source[at] == .openBracket
        try push(YAMLCollection(kind: isSequence ? .flowSequence : .flowMapping, origin: at), at: at)
        emit(YAMLEvent(isSequence ? .sequenceStart : .mappingStart, style: .flow, at: at), own)
        at += 1
        return .resume
    }

    /// Moves to what comes next in a flow collection, over lines that must be indented like the node it is part of.
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
        while source[at] == .ampersand || source[at] == .exclamation {
            try readProperty(into: &own)
            try skipInFlow()
        }
        endsLikeJSON = false
        switch source[at] {
        case .comma, .closeBracket, .closeBrace: emitEmpty(own, at: at)
        case .colon where isFlowColon: emitEmpty(own, at: at)
        case .openBracket, .openBrace: return try openFlow(own)
        case .asterisk:
            guard own.isEmpty else { throw YAMLFault("an alias takes no tag and no anchor", at: at) }
            emit(try readAlias(), own)
        case .quote:
            emit(try readDoubleQuoted(flowRoot.place.indent), own)
            endsLikeJSON = true
        case .apostrophe:
            emit(try readSingleQuoted(flowRoot.place.indent), own)
            endsLikeJSON = true
        default:
            let line = try readPlainLine(inFlow: true)
            emit(try continued(line, flowRoot.place.indent, inFlow: true), own)
        }
        return .resume
    }

    /// Whether a `:` stands here that ends a key.
    private var isFlowColon: Bool {
        guard source[at] == .colon else { return false }
        let next = source[at + 1]
        return endsLikeJSON || next.isBlankOrBreak || next.isFlowIndicator
    }

    mutating func resumeFlowSequence(_ sequence: YAMLCollection) throws(YAMLFault) -> Step {
        let top = open.count - 1
        try skipInFlow()
        if sequence.phase == .separator {
            // `[a: b]` has one pair; its key stands on one line.
            if sequence.entryLine == lineStart, isFlowColon, isKeyLength(events[sequence.entryEvent].origin) {
                insertMapping(at: sequence.entryEvent)
                at += 1
                try push(YAMLCollection(kind: .flowPair, phase: .separator, origin: at), at: at)
                return .flowNode
            }
            switch source[at] {
            case .comma:
                at += 1
                open[top].phase = .entry
                return .resume
            case .closeBracket: return try closeFlow(.sequenceEnd)
            default: throw YAMLFault("expected ',' or ']', found \(Spelling.found(source, at))", at: at)
            }
        }
        switch source[at] {
        case .closeBracket: return try closeFlow(.sequenceEnd)
        case .comma: throw YAMLFault("expected an entry before this ','", at: at)
        default: break
        }
        open[top].phase = .separator
        if isExplicitFlowKey {
            events.append(YAMLEvent(.mappingStart, style: .flow, at: at))
            try push(YAMLCollection(kind: .flowPair, phase: .value, origin: at), at: at)
            at += 1
            return .flowNode
        }
        open[top].entryEvent = events.count
        open[top].entryLine = lineStart
        return .flowNode
    }

    mutating func resumeFlowMapping(_ mapping: YAMLCollection) throws(YAMLFault) -> Step {
        let top = open.count - 1
        try skipInFlow()
        switch mapping.phase {
        case .entry:
            switch source[at] {
            case .closeBrace: return try closeFlow(.mappingEnd)
            case .comma: throw YAMLFault("expected a key before this ','", at: at)
            default: break
            }
            open[top].phase = .value
            if isExplicitFlowKey { at += 1 }
            endsLikeJSON = false
            return .flowNode
        case .value:
            open[top].phase = .separator
            return takeFlowValue()
        case .separator:
            switch source[at] {
            case .comma:
                at += 1
                open[top].phase = .entry
                return .resume
            case .closeBrace: return try closeFlow(.mappingEnd)
            default: throw YAMLFault("expected ',' or '}', found \(Spelling.found(source, at))", at: at)
            }
        }
    }

    mutating func resumeFlowPair(_ pair: YAMLCollection) throws(YAMLFault) -> Step {
        if pair.phase == .value {
            try skipInFlow()
            open[open.count - 1].phase = .separator
            return takeFlowValue()
        }
        open.removeLast()
        events.append(YAMLEvent(.mappingEnd, style: .flow, at: at))
        endsLikeJSON = false
        // What was one pair is no key of another.
        open[open.count - 1].entryLine = -1
        return .resume
    }

    /// The value behind a `:`, or nothing where there is none.
    private mutating func takeFlowValue() -> Step {
        guard isFlowColon else {
            emitEmpty(at: at)
            return .resume
        }
        at += 1
        return .flowNode
    }

    private var isExplicitFlowKey: Bool {
        source[at] == .question && (source[at + 1].isBlankOrBreak || source[at + 1].isFlowIndicator)
    }

    /// Opens a mapping before an event that turned out to be its first key.
    private mutating func insertMapping(at event: Int, _ own: YAMLProperties = YAMLProperties(), isFlow: Bool = true) {
        var start = YAMLEvent(.mappingStart, style: isFlow ? .flow : .plain, at: events[event].origin)
        if !own.isEmpty {
            start.properties = properties.count
            properties.append(own)
        }
        events.insert(start, at: event)
    }

    private mutating func closeFlow(_ kind: YAMLEvent.Kind) throws(YAMLFault) -> Step {
        open.removeLast()
        events.append(YAMLEvent(kind, style: .flow, at: at))
        at += 1
        endsLikeJSON = true
        if let outer = open.last, outer.kind != .blockMapping, outer.kind != .blockSequence { return .resume }
        return flowRoot.role == .key ? .resume : try finishFlowRoot()
    }

    /// What a block node has read is a flow collection: a node, or the first key of a mapping.
    private mutating func finishFlowRoot() throws(YAMLFault) -> Step {
        let root = flowRoot
        guard root.lineStart == lineStart, isKeyLength(root.origin), skipBlanksToColon() else {
            attach(try merged(root.outer, root.inner), to: root.event)
            return .resume
        }
        guard root.place.takesCollection, !isBehindTab(root.origin) else { throw unexpected() }
        attach(root.inner, to: root.event)
        insertMapping(at: root.event, root.outer, isFlow: false)
        try push(
            YAMLCollection(kind: .blockMapping, indent: root.origin - lineStart, origin: root.origin), at: root.origin)
        return takeImplicitValue()
    }

    /// The flow collection of a line that must be a key.
    mutating func finishFlowKey() throws(YAMLFault) -> Step {
        let root = flowRoot
        flowRoot.role = .node
        guard root.lineStart == lineStart, isKeyLength(root.origin), skipBlanksToColon() else {
            throw YAMLFault("expected ': ' and a value after this key", at: root.origin)
        }
        attach(root.inner, to: root.event)
        return takeImplicitValue()
    }

    private func isKeyLength(_ origin: Int) -> Bool { at - origin <= Self.keyLimit }

    private mutating func attach(_ own: YAMLProperties, to event: Int) {
        guard !own.isEmpty else { return }
        events[event].properties = properties.count
        events[event].origin = own.origin
        properties.append(own)
    }
}
