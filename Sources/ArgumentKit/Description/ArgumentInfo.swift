/// Everything the outside world may know about one argument, as plain data.
///
/// Help, shell completions, the man page and the Markdown reference are functions of this value and of nothing else.
package struct ArgumentInfo: Sendable, Equatable, Codable {
    package enum Kind: String, Sendable, Codable { case flag, option, positional }

    package var kind: Kind
    /// Long name without dashes; for positionals, the label shown in usage.
    package var name: String
    /// One letter.
    package var short: String?
    /// Other long names that work as well, undocumented.
    package var aliases: [String] = []
    /// Long names it had before; they work and leave a note.
    package var formerNames: [String] = []
    package var help: String
    package var valueName: String?
    package var defaultValue: String?
    /// Variables that stand in for it; the first that is set and not empty counts.
    package var environment: [String]
    /// The help heading it stands under.
    package var group = "Options"
    package var completion = Completion.none
    /// The whole numbers it takes; an upper bound of `Int.max` means no upper bound.
    package var bounds: ClosedRange<Int>?
    package var isRequired = false
    package var isRepeating = false
    /// One word may hold several values: `Failed,Error`.
    package var isCommaSeparated = false
    /// `--no-name` works too.
    package var isNegatable = false
    package var isHidden = false
    /// Why the option is not supported, when it is only known to be refused.
    package var refusal: String?

    package init(
        _ kind: Kind, _ name: String, short: Character? = nil, value: String? = nil, help: String,
        environment: [String] = []
    ) {
        self.kind = kind
        self.name = name
        self.short = short.map(String.init)
        valueName = value
        self.help = help
        self.environment = environment
    }

    /// The option that every command has.
    static let help = ArgumentInfo(.flag, "help", short: "h", help: "Show this help")
    /// The option that only the tool itself has.
    static let version = ArgumentInfo(.flag, "version", help: "Show the version")
}

extension ArgumentInfo {
    /// Whether the parser answers it by itself.
    var isBuiltIn: Bool { self == .help || self == .version }

    /// Long names that are documented, without dashes; the negation of a flag comes last.
    var longNames: [String] { isNegatable ? [name, "no-" + name] : [name] }

    /// What the user may type and completions offer: `["--output", "-o"]`.
    package var spellings: [String] {
        guard kind != .positional else { return [] }
        return longNames.map { "--" + $0 } + (short.map { ["-" + $0] } ?? [])
    }

    /// `spellings` and every other word that is accepted.
    var allSpellings: [String] { spellings + (aliases + formerNames).map { "--" + $0 } }
}
