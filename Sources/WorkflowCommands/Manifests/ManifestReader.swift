import DocumentKit

/// Reads manifest files: YAML or JSON, one document or several, from paths, `-` and web addresses.
struct ManifestReader: Sendable {
    var input: Input
    /// Duplicate keys are errors instead of warnings.
    var isStrict: Bool
    /// Where warnings go.
    var warn: @Sendable (String) -> Void

    init(input: Input, isStrict: Bool, warn: @escaping @Sendable (String) -> Void) {
        self.input = input
        self.isStrict = isStrict
        self.warn = warn
    }

    /// Every document of `names` whose kind is `kind`; others are skipped with a warning, none at all is an error.
    func read(_ names: [String], kind: String) async throws -> [Manifest] {
        var manifests: [Manifest] = []
        var skipped: ManifestError?
        for name in names {
            for manifest in try await documents(in: name) {
                guard let found = manifest.value["kind"] else {
                    throw manifest.error(
                        "no 'kind'", at: manifest.value, hint: "a manifest says what it is: kind: \(kind)")
                }
                if found.string == kind {
                    manifests.append(manifest)
                } else {
                    let word = found.string.map { "'\($0)'" } ?? "no string"
                    let other = manifest.error("kind is \(word), expected '\(kind)'", at: found)
                    if let earlier = skipped { warn(earlier.description) }
                    skipped = other
                }
            }
        }
        if let skipped {
            if manifests.isEmpty { throw skipped }
            warn(skipped.description + "\nthis document is skipped")
        }
        return manifests
    }

    /// Every document of one file, whatever its kind; the items of a `List` count as documents.
    func documents(in name: String) async throws -> [Manifest] {
        let label = Input.label(name)
        let bytes = try await input.read(name)
        let documents: [Document]
        do {
            // A file that is called JSON is not forgiven what YAML allows, such as a comma before a closing brace.
            documents = try DocumentReader.readAll(bytes, isJSON: name.hasSuffix(".json"))
        } catch {
            throw ManifestError(label, error)
        }
        // `---` without anything behind it is no document that anyone meant.
        let written = documents.filter { !$0.root.isNull }
        guard !written.isEmpty else {
            throw ManifestError(label, "the file is empty", hint: "a manifest is YAML or JSON with a 'kind'")
        }
        var manifests: [Manifest] = []
        for document in written {
            let manifest = Manifest(source: label, value: document.root)
            try checkDuplicates(manifest)
            guard document.root.kind == .object else {
                throw manifest.error("expected an object, found \(document.root.kind.described)", at: document.root)
            }
            if document.root["kind"]?.string == "List", let items = document.root["items"] {
                manifests += items.elements.map { Manifest(source: label, value: $0) }
            } else {
                manifests.append(manifest)
            }
        }
        return manifests
    }

    private func checkDuplicates(_ manifest: Manifest) throws(ManifestError) {
        for duplicate in manifest.value.duplicateKeys() {
            let place = duplicate.path.isEmpty ? "" : " in \(duplicate.path)"
            let message =
                "the key '\(duplicate.key)' stands twice\(place), at \(duplicate.first) and \(duplicate.second)"
            if isStrict { throw ManifestError("\(manifest.source):\(duplicate.second)", message) }
            warn("\(manifest.source):\(duplicate.second): warning: \(message); the last one counts")
        }
    }
}
