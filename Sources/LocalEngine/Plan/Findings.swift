/// Collects everything there is to say of a manifest while it is read, so that one attempt tells all of it.
final class Findings {
    private(set) var problems: [ManifestProblem] = []
    private var told: Set<ManifestProblem> = []
    private var idleFields: [String] = []
    private var remarks: [String] = []
    private var hasImages = false
    /// The stored object being read, nil for the manifest itself.
    var source: String?
    /// Fields of `spec` that came from a stored object.
    var inherited = Inherited()

    /// What a workflow takes from the template it is made from, and what messages call that.
    struct Inherited {
        var source: String?
        var fields: Set<String> = []
    }

    func report(_ path: FieldPath, _ message: String) {
        var source = source
        if source == nil, path.parts.count > 1, path.parts[0] == .key("spec"), case .key(let field) = path.parts[1],
            inherited.fields.contains(field)
        {
            source = inherited.source
        }
        let problem = ManifestProblem(source: source, path: path, message: message)
        if told.insert(problem).inserted { problems.append(problem) }
    }

    /// A field that only concerns Kubernetes; said once for all its places.
    func noteIdle(_ path: FieldPath) {
        var shape = path
        for index in shape.parts.indices { if case .index = shape.parts[index] { shape.parts[index] = .key("*") } }
        let text = shape.description.replacing(".*", with: "[]")
        if !idleFields.contains(text) { idleFields.append(text) }
    }

    func noteImage() { hasImages = true }

    func note(_ text: String) {
        if !remarks.contains(text) { remarks.append(text) }
    }

    var report: ManifestReport {
        var notes: [String] = []
        if hasImages { notes.append("images are not used: the commands run as processes of this machine") }
        if !idleFields.isEmpty {
            notes.append("only for Kubernetes, not used here: \(idleFields.joined(separator: ", "))")
        }
        return ManifestReport(problems: problems, notes: notes + remarks)
    }
}
