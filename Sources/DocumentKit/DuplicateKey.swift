/// A key that stands twice in one object; the second one wins.
package struct DuplicateKey: Sendable, Equatable {
    package var key: String
    /// The object, from the root: `spec.templates[0]`; empty for the root itself.
    package var path: String
    package var first: SourcePosition
    package var second: SourcePosition
}

extension Document {
    /// Every repeated key, in source order.
    package func duplicateKeys() -> [DuplicateKey] {
        var found: [DuplicateKey] = []
        for index in tape.indices where entry(index).kind == .object {
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
                child += 1 + entry(child + 1).span
            }
        }
        return found
    }

    /// The way from the root to a value: `spec.templates[0]`.
    func path(to target: Int) -> String {
        var path = ""
        var index = 0
        while index < target, entry(index).isContainer {
            let isObject = entry(index).kind == .object
            var child = index + 1
            var position = 0
            while child < target {
                let value = isObject ? child + 1 : child
                let next = value + entry(value).span
                if target < next {
                    if isObject {
                        path += path.isEmpty ? "" : "."
                        path += DocumentValue(document: self, index: child).string ?? ""
                    } else {
                        path += "[\(position)]"
                    }
                    child = value
                    break
                }
                child = next
                position += 1
            }
            index = child
        }
        return path
    }
}
