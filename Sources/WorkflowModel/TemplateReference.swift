package import DocumentKit

/// A pointer to a stored template, or to one of the templates in it.
package struct TemplateReference: Sendable, Hashable {
    /// The stored object's name.
    package var name: String
    /// The template inside it; empty where the whole object is meant.
    package var template: String
    package var isClusterScoped: Bool

    /// nil unless the value is an object.
    package init?(_ value: DocumentValue?) {
        guard let value, value.kind == .object else { return nil }
        name = value.text("name")
        template = value.text("template")
        isClusterScoped = value.flag("clusterScope")
    }
}
