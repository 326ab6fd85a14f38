/// Why a text is not YAML, before anyone has asked for lines and columns.
struct YAMLFault: Error, Equatable {
    /// Lower case, no final period.
    var message: String
    var offset: Int

    init(_ message: String, at offset: Int) {
        self.message = message
        self.offset = offset
    }

    /// `{{name}}` is a placeholder to Argo and a mapping in a mapping to YAML.
    static func placeholder(at offset: Int) -> YAMLFault {
        YAMLFault("'{{' starts a mapping in YAML; put the whole value in quotes: \"{{…}}\"", at: offset)
    }

    func error(in text: [UInt8]) -> DocumentError {
        DocumentError(message, at: offset, in: text)
    }
}
