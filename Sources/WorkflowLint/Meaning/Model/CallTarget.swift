import DocumentKit
import WorkflowModel

/// Which template a step, a task or a hook runs.
enum CallTarget: Sendable {
    /// A template of the same document: its name, and where that stands.
    case template(String, at: DocumentValue)
    /// A template of a stored object.
    case reference(TemplateReference, at: DocumentValue)
    /// A template that stands right there.
    case inline(TemplateView)
    /// The name is filled in at run time, or the shape is wrong.
    case unknown

    /// - Parameter label: the caller, which messages name an inline template after.
    init(of call: DocumentValue, label: CallLabel) {
        let hasTemplate = call.given("template") != nil
        let hasReference = call.given("templateRef") != nil
        let hasInline = call.given("inline") != nil
        self = .unknown
        if hasTemplate, !hasReference, !hasInline, let place = call["template"], let name = place.sentText {
            if !name.isEmpty && place.isPlain { self = .template(name, at: place) }
        } else if hasReference, !hasTemplate, !hasInline, let place = call["templateRef"],
            let reference = TemplateReference(place)
        {
            guard place.isPlain, !reference.name.isEmpty, !reference.template.isEmpty else { return }
            self = .reference(reference, at: place)
        } else if hasInline, !hasTemplate, !hasReference, let place = call["inline"], place.kind == .object {
            self = .inline(TemplateView(inline: place, path: label.description))
        }
    }
}

extension DocumentValue {
    /// Nothing is filled in here at run time.
    var isPlain: Bool { strings(withPairOf: UInt8(ascii: "{")).isEmpty }
}
