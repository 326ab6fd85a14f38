import DocumentKit

/// Reads manifest files: JSON, one document or several, from paths, `-` and web addresses.
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
                        "no 'kind'", at: manifest.value, hint: "a manifest says what it is: \"kind\": \"\(kind)\"")
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
        guard bytes.contains(where: { !Self.isSpace($0) }) else {
            throw ManifestError(label, "the file is empty", hint: "a manifest is a JSON object with a 'kind'")
        }
        try refuseYAML(bytes, label)
        let documents: [Document]
        do { documents = try JSONReader.readAll(bytes) } catch { throw ManifestError(label, error) }
        var manifests: [Manifest] = []
        for document in documents {
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

    /// A text that starts like YAML gets a sentence about YAML instead of a complaint about its first letter.
    private func refuseYAML(_ bytes: [UInt8], _ label: String) throws {
        let start = bytes.drop { Self.isSpace($0) || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        guard let first = start.first else { return }
        let isYAML =
            start.starts(with: "---".utf8) || first == UInt8(ascii: "#") || first == UInt8(ascii: "%")
            || start.starts(with: "apiVersion".utf8) || start.starts(with: "kind".utf8)
            || start.starts(with: "metadata".utf8)
        guard isYAML else { return }
        throw ManifestError(
            label, "this is YAML, and only JSON manifests can be read",
            hint: "convert it to JSON first, for example with 'yq -o json'")
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
