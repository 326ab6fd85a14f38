/// The `--color` option, and the one rule that turns it into a yes or no.
///
/// The first line that applies decides:
///
/// | rule | colour |
/// |---|---|
/// | `--color always` | yes |
/// | `--color never` | no |
/// | `NO_COLOR` is set and not empty | no |
/// | `CLICOLOR_FORCE` is set, not empty and not `0` | yes |
/// | the stream is no terminal | no |
/// | `TERM` is `dumb` | no |
/// | else | yes |
package enum ColorChoice: String, CaseIterable, Sendable {
    case auto, always, never

    /// Whether a stream is coloured.
    package func usesColor(isTerminal: Bool, environment: [String: String]) -> Bool {
        switch self {
        case .always: return true
        case .never: return false
        case .auto: break
        }
        if !(environment["NO_COLOR"] ?? "").isEmpty { return false }
        if !["", "0"].contains(environment["CLICOLOR_FORCE"] ?? "") { return true }
        return isTerminal && environment["TERM"] != "dumb"
    }
}
