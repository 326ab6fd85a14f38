package import WorkflowModel

/// A field selector in the grammar of an Argo Server, for those who have none: what a cluster evaluates of it, and what is
/// done here.
///
///     metadata.name=a,metadata.namespace!=b         a cluster knows no other fields of a workflow
///     spec.startedAt>2026-01-02T03:04:05Z           done here
///     ext.showRemainingItemCount=true               says nothing about workflows
package struct FieldConditions: Sendable, Equatable {
    /// What is asked of a name or a namespace.
    private struct Identity: Sendable, Equatable {
        var field: String
        var value: String
        var isEqual: Bool

        var text: String { field + (isEqual ? "=" : "!=") + value }
    }

    private var identities: [Identity] = []
    private var startedAfter: Timestamp?
    private var startedBefore: Timestamp?

    package init(parsing text: String) throws(BackendError) {
        for part in text.split(separator: ",") {
            let condition = part.filter { !$0.isWhitespace }
            guard let start = condition.firstIndex(where: { "=!<>".contains($0) }) else { throw Self.unknown(part) }
            let rest = condition[start...]
            guard let sign = ["==", "!=", "=", "<", ">"].first(where: rest.hasPrefix) else { throw Self.unknown(part) }
            let value = String(rest.dropFirst(sign.count))
            switch (String(condition[..<start]), sign) {
            case ("metadata.name", "=="), ("metadata.name", "="), ("metadata.name", "!="),
                ("metadata.namespace", "=="), ("metadata.namespace", "="), ("metadata.namespace", "!="):
                identities.append(
                    Identity(field: String(condition[..<start]), value: value, isEqual: sign != "!="))
            case ("spec.startedAt", ">"):
                let time = try Self.time(value, part)
                startedAfter = max(time, startedAfter ?? time)
            case ("spec.startedAt", "<"):
                let time = try Self.time(value, part)
                startedBefore = min(time, startedBefore ?? time)
            case ("ext.showRemainingItemCount", "="), ("ext.showRemainingItemCount", "=="): break
            default: throw Self.unknown(part)
            }
        }
    }

    /// What a cluster is told; nil where nothing is left for it.
    var server: String? { identities.isEmpty ? nil : identities.map(\.text).joined(separator: ",") }

    /// What can be said before a workflow is read.
    package func match(name: String, namespace: String) -> Bool {
        identities.allSatisfy {
            ($0.field == "metadata.name" ? name : namespace) == $0.value ? $0.isEqual : !$0.isEqual
        }
    }

    /// Whether a workflow meets the conditions on its times.
    package func matches(_ workflow: Workflow) -> Bool {
        guard startedAfter != nil || startedBefore != nil else { return true }
        guard let started = workflow.startedAt else { return false }
        return startedAfter.map { started > $0 } ?? true && startedBefore.map { started < $0 } ?? true
    }

    private static func time(_ text: String, _ part: Substring) throws(BackendError) -> Timestamp {
        guard let time = Timestamp(rfc3339: text) else {
            throw .invalid("'\(part)': expected an RFC 3339 time such as 2026-01-02T15:04:05Z")
        }
        return time
    }

    private static func unknown(_ part: Substring) -> BackendError {
        .invalid(
            "the field selector '\(part)' is not known: metadata.name and metadata.namespace go with =, == or !=, and "
                + "spec.startedAt with < or >")
    }
}
