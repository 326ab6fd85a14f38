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
    /// Throws what a command ends with that cannot go on without; `option` is what asks for it.
    package func require(_ feature: BackendFeature, for option: String? = nil) throws(BackendError) {
        guard !has(feature) else { return }
        throw .unsupported(feature.rawValue + (option.map { ", which '\($0)' asks for" } ?? ""), by: kind)
    }
}
