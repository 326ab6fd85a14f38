package import DocumentKit

/// A named value that goes into or comes out of a workflow or a node.
package struct Parameter: Sendable, Hashable {
    package var name: String
    /// A number or a boolean is given as text; nil where there is none yet.
    package var value: String?
    package var defaultValue: String?
    package var description: String
    /// The values it may have; empty means any.
    package var allowed: [String]

    package init(name: String, value: String?) {
        self.name = name
        self.value = value
        defaultValue = nil
        description = ""
        allowed = []
    }

    package init(_ document: DocumentValue) {
        name = document.text("name")
        value = document["value"]?.anyText
        defaultValue = document["default"]?.anyText
        description = document.text("description")
        allowed = document.texts("enum")
    }

    /// The `parameters` of arguments, inputs or outputs.
    package static func list(in owner: DocumentValue?) -> [Parameter] {
        owner?["parameters"]?.elements.filter { $0.kind == .object }.map { Parameter($0) } ?? []
    }
}
