import ArgumentKit
import DocumentKit
import TerminalKit
import WorkflowLint

/// One line of what lint says: a finding of the linter, a file that cannot be read, or a server's word.
struct LintEntry {
    var source: String
    /// nil where only the file is known.
    var fault: DocumentError?
    var severity: Severity
    /// The rule's id.
    var rule: String
    var message: String
    var hint: String?
    /// What could stand in the place of a word that is not known.
    var known: [String] = []
    /// What it is about.
    var value: DocumentValue?
    /// The document it is about.
    var subject: Subject?

    /// What is found in a document that is of no kind that can be linted.
    init(_ finding: Finding, in source: String, isStrict: Bool) {
        self.init(
            finding, in: source, fault: finding.error, hint: Self.hint(for: finding),
            isStrict: isStrict)
    }

    /// What is known, each once: several templates may have one name.
    var alternatives: [String] {
        var seen: Set<String> = []
        return known.filter { seen.insert($0).inserted }
    }

    init(_ finding: Finding, in source: String, fault: DocumentError, hint: String?, isStrict: Bool) {
        self.source = source
        self.fault = fault
        severity = isStrict ? .error : finding.severity
        rule = finding.rule.rawValue
        message = finding.message
        known = finding.choice?.known ?? []
        value = finding.place
        self.hint = hint
    }

    /// A file that is no manifest at all.
    init(unreadable error: ManifestError) {
        source = error.source
        fault = error.fault
        severity = .error
        rule = "syntax"
        message = error.message
        hint = error.hint
    }

    init(unreadable error: InputError) {
        source = Input.label(error.name)
        severity = .error
        rule = "unreadable"
        message = "cannot be read: \(error)"
    }

    /// What a server has against a whole document.
    init(server message: String, about subject: Subject) {
        source = subject.source
        fault = subject.value.error(message)
        severity = .error
        rule = "server"
        self.message = message
        self.subject = subject
    }

    /// The place as a path from the document's root.
    var path: String? { value?.path }

    /// `wf.yaml:8:19`, or the file alone.
    var place: String { fault.map { "\(source):\($0.position)" } ?? source }

    /// `wf.yaml:8:19: error: message [rule]`
    func line(_ painter: Painter) -> String {
        let word = painter.paint(severity.rawValue, severity == .error ? .red : .yellow)
        return painter.paint(place.sanitized(), .bold) + ": \(word): " + message.sanitized()
            + painter.paint(" [\(rule)]", .dim)
    }

    /// The source line and a caret under the place.
    var excerpt: String { fault.map { $0.excerpt + "\n" } ?? "" }

    static func hint(for finding: Finding) -> String? { hint(for: finding, meant: finding.nearestKnown) }

    /// What there is to do.
    /// - Parameter meant: the word that was probably meant.
    static func hint(for finding: Finding, meant: String?) -> String? {
        var hints: [String] = []
        if let meant {
            hints.append("did you mean '\(meant)'?")
        } else if let choice = finding.choice {
            if finding.hint == nil, (1...8).contains(choice.known.count) {
                hints.append("it could be " + choice.known.map { "'\($0)'" }.joined(separator: ", "))
            }
        }
        if let hint = finding.hint { hints.append(hint) }
        return hints.isEmpty ? nil : hints.joined(separator: " ")
    }
}
