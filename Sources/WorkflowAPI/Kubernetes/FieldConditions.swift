import WorkflowModel

/// A field selector in argo's grammar, told apart: what the API server evaluates of it, and what is done here.
///
///     metadata.name=a,metadata.namespace!=b         the API server knows no other fields of a workflow
///     spec.startedAt>2026-01-02T03:04:05Z           done here
///     ext.showRemainingItemCount=true               says nothing about workflows
struct FieldConditions: Sendable, Equatable {
    /// nil where nothing is left for the server.
    private(set) var server: String?
    private(set) var startedAfter: Timestamp?
    private(set) var startedBefore: Timestamp?

    init(parsing text: String) throws(BackendError) {
        var known: [String] = []
        for part in text.split(separator: ",") {
            let condition = part.filter { !$0.isWhitespace }
            guard let sign = condition.firstIndex(where: { "=!<>".contains($0) }) else { throw Self.unknown(part) }
            switch condition[..<sign] {
            case "metadata.name", "metadata.namespace":
                guard "=!".contains(condition[sign]) else { throw Self.unknown(part) }
                known.append(condition)
            case "spec.startedAt":
                guard let time = Timestamp(rfc3339: String(condition[sign...].dropFirst())) else {
                    throw .invalid("'\(part)': expected an RFC 3339 time such as 2026-01-02T15:04:05Z")
                }
                switch condition[sign] {
                case ">": startedAfter = max(time, startedAfter ?? time)
                case "<": startedBefore = min(time, startedBefore ?? time)
                default: throw Self.unknown(part)
                }
            case "ext.showRemainingItemCount": break
            default: throw Self.unknown(part)
            }
        }
        server = known.isEmpty ? nil : known.joined(separator: ",")
    }

    /// Whether a workflow meets what the server does not evaluate.
    func matches(_ workflow: Workflow) -> Bool {
        guard startedAfter != nil || startedBefore != nil else { return true }
        guard let started = workflow.startedAt else { return false }
        return startedAfter.map { started > $0 } ?? true && startedBefore.map { started < $0 } ?? true
    }

    private static func unknown(_ part: Substring) -> BackendError {
        .invalid(
            "the field selector '\(part)' means nothing to the kubernetes backend: it knows metadata.name and "
                + "metadata.namespace with =, == or !=, and spec.startedAt with < or >")
    }
}
