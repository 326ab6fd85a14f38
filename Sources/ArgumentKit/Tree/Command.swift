/// A leaf of the command tree: options as properties, behaviour in `run`.
package protocol Command: ArgumentGroup {
    associatedtype Context: Sendable
    /// Name, abstract and examples; its arguments come from `arguments`.
    static var info: CommandInfo { get }
    /// Rules between arguments. Must not touch the world.
    func validate() throws(ArgumentError)
    func run(in context: Context) async throws
}

extension Command {
    package func validate() throws(ArgumentError) {}

    /// The command's description with its arguments filled in.
    package static var fullInfo: CommandInfo {
        info.with(arguments: arguments.map(\.info))
    }
}

extension CommandInfo {
    /// A description with `arguments`, and the help option that every command has.
    func with(arguments: [ArgumentInfo]) -> CommandInfo {
        var copy = self
        copy.arguments = arguments + [.help]
        return copy
    }
}
