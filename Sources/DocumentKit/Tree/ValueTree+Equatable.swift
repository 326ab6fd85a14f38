extension ValueTree: Equatable {
    /// Same kinds, texts and order; numbers are compared as they are spelled.
    package static func == (left: ValueTree, right: ValueTree) -> Bool {
        var pairs = [(left, right)]
        while let (left, right) = pairs.popLast() {
            switch (left, right) {
            case (.null, .null): continue
            case (.bool(let left), .bool(let right)) where left == right: continue
            case (.number(let left), .number(let right)) where left == right: continue
            case (.string(let left), .string(let right)) where left.utf8.elementsEqual(right.utf8): continue
            case (.array(let left), .array(let right)) where left.count == right.count:
                pairs.append(contentsOf: zip(left, right))
            case (.object(let left), .object(let right)) where left.hasSameKeys(right):
                pairs.append(contentsOf: zip(left.lazy.map(\.value), right.lazy.map(\.value)))
            default: return false
            }
        }
        return true
    }
}
