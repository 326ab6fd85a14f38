/// How a shell should complete an argument's value.
package enum Completion: Sendable, Hashable, Codable {
    case none
    case choices([String])
    /// Files, those with one of the extensions (without dots) if any are named, and directories on the way to them.
    case file(extensions: [String] = [])
    case directory
    /// Names that only the binary knows, asked for at completion time; see `CompletionRequest`.
    case dynamic(String)
}
