extension DocumentValue {
    /// What is wrong with this value, as an error at its place.
    package func fault(_ message: String) -> DocumentError {
        DocumentError(message, at: position.offset, in: document.bytes)
    }
}
