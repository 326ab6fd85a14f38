import TerminalKit
import WorkflowAPI

/// How to come back to the same runs: a command line for the shell that wfctl was typed into.
///
/// ```
/// look again with 'wfctl wait build-1 -n ci'
/// look again with the same --token and 'wfctl wait build-1 -s argo.example.com'
/// look again with: wfctl wait build-1 --kubeconfig 'my config'
/// ```
struct WayBack: Sendable, Equatable {
    /// Options that decide where runs are looked for, and as whom; without those below.
    var options: [String] = []
    /// Options whose values are nobody else's business, by their names.
    var secrets: [String] = []

    /// The namespace that those options lead to; nil where all runs are in it.
    var home: String?

    /// A command for each namespace.
    func advice(_ command: String, _ runs: [WorkflowReference]) -> String {
        var lines: [String] = []
        var rest = runs[...]
        while let first = rest.first {
            let names = rest.filter { $0.namespace == first.namespace }.map(\.name)
            rest.removeAll { $0.namespace == first.namespace }
            lines.append(line(command, names, in: home.flatMap { $0 == first.namespace ? nil : first.namespace }))
        }
        return advice("look again", lines)
    }

    /// The same for something that may not be there; `namespace` is said in any case.
    func advice(_ command: String, _ name: String, in namespace: String?) -> String {
        advice("look", [line(command, [name], in: namespace)])
    }

    private func advice(_ verb: String, _ lines: [String]) -> String {
        let secrets = secrets.isEmpty ? "" : " the same \(secrets.joined(separator: " and ")) and"
        // Quotes within quotes are no command that anybody could copy.
        if lines.contains(where: { $0.contains("'") }) {
            return "\(verb) with\(secrets): " + lines.joined(separator: "; ")
        }
        return "\(verb) with\(secrets) " + lines.map { "'\($0)'" }.joined(separator: " and ")
    }

    private func line(_ command: String, _ names: [String], in namespace: String?) -> String {
        let place = namespace.map { options.contains("-n") ? [] : ["-n", $0] } ?? []
        let all = options + place
        let isPlain = !names.contains { $0.hasPrefix("-") }
        let words = isPlain ? names + all : all + ["--"] + names
        return (["wfctl", command] + words.map(\.shellWord)).joined(separator: " ")
    }
}
