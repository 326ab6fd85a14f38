import DocumentKit

extension DocumentValue {
    /// What a text field is sent with: of the numbers and booleans of YAML text is made, as `TextFields` does; nil for
    /// what is no text.
    var sentText: String? {
        switch kind {
        case .string: string
        case .number where document.isYAML: scalarText
        case .bool where document.isYAML: bool.map { $0 ? "true" : "false" }
        default: nil
        }
    }
}
