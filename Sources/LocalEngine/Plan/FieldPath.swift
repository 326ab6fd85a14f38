package import DocumentKit

/// Where a value stands in a manifest: `spec.templates[0].steps[0][1].withItems`.
package struct FieldPath: Sendable, Hashable, CustomStringConvertible {
    package enum Part: Sendable, Hashable {
        case key(String)
        case index(Int)
    }

    package var parts: [Part] = []

    package init(_ parts: [Part] = []) { self.parts = parts }

    package subscript(_ key: String) -> FieldPath { FieldPath(parts + [.key(key)]) }
    package subscript(_ index: Int) -> FieldPath { FieldPath(parts + [.index(index)]) }

    package var description: String {
        var text = ""
        for part in parts {
            switch part {
            case .key(let key): text += text.isEmpty ? key : ".\(key)"
            case .index(let index): text += "[\(index)]"
            }
        }
        return text
    }

    /// What stands there, or as near to it as the document goes: for saying in which line.
    package func nearestValue(in root: DocumentValue) -> DocumentValue {
        var value = root
        for part in parts {
            let next =
                switch part {
                case .key(let key): value[key]
                case .index(let index): value[index]
                }
            guard let next else { return value }
            value = next
        }
        return value
    }
}
