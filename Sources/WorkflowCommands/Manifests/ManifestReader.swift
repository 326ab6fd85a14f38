import DocumentKit
import WorkflowLint

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
                if let finding = KindCheck.finding(in: manifest.value) {
                    throw ManifestError(manifest.source, finding.error, hint: LintEntry.hint(for: finding))
                }
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
        let written = try await written(in: name)
        guard !written.isEmpty else {
            throw ManifestError(
                Input.label(name), "the file is empty", hint: "a manifest is YAML or JSON with a 'kind'")
        }
        for manifest in written where manifest.value.kind != .object {
            let value = manifest.value
            throw manifest.error("expected an object, found \(value.kind.described)", at: value)
        }
        return written.flatMap(Self.items(of:))
    }

    /// What of one file could be a manifest; there may be nothing of the kind in it.
    func candidates(in name: String) async throws -> [Manifest] {
        try await written(in: name).filter { $0.value.kind == .object }.flatMap(Self.items(of:))
    }

    /// The documents of one file as they stand there, lists whole; there may be none.
    func written(in name: String) async throws -> [Manifest] {
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
        let manifests = documents.filter { !$0.root.isNull }.map { Manifest(source: label, value: $0.root) }
        for manifest in manifests { try checkDuplicates(manifest) }
        return manifests
    }

    private static func items(of manifest: Manifest) -> [Manifest] {
        guard manifest.value["kind"]?.string == "List", let items = manifest.value["items"] else { return [manifest] }
        return items.elements.map { Manifest(source: manifest.source, value: $0) }
    }

    private func checkDuplicates(_ manifest: Manifest) throws(ManifestError) {
        for duplicate in manifest.value.duplicateKeys() {
            let place = duplicate.path.isEmpty ? "" : " in \(duplicate.path)"
            let message =
                "the key '\(duplicate.key)' stands twice\(place), at \(duplicate.first) and \(duplicate.second)"
            if isStrict { throw manifest.error(message, at: duplicate.place) }
            warn("\(manifest.source):\(duplicate.second): warning: \(message); the last one counts")
        }
    }
}
