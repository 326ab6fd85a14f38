import ArgumentKit

/// How lint prints what it found.
enum LintFormat: String, CaseIterable, ArgumentValue {
    /// A line for each finding, the source line below it, and a summary.
    case pretty
    /// A line for each finding.
    case simple
    /// An array of objects.
    case json
    /// The same in YAML.
    case yaml
    /// Annotations of a GitHub workflow.
    case github
}
