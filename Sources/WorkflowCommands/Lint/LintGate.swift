import LocalEngine
import WorkflowAPI
import WorkflowLint

/// Stands before everything that sends manifests: the linter's errors end the command, its warnings are notes.
struct LintGate {
    let context: CommandContext
    /// Where the manifests go; nil for nowhere.
    let backend: (any Backend)?
    /// The user wants no check.
    let isOpen: Bool
    /// Nobody will give the arguments of these manifests a value later.
    var requiresValues = false

    func check(
        _ manifests: [Manifest], as kind: ManifestKind, overrides: Subject.Overrides = .init(hasName: true)
    ) throws {
        if isOpen { return context.note("the manifests were not checked (--no-lint)") }
        var overrides = overrides
        overrides.needsNoImages = backend is LocalBackend
        let subjects = manifests.map { $0.subject(kind, overrides: overrides) }
        // A server may well have what is in none of these files.
        let options = Linter.Options(ignoresMissing: true, requiresValues: requiresValues)
        let findings = Linter(subjects, options: options).findings()
        var maker = LintEntries(isStrict: false)
        let entries = maker.entries(of: findings, about: subjects) { $0 }.map(\.entry)
        let errors = entries.filter { $0.severity == .error }
        guard errors.isEmpty else {
            throw Diagnostic(
                message: errors.map(\.description).joined(separator: "\n"), hint: "--no-lint sends it as it is",
                status: .usage)
        }
        // The reader has told of keys that stand twice.
        for entry in entries where entry.rule != Rule.duplicateKey.rawValue {
            context.note("\(entry.place): warning: \(entry.message) [\(entry.rule)]")
        }
    }
}

extension LintEntry: CustomStringConvertible {
    /// `wf.json:8:19: message [rule]`, the line, a caret, and the hint.
    var description: String {
        var text = "\(place): \(message) [\(rule)]"
        for line in excerpt.split(separator: "\n") { text += "\n" + line }
        if let hint { text += "\nhint: \(hint)" }
        return text
    }
}

extension SubmitOptions {
    /// What these options add to a manifest that is linted without them.
    var lintOverrides: Subject.Overrides {
        Subject.Overrides(
            hasName: name != nil || generateName != nil, entrypoint: entrypoint, parameters: parameters.map(\.name),
            labels: labels.map(\.name), hasPriority: priority != nil)
    }
}
