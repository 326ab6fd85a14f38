extension ValueTree {
    private struct Container {
        var end: Int
        var isObject: Bool
        var key = ""
        var elements: [ValueTree] = []
        var members = Members()

        mutating func add(_ tree: ValueTree) {
            if isObject { members.append(key, tree) } else { elements.append(tree) }
        }
    }

    /// A copy of a document's value that can be changed.
    package init(_ value: DocumentValue) {
        let document = value.document
        var open: [Container] = []
        var index = value.index
        while true {
            let value = DocumentValue(document: document, index: index)
            let entry = value.entry
            index += 1
            var tree: ValueTree
            if entry.isContainer {
                open.append(Container(end: index - 1 + entry.extent, isObject: entry.kind == .object))
                tree = .null
            } else {
                tree = ValueTree(scalar: value)
                guard !open.isEmpty else {
                    self = tree
                    return
                }
                open[open.count - 1].add(tree)
            }
            while let container = open.last, container.end == index {
                open.removeLast()
                tree = container.isObject ? .object(container.members) : .array(container.elements)
                guard !open.isEmpty else {
                    self = tree
                    return
                }
                open[open.count - 1].add(tree)
            }
            if open[open.count - 1].isObject {
                open[open.count - 1].key = DocumentValue(document: document, index: index).string ?? ""
                index += 1
            }
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
