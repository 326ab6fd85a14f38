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
    private var cluster: Substring = ""

    /// Whether the last word still has letters to give.
    var isInsideCluster: Bool { !cluster.isEmpty }

    init(_ words: ArraySlice<String>, arguments: [ArgumentInfo]) {
        self.arguments = arguments
        rest = words
    }

    mutating func next() throws(ArgumentError) -> Token? {
        if !cluster.isEmpty { return try short() }
        guard let word = rest.popFirst() else { return nil }
        if optionsEnded || word == "-" || !word.hasPrefix("-") { return .word(word) }
        if word == "--" {
            optionsEnded = true
            return try next()
        }
        if word.hasPrefix("--") { return try long(word.dropFirst(2)) }
        cluster = word.dropFirst()
        return try short()
    }

    private mutating func long(_ body: Substring) throws(ArgumentError) -> Token {
        var name = String(body)
        var inline: String?
        if let equals = body.firstIndex(of: "=") {
            name = String(body[..<equals])
            inline = String(body[body.index(after: equals)...])
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

    private mutating func short() throws(ArgumentError) -> Token {
        let letter = cluster.removeFirst()
        guard let index = arguments.firstIndex(where: { $0.isShort(letter) }) else {
            if letter == "h" { return .help }
            throw .unknownOption("-\(letter)", suggestion: suggestion(for: "\(letter)\(cluster)"))
        }
        if cluster.first == "=" || (arguments[index].kind == .option && !cluster.isEmpty) {
            let inline = String(cluster.first == "=" ? cluster.dropFirst() : cluster)
            cluster = ""
            return try option(index, arguments[index].name, inline)
        }
        return try option(index, arguments[index].name, nil)
    }

    private mutating func option(_ index: Int, _ name: String, _ inline: String?) throws(ArgumentError) -> Token {
        if arguments[index].kind == .flag { return .option(index: index, name: name, value: inline) }
        guard let value = inline ?? rest.popFirst() else { throw .missingValue(.option("--" + name)) }
        return .option(index: index, name: name, value: value)
    }

    /// `--no-x=false` means `--x`; a word that is no truth value stays and is refused where it is read.
    private static func inverted(_ value: String?) -> String? {
        switch value {
        case nil, "1", "t", "T", "true", "TRUE", "True": "false"
        case "0", "f", "F", "false", "FALSE", "False": "true"
        case .some(let other): other
        }
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

    fileprivate func isShort(_ letter: Character) -> Bool {
        short?.first == letter && short?.count == 1
    }
}
