import TerminalKit

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

    func advice(_ command: String, _ names: [String]) -> String {
        let secrets = secrets.isEmpty ? "" : "the same \(secrets.joined(separator: " and ")) and"
        let line = line(command, names)
        // Quotes within quotes are no command that anybody could copy.
        if line.contains("'") { return "look again with" + (secrets.isEmpty ? "" : " " + secrets) + ": " + line }
        return "look again with " + (secrets.isEmpty ? "" : secrets + " ") + "'\(line)'"
    }

    private func line(_ command: String, _ names: [String]) -> String {
        let isPlain = !names.contains { $0.hasPrefix("-") }
        let words = isPlain ? names + options : options + ["--"] + names
        return (["wfctl", command] + words.map(\.shellWord)).joined(separator: " ")
    }
}
