package import DocumentKit

/// Something a controller noted about an object, such as `SpecWarning` or `Completed`.
package struct Condition: Sendable, Hashable {
    package var type: String
    /// `True`, `False` or `Unknown`.
    package var status: String
    package var message: String

    package init(_ document: DocumentValue) {
        type = document.text("type")
        status = document.text("status")
        message = document.text("message")
    }

    static func list(in owner: DocumentValue?) -> [Condition] {
        owner?["conditions"]?.elements.filter { $0.kind == .object }.map { Condition($0) } ?? []
    }
}
