/// Cuts the words of a command line into options with their values and plain words.
///
///     list -An argo --status=Failed -- -x
///     word("list") option(-A) option(-n, "argo") option(--status, "Failed") word("-x")
///
/// It knows arguments as plain data only, so one copy serves every command.
struct WordLexer {
    enum Token: Equatable {
        /// `index` points into `arguments`; `name` is the long name it was given by; a flag's value may be nil.
        case option(index: Int, name: String, value: String?)
        case word(String)
        case help
    }

    let arguments: [ArgumentInfo]
    private(set) var rest: ArraySlice<String>
    private(set) var optionsEnded = false
    /// Letters of a cluster such as `-Af` that are still to come.
    private var cluster: Substring.UnicodeScalarView = ""[...].unicodeScalars

    /// Whether the last word still has letters to give.
    var isInsideCluster: Bool { !cluster.isEmpty }

    init(_ words: ArraySlice<String>, arguments: [ArgumentInfo]) {
        self.arguments = arguments
        rest = words
    }

    /// Whether `word` is one when it stands where an option may: it starts with a dash and is more than that.
    static func isOption(_ word: String) -> Bool {
        // Scalars, not characters: a combining mark after a dash or an equals sign must not hide it.
        word.unicodeScalars.first == "-" && word != "-"
    }

    mutating func next() throws(ArgumentError) -> Token? {
        if let letter = cluster.popFirst() { return try short(letter) }
        guard let word = rest.popFirst() else { return nil }
        if optionsEnded || !Self.isOption(word) { return .word(word) }
        if word == "--" {
            optionsEnded = true
            return try next()
        }
        cluster = word.unicodeScalars.dropFirst()
        guard let letter = cluster.popFirst() else { return .word(word) }
        if letter != "-" { return try short(letter) }
        let body = cluster
        cluster.removeAll()
        return try long(body)
    }

    private mutating func long(_ body: Substring.UnicodeScalarView) throws(ArgumentError) -> Token {
        var name = String(Substring(body))
        var inline: String?
        if let equals = body.firstIndex(of: "=") {
            name = String(Substring(body[..<equals]))
            inline = String(Substring(body[body.index(after: equals)...]))
        }
        if let index = arguments.firstIndex(where: { $0.isNamed(name) }) {
            return try option(index, name, inline)
        }
        if name == "help" { return .help }
        if let index = arguments.firstIndex(where: { $0.isNegated(by: name) }) {
            return .option(index: index, name: name, value: Self.inverted(inline))
        }
        throw .unknownOption("--" + name, suggestion: suggestion(for: name))
    }

    private mutating func short(_ letter: Unicode.Scalar) throws(ArgumentError) -> Token {
        guard let index = arguments.firstIndex(where: { $0.short == String(letter) && $0.kind != .positional }) else {
            if letter == "h" { return .help }
            throw .unknownOption("-\(letter)", suggestion: suggestion(for: "\(letter)\(Substring(cluster))"))
        }
        var inline: String?
        if cluster.first == "=" || (arguments[index].kind == .option && !cluster.isEmpty) {
            inline = String(Substring(cluster.first == "=" ? cluster.dropFirst() : cluster))
            cluster.removeAll()
        }
        return try option(index, arguments[index].name, inline)
    }

    private mutating func option(_ index: Int, _ name: String, _ inline: String?) throws(ArgumentError) -> Token {
        if arguments[index].kind == .flag { return .option(index: index, name: name, value: inline) }
        guard let value = inline ?? rest.popFirst() else { throw .missingValue(.option("--" + name)) }
        return .option(index: index, name: name, value: value)
    }

    /// `--no-x=false` means `--x`; a word that is no truth value stays and is refused where it is read.
    private static func inverted(_ value: String?) -> String {
        guard let value else { return "false" }
        return truthValue(value).map { $0 ? "false" : "true" } ?? value
    }

    private func suggestion(for name: String) -> String? {
        let spellings = arguments.filter { !$0.isHidden }.flatMap(\.longNames) + ["help"]
        return nearest(to: name, in: spellings).map { "--" + $0 }
    }
}

extension ArgumentInfo {
    fileprivate func isNamed(_ word: String) -> Bool {
        kind != .positional && (name == word || aliases.contains(word) || formerNames.contains(word))
    }

    fileprivate func isNegated(by word: String) -> Bool {
        isNegatable && word.hasPrefix("no-") && word.dropFirst(3) == name
    }
}
