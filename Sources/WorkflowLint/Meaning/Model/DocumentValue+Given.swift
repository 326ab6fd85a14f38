import DocumentKit

extension DocumentValue {
    /// A member that says something: null is as good as none.
    func given(_ key: String) -> DocumentValue? {
        guard let value = self[key], !value.isNull else { return nil }
        return value
    }

    /// A member's text as it is sent; nil where there is none or an empty one.
    func name(_ key: String) -> String? {
        guard let text = self[key]?.sentText, !text.isEmpty else { return nil }
        return text
    }
}
