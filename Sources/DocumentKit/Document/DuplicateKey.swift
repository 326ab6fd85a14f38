/// A key that stands twice in one object; the second one wins.
package struct DuplicateKey: Sendable, Equatable {
    package var key: String
    /// The object, from the root: `spec.templates[0]`; empty for the root itself.
    package var path: String
    package var first: SourcePosition
    package var second: SourcePosition
}

extension Document {
    /// The repeated keys, up to a number of them, in source order of their objects.
    package func duplicateKeys(limit: Int = 100) -> [DuplicateKey] {
        var found: [DuplicateKey] = []
        for index in 0..<entry(0).span where entry(index).kind == .object {
            var places: [[UInt8]: Int] = [:]
            var child = index + 1
            while child < index + entry(index).extent {
                let key = decoded(entry(child))
                if let first = places.updateValue(child, forKey: key) {
                    let key = String(decoding: key, as: UTF8.self)
                    let path = path(to: index)
                    found.append(
                        DuplicateKey(key: key, path: path, first: position(of: first), second: position(of: child)))
                }
                if found.count == limit { return found }
                child += 1 + entry(child + 1).span
            }
        }
        return found
    }
}
