import DocumentKit

/// What is wrong with a manifest or another input file, and where if that can be said.
struct ManifestError: Error, Equatable, Sendable {
    var source: String
    var message: String
    /// The place, and the line it stands in.
    var fault: DocumentError?
    var hint: String?

    init(_ source: String, _ message: String, hint: String? = nil) {
        self.source = source
        self.message = message
        self.hint = hint
    }

    init(_ source: String, _ fault: DocumentError, hint: String? = nil) {
        self.source = source
        self.message = fault.message
        self.fault = fault
        self.hint = hint
    }
}

extension ManifestError: CustomStringConvertible {
    /// `wf.json:3:5: message`, then the line and a caret under the place.
    var description: String {
        guard let fault else { return "\(source): \(message)" }
        return "\(source):\(fault.position): \(message)\n\(fault.excerpt)"
    }
}
