/// Where a value came from, in the words an error or an explanation uses.
package enum ArgumentSource: Equatable, Sendable {
    /// An option of the command line, by its long name: `--server`.
    case option(String)
    /// A positional argument, by its label.
    case positional(String)
    /// A variable of the environment.
    case environment(String)
}

extension ArgumentSource: CustomStringConvertible {
    package var description: String {
        switch self {
        case .option(let spelling): "'\(spelling)'"
        case .positional(let label): "<\(label)>"
        case .environment(let variable): "'\(variable)'"
        }
    }
}
