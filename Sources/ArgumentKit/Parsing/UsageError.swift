/// A mistake in the command line, and the command it was made in.
package struct UsageError: Error, Equatable, Sendable {
    package var error: ArgumentError
    /// The names down to the command: `["wfctl", "template", "list"]`.
    package var path: [String]
    /// The command's usage: `wfctl template list [options]`.
    package var usage: String

    package init(error: ArgumentError, path: [String], usage: String) {
        self.error = error
        self.path = path
        self.usage = usage
    }

    /// Where to read more: `see 'wfctl template list --help'`.
    package var advice: String { "see '\(path.joined(separator: " ")) --help'" }
}

extension UsageError: CustomStringConvertible {
    package var description: String { error.description }
}
