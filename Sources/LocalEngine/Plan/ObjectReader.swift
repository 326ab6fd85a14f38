import DocumentKit

/// One object of a manifest, read field by field; what is wrong goes into `findings` and reading goes on.
struct ObjectReader {
    let tree: ValueTree
    let path: FieldPath
    let findings: Findings

    /// nil (with a problem) when it is not an object; fields that `fields` does not know are refused here.
    init?(_ tree: ValueTree, at path: FieldPath, knowing fields: FieldTable, findings: Findings) {
        guard case .object(let members) = tree else {
            findings.report(path, "must be an object")
            return nil
        }
        self.tree = tree
        self.path = path
        self.findings = findings
        for (key, value) in members where !value.isUnset && !fields.used.contains(key) {
            if !fields.idle.contains(key) {
                findings.report(path[key], "is not supported by the local backend")
            } else if !value.isEmpty {
                findings.noteIdle(path[key])
            }
        }
    }

    /// The field's value, nil when it is absent or null.
    func value(_ key: String) -> ValueTree? {
        guard let value = tree[key], value != .null else { return nil }
        return value
    }

    func string(_ key: String) -> String? {
        guard let value = value(key) else { return nil }
        if value.string == nil { findings.report(path[key], "must be a string") }
        return value.string
    }

    /// A string, number or bool as text; argo takes all three where it wants a parameter's value.
    func text(_ key: String) -> String? {
        guard let value = value(key) else { return nil }
        if value.scalarText == nil { findings.report(path[key], "must be a string, a number or a boolean") }
        return value.scalarText
    }

    func bool(_ key: String) -> Bool? {
        guard let value = value(key) else { return nil }
        if value.bool == nil { findings.report(path[key], "must be true or false") }
        return value.bool
    }

    /// A string with its `{{…}}` read.
    func interpolation(_ key: String) -> Interpolation? {
        string(key).flatMap { parse($0, at: path[key]) }
    }

    /// A parameter's value with its `{{…}}` read.
    func textInterpolation(_ key: String) -> Interpolation? {
        text(key).flatMap { parse($0, at: path[key]) }
    }

    func interpolations(_ key: String) -> [Interpolation] {
        list(key).compactMap { value, path in
            guard let text = value.string else {
                findings.report(path, "must be a string")
                return nil
            }
            return parse(text, at: path)
        }
    }

    func list(_ key: String) -> [(value: ValueTree, path: FieldPath)] {
        guard let value = value(key) else { return [] }
        guard case .array(let elements) = value else {
            findings.report(path[key], "must be a list")
            return []
        }
        return elements.enumerated().map { ($1, path[key][$0]) }
    }

    func object(_ key: String, knowing fields: FieldTable) -> ObjectReader? {
        value(key).flatMap { ObjectReader($0, at: path[key], knowing: fields, findings: findings) }
    }

    func objects(_ key: String, knowing fields: FieldTable) -> [ObjectReader] {
        list(key).compactMap { ObjectReader($0.value, at: $0.path, knowing: fields, findings: findings) }
    }

    /// The `name` every listed object must have, of letters, digits, `-` and `_`.
    func name() -> String? {
        guard let name = string("name") else {
            if value("name") == nil { findings.report(path["name"], "is missing") }
            return nil
        }
        guard !name.isEmpty, name.utf8.count <= 128, name.utf8.allSatisfy(Self.isNameByte) else {
            findings.report(path["name"], "must be 1 to 128 letters, digits, '-' and '_'")
            return nil
        }
        return name
    }

    private func parse(_ text: String, at path: FieldPath) -> Interpolation? {
        do {
            return try Interpolation(parsing: text)
        } catch {
            findings.report(path, error.message)
            return nil
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

extension ValueTree {
    /// Null and false: the same as not being there, for any field that can be left out.
    fileprivate var isUnset: Bool { self == .null || self == .bool(false) }

    /// Says nothing that could matter.
    fileprivate var isEmpty: Bool {
        switch self {
        case .null, .bool(false), .string(""): true
        case .array(let elements): elements.isEmpty
        case .object(let members): members.isEmpty
        default: false
        }
    }
}
