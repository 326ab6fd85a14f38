import TerminalKit

/// Something was done, and the output that should have said so could not be written.
struct UnsaidDeed: Error {
    /// `workflow 'x' was submitted`
    let deed: String
    /// What was not begun any more, by name.
    let rest: [String]
    let reason: OutputError

    init(_ deed: String, leaving rest: [String] = [], reason: OutputError) {
        self.deed = deed
        self.rest = rest
        self.reason = reason
    }

    /// Prints what was done, at once: whoever ends wfctl in the middle wants to know.
    ///
    /// A reader that went away has seen enough, and the rest is done all the same. A disk that is full ends it.
    static func named(
        _ deed: String, leaving rest: [String] = [], in context: CommandContext, output: () throws -> Void
    ) throws {
        do {
            try output()
            try context.terminal.out.flush()
        } catch let reason as OutputError where reason != .closed {
            throw UnsaidDeed(deed, leaving: rest, reason: reason)
        } catch OutputError.closed {}
    }
}

extension Diagnostic {
    init(_ error: UnsaidDeed) {
        let names = error.rest.prefix(10).map { "'\($0)'" } + (error.rest.count > 10 ? ["…"] : [])
        self.init(
            message: "\(error.deed), but: \(Diagnostic(error.reason).message)",
            hint: names.isEmpty ? nil : "left alone: " + names.joined(separator: ", "))
    }
}
