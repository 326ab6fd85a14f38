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

        var tree: ValueTree { isObject ? .object(members) : .array(elements) }

        mutating func add(_ tree: ValueTree) {
            if isObject { members.append(key, tree) } else { elements.append(tree) }
        }
    }

    /// A copy of a document's value that can be changed.
    package init(_ value: DocumentValue) {
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
                guard !open.isEmpty else {
                    self = container.tree
                    return
                }
                open[open.count - 1].add(container.tree)
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
