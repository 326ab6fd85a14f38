package import DocumentKit

/// One thing wrong with a manifest, at a place in it.
package struct Finding: Sendable {
    package var rule: Rule
    package var severity: Severity
    /// Lower case, no final period; argo's text where argo has one: `spec.templates[0].name is required`.
    package var message: String
    /// The value or the key it is about; line, column, excerpt and path come from it.
    package var place: DocumentValue
    /// What to do about it.
    package var hint: String?
    /// The index of the document among those linted together.
    package var subject: Int
}
