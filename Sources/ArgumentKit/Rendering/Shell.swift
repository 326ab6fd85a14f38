/// The shells that wfctl completes its command line in.
package enum Shell: String, Sendable, CaseIterable, ArgumentValue { case bash, zsh, fish }

extension CommandInfo {
    /// The script that completes this tool's command lines; a pure function of the description.
    package func completionScript(for shell: Shell) -> String {
        let table = CompletionTable(self)
        return switch shell {
        case .bash: BashCompletion(table: table).script
        case .zsh: ZshCompletion(table: table).script
        case .fish: FishCompletion(table: table).script
        }
    }
}
