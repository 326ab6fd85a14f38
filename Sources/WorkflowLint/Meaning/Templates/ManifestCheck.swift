import DocumentKit
import WorkflowModel

/// Checks that the manifest of a resource template can be read once its variables are filled in.
enum ManifestCheck {
    static func run(_ template: TemplateView, into findings: inout Findings) {
        guard template.type == .resource, let resource = template.value["resource"],
            // What is only looked up or deleted needs none, and argo does not look at it.
            !["get", "delete"].contains(resource["action"]?.string), let place = resource["manifest"],
            let text = place.string, !text.isEmpty
        else { return }
        do throws(DocumentError) {
            _ = try DocumentReader.readAll(Array(filledIn(text).utf8), as: .yaml)
        } catch {
            findings.add(
                .invalidManifest, "\(template.path).resource.manifest must be a valid yaml", at: place,
                hint: "line \(error.position.line) of it: \(error.message)")
        }
    }

    /// A word in the place of every variable, as long as no value is known.
    private static func filledIn(_ text: String) -> String {
        var filled = ""
        for part in PlaceholderScanner(text) {
            switch part {
            case .text(let text), .unclosed(let text): filled += text
            case .placeholder: filled += "placeholder"
            }
        }
        return filled
    }
}
