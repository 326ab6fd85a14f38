import WorkflowAPI

/// A field selector: `metadata.name=x,metadata.namespace!=y`. There are no other fields to go by.
struct FieldSelector: Sendable, Equatable {
    struct Requirement: Sendable, Equatable {
        var field: String
        var value: String
        var isEqual: Bool
    }

    private(set) var requirements: [Requirement] = []

    init(parsing text: String) throws(BackendError) {
        for part in text.split(separator: ",") {
            let sign = part.contains("!=") ? "!=" : part.contains("==") ? "==" : "="
            let sides = part.split(separator: sign, maxSplits: 1, omittingEmptySubsequences: false)
            let field = sides[0].filter { !$0.isWhitespace }
            guard sides.count == 2, ["metadata.name", "metadata.namespace"].contains(field) else {
                throw .invalid(
                    "the field selector '\(part)' is not supported by the local backend: "
                        + "metadata.name and metadata.namespace with =, == or != are")
            }
            let value = sides[1].filter { !$0.isWhitespace }
            requirements.append(Requirement(field: field, value: value, isEqual: sign != "!="))
        }
    }

    func matches(name: String, namespace: String) -> Bool {
        requirements.allSatisfy {
            ($0.field == "metadata.name" ? name : namespace) == $0.value ? $0.isEqual : !$0.isEqual
        }
    }
}
