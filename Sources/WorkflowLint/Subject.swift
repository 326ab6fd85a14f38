package import DocumentKit

/// One document to lint: where it came from, its kind and its root.
package struct Subject: Sendable {
    /// The file as it was named, for messages.
    package var source: String
    package var kind: ManifestKind
    package var value: DocumentValue
    package var overrides: Overrides

    /// What the command line adds before the document is sent, so that the document need not have it.
    package struct Overrides: Sendable {
        /// A name or a prefix for one was given.
        package var hasName = false
        package var entrypoint: String?
        /// Names of the parameters given.
        package var parameters: [String] = []
        /// Keys of the labels given.
        package var labels: [String] = []
        package var hasPriority = false
        /// It runs where images are not used.
        package var needsNoImages = false

        package init(
            hasName: Bool = false, entrypoint: String? = nil, parameters: [String] = [], labels: [String] = [],
            hasPriority: Bool = false
        ) {
            self.hasName = hasName
            self.entrypoint = entrypoint
            self.parameters = parameters
            self.labels = labels
            self.hasPriority = hasPriority
        }
    }

    package init(
        source: String, kind: ManifestKind, value: DocumentValue,
        overrides: Overrides = Overrides()
    ) {
        self.source = source
        self.kind = kind
        self.value = value
        self.overrides = overrides
    }

    /// What messages call the document: its name, or the start of a generated one.
    package var name: String? {
        let metadata = value["metadata"]
        return ["name", "generateName"].compactMap { metadata?[$0]?.string }.first { !$0.isEmpty }
    }
}
