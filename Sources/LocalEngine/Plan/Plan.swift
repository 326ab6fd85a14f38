import DocumentKit

/// All that a workflow will do, as far as its documents tell: no field is looked up later.
struct Plan: Sendable {
    var templates: [TemplateKey: Template] = [:]
    /// Stored objects that are referred to and cannot be had, and why.
    var absences: [TemplateKey.Scope: String] = [:]
    var entrypoint: TemplateKey
    /// The workflow's own arguments.
    var arguments: [String: String] = [:]
    /// What `{{workflow.…}}` stands for, without the first word.
    var globals: [String: String] = [:]
    /// Seconds that the whole run may take.
    var deadline: Int?
    /// Templates taken from stored objects, under argo's keys: `namespaced/ci/build`.
    var storedTemplates: [(key: String, value: ValueTree)] = []
}
