package import DocumentKit

extension Timestamp {
    /// nil unless the value is a string that holds an RFC 3339 time.
    package init?(rfc3339 value: DocumentValue) {
        guard let bytes = value.utf8 else { return nil }
        self.init(rfc3339: bytes.span)
    }
}
