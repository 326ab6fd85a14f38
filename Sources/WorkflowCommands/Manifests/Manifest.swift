import DocumentKit
import WorkflowLint

/// One document of a manifest file, and where it came from.
struct Manifest: Sendable {
    var source: String
    var value: DocumentValue

    init(source: String, value: DocumentValue) {
        self.source = source
        self.value = value
    }

    /// The manifests in it: the elements of an array, as `list -o json` prints them, the items of a `List` or of a list of
    /// one kind; itself if it is neither.
    var parts: [Manifest] {
        if value.kind == .array { return value.elements.flatMap { Manifest(source: source, value: $0).parts } }
        guard value["kind"]?.string?.hasSuffix("List") == true, let items = value["items"], items.kind == .array else {
            return [self]
        }
        return items.elements.flatMap { Manifest(source: source, value: $0).parts }
    }

    /// An error at a value of this manifest, shown with its line and a caret.
    func error(_ message: String, at place: DocumentValue, hint: String? = nil) -> ManifestError {
        ManifestError(source, place.error(message), hint: hint)
    }

    /// A copy that can be changed and sent. Of a key that stands twice a server written in Go merges the values, and the
    /// last one is to count.
    var tree: ValueTree { ValueTree(value, repeatedKeys: .lastCounts) }

    /// A copy to be sent as an object of that kind: a server reads JSON, in which a number is no text, and in YAML it may be.
    func tree(as kind: ManifestKind) -> ValueTree {
        value.document.isYAML ? TextFields().quoted(tree, as: kind) : tree
    }

    /// The manifest for the linter.
    func subject(_ kind: ManifestKind, overrides: Subject.Overrides = .init()) -> Subject {
        Subject(source: source, kind: kind, value: value, overrides: overrides)
    }

    /// The namespace it belongs to; nil when it does not say. The command line may agree with it or be silent.
    func namespace(asked: String?) throws(ManifestError) -> String? {
        guard let value = value[path: "metadata", "namespace"], let own = value.string, !own.isEmpty else { return nil }
        guard let asked, asked != own else { return own }
        throw error(
            "the manifest belongs to namespace '\(own)', the command line says '\(asked)'", at: value,
            hint: "leave one of them out")
    }
}
