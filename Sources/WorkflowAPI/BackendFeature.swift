/// What not every backend has, where a command has to know before it begins.
package enum BackendFeature: String, Sendable, CaseIterable {
    case namespaces
    case deletion = "a deletion of executions"
    /// Stored workflows whose runs belong to them.
    case definitions = "workflow definitions"
    /// What a run is started in.
    case environments
}

extension Backend {
    /// Throws what a command ends with that cannot go on without.
    package func require(_ feature: BackendFeature) throws(BackendError) {
        if !has(feature) { throw .unsupported(feature.rawValue, by: kind) }
    }
}
