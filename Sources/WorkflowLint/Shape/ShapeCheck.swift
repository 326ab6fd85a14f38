import DocumentKit

/// What can be said of a document from its fields and their values alone.
struct ShapeCheck {
    let subject: Subject

    func run(into findings: inout Findings) {
        let root = subject.value
        let strayName = strayName
        var walk = ShapeWalk(subject, findings: findings, strayName: strayName)
        if let type = walk.table.type(named: subject.kind.rawValue) { walk.check(root, as: type) }
        findings = walk.findings
        if walk.isFull { findings.add(.tooManyFindings, "further mistakes in fields are not listed", at: root) }
        if let version = root["apiVersion"], version.string != "argoproj.io/v1alpha1" {
            findings.add(
                .invalidValue, "apiVersion is not 'argoproj.io/v1alpha1'", at: version,
                choice: Finding.Choice(version.scalarText ?? "", among: ["argoproj.io/v1alpha1"]))
        }
        for duplicate in root.duplicateKeys() {
            let place = duplicate.path.isEmpty ? "" : " in \(duplicate.path)"
            findings.add(
                .duplicateKey, "the key '\(duplicate.key)' stands twice\(place), first at \(duplicate.first)",
                at: duplicate.place, hint: duplicate.outcome)
        }
        if let name { checkLength(of: name, into: &findings) }
        if isNameless, !subject.overrides.hasName {
            findings.add(
                .missingName, "neither metadata.name nor metadata.generateName is set",
                at: strayName ?? root["metadata"] ?? root,
                hint: strayName.map { "'\($0.string ?? "")' stands among the labels" })
        }
    }

    private var name: DocumentValue? { subject.value[path: "metadata", "name"] }

    private var isNameless: Bool {
        guard subject.value.kind == .object else { return false }
        guard let metadata = subject.value["metadata"], !metadata.isNull else { return true }
        guard metadata.kind == .object else { return false }
        return ["name", "generateName"].allSatisfy { key in metadata[key].map { $0.isNull || $0.isText("") } ?? true }
    }

    /// The key of a `generateName` that slipped into the labels of a document without a name.
    private var strayName: DocumentValue? {
        guard isNameless, let labels = subject.value[path: "metadata", "labels"] else { return nil }
        return labels.fields.map(\.key).first { $0.isText("generateName") }
    }

    private func checkLength(of name: DocumentValue, into findings: inout Findings) {
        // Argo puts names into labels, and the time behind the names of scheduled workflows.
        let limit = subject.kind == .cronWorkflow ? 52 : 63
        guard let own = name.sentText, own.utf8.count > limit, own.utf8.count <= 253 else { return }
        let kind = subject.kind.described
        findings.add(
            .invalidName,
            "\(kind) name \"\(own)\" must not be more than \(limit) characters long (currently \(own.utf8.count))",
            at: name)
    }
}
