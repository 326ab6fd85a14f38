extension ValueTree {
    /// An object's member, the last one of that name. Setting nil removes it; setting a value in anything but an object
    /// makes it an object; a replaced key keeps its place.
    package subscript(_ key: String) -> ValueTree? {
        get {
            if case .object(let members) = self { members[key] } else { nil }
        }
        set {
            var members: Members = [:]
            if case .object(let existing) = self { members = existing } else if newValue == nil { return }
            self = .null
            members[key] = newValue
            self = .object(members)
        }
    }

    /// An array's element. Setting nil removes it; setting the place after the last one appends; any other place
    /// outside, and any other kind, stays as it is.
    package subscript(_ index: Int) -> ValueTree? {
        get {
            guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
            return elements[index]
        }
        set {
            guard case .array(var elements) = self, index >= 0, index <= elements.count else { return }
            self = .null
            switch newValue {
            case .some(let value) where index == elements.count: elements.append(value)
            case .some(let value): elements[index] = value
            case .none where index < elements.count: elements.remove(at: index)
            case .none: break
            }
            self = .array(elements)
        }
    }

    /// The member at the end of a path of keys. Setting a value makes the objects on the way.
    package subscript(path keys: String...) -> ValueTree? {
        get { keys.reduce(self) { $0?[$1] } }
        set {
            var value = newValue
            for depth in keys.indices.reversed() {
                var owner = keys[..<depth].reduce(self) { $0?[$1] }
                if owner == nil, value == nil { return }
                if owner == nil { owner = .object([:]) }
                owner?[keys[depth]] = value
                value = owner
            }
            if let value { self = value }
        }
    }
}
