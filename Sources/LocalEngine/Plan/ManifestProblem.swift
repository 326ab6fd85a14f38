/// Why a manifest will not be run here, and where it says so.
package struct ManifestProblem: Sendable, Hashable, CustomStringConvertible {
    /// The stored object that holds the field, nil for the manifest itself: `workflow template 'ci'`.
    package var source: String?
    package var path: FieldPath
    /// Reads on from the path: `is not supported by the local backend`.
    package var message: String

    package var description: String {
        (source.map { "\($0): " } ?? "") + (path.parts.isEmpty ? message : "\(path) \(message)")
    }
}

/// What reading a manifest brought up.
package struct ManifestReport: Sendable, Equatable {
    /// Each keeps the manifest from being run.
    package var problems: [ManifestProblem] = []
    /// What is set and does not matter here, said once.
    package var notes: [String] = []
}
