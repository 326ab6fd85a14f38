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

    /// Every document of `names` whose kind is `kind`; others are skipped with a note, none at all is an error.
    func read(_ names: [String], kind: String) async throws -> [Manifest] {
        var manifests: [Manifest] = []
        var others: [(manifest: Manifest, kind: DocumentValue)] = []
        for name in names {
            for manifest in try await documents(in: name) {
                if let finding = KindCheck.finding(in: manifest.value) {
                    throw ManifestError(manifest.source, finding.error, hint: LintEntry.hint(for: finding))
                }
                guard let found = manifest.value["kind"] else {
                    throw manifest.error(
                        "no 'kind'", at: manifest.value, hint: "a manifest says what it is: kind: \(kind)")
                }
                if found.string == kind { manifests.append(manifest) } else { others.append((manifest, found)) }
            }
        }
        if manifests.isEmpty, let other = others.popLast() {
            for other in others { skip(other.manifest, other.kind, expected: kind) }
            let word = other.kind.string.map { "'\($0)'" } ?? "no string"
            throw other.manifest.error("kind is \(word), expected '\(kind)'", at: other.kind)
        }
        for other in others { skip(other.manifest, other.kind, expected: kind) }
        return manifests
    }

    /// Says in one line that a document is of another kind.
    private func skip(_ manifest: Manifest, _ kind: DocumentValue, expected: String) {
        let what = kind.string ?? "a document whose kind is no string"
        warn("\(manifest.source):\(manifest.value.position): \(what) is skipped: expected \(expected)")
    }

    /// Every document of one file, whatever its kind; the elements of a list count as documents.
    func documents(in name: String) async throws -> [Manifest] {
        let written = try await written(in: name)
        guard !written.isEmpty else {
            throw ManifestError(
                Input.label(name), "the file is empty", hint: "a manifest is YAML or JSON with a 'kind'")
        }
        return try written.flatMap { $0.parts }.map { manifest throws(ManifestError) in try object(manifest) }
    }

    /// What of one file could be a manifest; there may be nothing of the kind in it.
    /// - Parameter isAsked: whether the file was named; one that was found in a folder may hold a list of anything.
    func candidates(in name: String, isAsked: Bool) async throws -> [Manifest] {
        var candidates: [Manifest] = []
        for manifest in try await written(in: name) {
            let parts = manifest.parts
            if !isAsked, manifest.value.kind == .array, parts.allSatisfy({ $0.value.kind != .object }) { continue }
            candidates += try parts.map { manifest throws(ManifestError) in try object(manifest) }
        }
        return candidates
    }

    private func object(_ manifest: Manifest) throws(ManifestError) -> Manifest {
        guard manifest.value.kind == .object else {
            throw manifest.error("expected an object, found \(manifest.value.kind.described)", at: manifest.value)
        }
        return manifest
    }

    /// The documents of one file as they stand there, lists whole; there may be none.
    func written(in name: String) async throws -> [Manifest] {
        let label = Input.label(name)
        let bytes = try await input.read(name)
        let documents: [Document]
        do {
            documents = try DocumentReader.readAll(bytes, as: Self.syntax(of: name))
        } catch {
            throw ManifestError(label, error)
        }
        // `---` without anything behind it is no document that anyone meant.
        let manifests = documents.filter { !$0.root.isNull }.map { Manifest(source: label, value: $0.root) }
        for manifest in manifests { try checkDuplicates(manifest) }
        return manifests
    }

    /// A file that is called JSON is not forgiven what YAML allows, such as a comma before a closing brace.
    private static func syntax(of name: String) -> DocumentReader.Syntax {
        if name.hasSuffix(".json") { return .json }
        return name.hasSuffix(".yaml") || name.hasSuffix(".yml") ? .yaml : .any
    }

    private func checkDuplicates(_ manifest: Manifest) throws(ManifestError) {
        for duplicate in manifest.value.duplicateKeys() {
            let place = duplicate.path.isEmpty ? "" : " in \(duplicate.path)"
            let message =
                "the key '\(duplicate.key)' stands twice\(place), at \(duplicate.first) and \(duplicate.second)"
            if isStrict { throw manifest.error(message, at: duplicate.place) }
            warn("\(manifest.source):\(duplicate.second): warning: \(message); \(duplicate.outcome)")
        }
    }
}
