package import DocumentKit

/// Collects what the checks find, in whatever order they find it.
package struct Findings: Sendable {
    package private(set) var all: [Finding] = []
    /// The index of the document being checked, for every finding that is added.
    package var subject = 0

    package init() {}

    package mutating func add(
        _ rule: Rule, _ message: String, at place: DocumentValue, part: String? = nil, hint: String? = nil,
        choice: Finding.Choice? = nil, holder: DocumentValue? = nil, missing: [String] = []
    ) {
        all.append(
            Finding(
                rule: rule, severity: rule.severity, message: message, place: place, part: part, hint: hint,
                choice: choice, holder: holder, missing: missing, subject: subject))
    }

    /// By document in the order they were given, then by place.
    package func sorted() -> [Finding] {
        all.enumerated().sorted {
            ($0.element.subject, $0.element.place.offset, $0.offset)
                < ($1.element.subject, $1.element.place.offset, $1.offset)
        }
        .map(\.element)
    }
}
