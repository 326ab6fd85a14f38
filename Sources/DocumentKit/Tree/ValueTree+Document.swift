extension ValueTree {
    private struct Container {
        let end: Int
        let isObject: Bool
        var key = ""
        var elements: [ValueTree] = []
        var members = Members()

        init(_ value: DocumentValue) {
            end = value.index + value.entry.extent
            isObject = value.kind == .object
        }

        consuming func tree(_ repeatedKeys: RepeatedKeys) -> ValueTree {
            guard isObject else { return .array(elements) }
            if repeatedKeys == .lastCounts { members.keepLastOfEachKey() }
            return .object(members)
        }

        mutating func add(_ tree: ValueTree) {
            if isObject { members.append(key, tree) } else { elements.append(tree) }
        }
    }

    /// What becomes of members whose key stands there once more.
    package enum RepeatedKeys {
        case stay
        /// As for every reader of the document; but what is made of it goes to one who would merge them.
        case lastCounts
    }

    /// A copy of a document's value that can be changed.
    package init(_ value: DocumentValue, repeatedKeys: RepeatedKeys = .stay) {
        guard value.entry.isContainer else {
            self.init(scalar: value)
            return
        }
        // Open containers stand on a stack: a deep document must not become deep recursion.
        var open = [Container(value)]
        var index = value.index + 1
        while true {
            while let container = open.last, container.end == index {
                open.removeLast()
                let tree = container.tree(repeatedKeys)
                guard !open.isEmpty else {
                    self = tree
                    return
                }
                open[open.count - 1].add(tree)
            }
            if open[open.count - 1].isObject {
                open[open.count - 1].key = DocumentValue(document: value.document, index: index).string ?? ""
                index += 1
            }
            let child = DocumentValue(document: value.document, index: index)
            if child.entry.isContainer {
                open.append(Container(child))
            } else {
                open[open.count - 1].add(ValueTree(scalar: child))
            }
            index += 1
        }
    }

    private init(scalar value: DocumentValue) {
        switch value.kind {
        case .bool: self = .bool(value.bool ?? false)
        case .number: self = .number(value.scalarText ?? "")
        case .string: self = .string(value.string ?? "")
        case .null, .array, .object: self = .null
        }
    }
}
