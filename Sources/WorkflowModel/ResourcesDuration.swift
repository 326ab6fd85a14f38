package import DocumentKit

/// How long which resources were held, in seconds of one unit of each.
package struct ResourcesDuration: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        package var resource: String
        package var seconds: Int
    }

    /// Sorted by resource, so that the same document always gives the same text.
    package let entries: [Entry]

    package init(_ document: DocumentValue?) {
        var seconds: [String: Int] = [:]
        document?.members.forEach { seconds[$0.key] = $0.value.int }
        entries = seconds.map { Entry(resource: $0.key, seconds: $0.value) }.sorted { $0.resource < $1.resource }
    }

    package var isEmpty: Bool { entries.isEmpty }

    /// argo's text: `1s*(1 cpu),1m2s*(100Mi memory)`.
    package var text: String {
        entries.map { "\(Humanize.durationGo(seconds: $0.seconds))*(\(Self.unit(of: $0.resource)) \($0.resource))" }
            .joined(separator: ",")
    }

    private static func unit(of resource: String) -> String {
        switch resource {
        case "memory": "100Mi"
        case "storage", "ephemeral-storage": "10Gi"
        default: "1"
        }
    }
}
