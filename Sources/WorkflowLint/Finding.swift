package import DocumentKit

/// One thing wrong with a manifest, at a place in it.
package struct Finding: Sendable {
    package var rule: Rule
    package var severity: Severity
    /// Lower case, no final period; argo's text where argo has one: `spec.templates[0].name is required`.
    package var message: String
    /// The value or the key it is about; line, column, excerpt and path come from it.
    package var place: DocumentValue
    /// The part of the place's text that it is about, where it is not about all of it: `{{inputs.parameters.x}}`.
    package var part: String?
    /// What to do about it.
    package var hint: String?
    /// The word that is not known, and those that could stand in its place: the fields of a type, the templates of a
    /// workflow. Whoever prints the finding proposes the nearest and, when asked to explain, lists all of them.
    package var choice: Choice?
    /// The object that a field is missing from, or that a field is in that it does not have.
    package var holder: DocumentValue?
    /// Fields of the holder of which one has to be there.
    package var missing: [String] = []
    /// The index of the document among those linted together.
    package var subject: Int

    /// The message with its line, its column and the text there.
    package var error: DocumentError { part.map { place.error(message, at: $0) } ?? place.error(message) }

    package struct Choice: Sendable {
        package var word: String
        package var known: [String]

        package init(_ word: String, among known: [String]) {
            self.word = word
            self.known = known
        }
    }
}
