/// Lays a tree out as a document: scalars one after the other in the bytes, entries on the tape, no recursion.
struct TreeTape {
    private struct Container {
        var index: Int
        var value: ValueTree
        var next = 0
    }

    private var bytes: [UInt8] = []
    private var tape: [UInt64] = []
    private var open: [Container] = []

    static func document(_ tree: ValueTree) -> Document {
        var layout = TreeTape()
        layout.add(tree)
        while let child = layout.nextChild() { layout.add(child) }
        return Document(bytes: layout.bytes, tape: layout.tape)
    }

    private mutating func nextChild() -> ValueTree? {
        while let container = open.last {
            let next = container.next
            open[open.count - 1].next += 1
            switch container.value {
            case .array(let elements) where next < elements.count: return elements[next]
            case .object(let members) where next < members.count:
                add(.string(members[next].key))
                return members[next].value
            default:
                let entry = TapeEntry(bits: tape[container.index])
                let extent = tape.count - container.index
                tape[container.index] = TapeEntry(entry.kind, start: entry.start, extent: extent).bits
                open.removeLast()
            }
        }
        return nil
    }

    private mutating func add(_ tree: ValueTree) {
        switch tree {
        case .null: add(.null, "null")
        case .bool(let value): add(value ? .true : .false, value ? "true" : "false")
        case .number(let text): add(JSONNumberScanner.isNumber(text.utf8.span) ? .number : .text, text)
        case .string(let text): add(.text, text)
        case .array: open(.array, tree)
        case .object: open(.object, tree)
        }
    }

    private mutating func open(_ kind: TapeEntry.Kind, _ tree: ValueTree) {
        open.append(Container(index: tape.count, value: tree))
        tape.append(TapeEntry(kind, start: bytes.count, extent: 1).bits)
    }

    private mutating func add(_ kind: TapeEntry.Kind, _ text: String) {
        tape.append(TapeEntry(kind, start: bytes.count, extent: text.utf8.count).bits)
        bytes.append(contentsOf: text.utf8)
    }
}

extension ValueTree {
    /// The tree as a parsed document. Positions in it mean nothing.
    package func document() -> Document { TreeTape.document(self) }
}
