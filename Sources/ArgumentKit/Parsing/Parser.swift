extension ArgumentGroup {
    /// Parses `words` into a fresh value. Pure: the environment is an argument.
    package static func parse(
        _ words: [String], environment: [String: String] = [:]
    ) throws(ArgumentError) -> ParseResult<Self> {
        var parser = Parser<Self>()
        return try parser.read(words[...], environment) ? .value(parser.root) : .help
    }
}

/// Fills a `Root` from words, then from the environment, then checks that nothing required is missing.
struct Parser<Root: ArgumentGroup> {
    private(set) var root = Root()
    private(set) var notes: [ArgumentNote] = []
    private let arguments = Root.arguments
    private var isGiven: [Bool]

    init() {
        isGiven = Array(repeating: false, count: arguments.count)
    }

    /// Whether it has an option of that long name.
    func knows(_ name: String) -> Bool {
        arguments.contains { $0.outline.name == name && $0.outline.kind != .positional }
    }

    /// Returns false when the words ask for help; help wins over values that are wrong or missing.
    mutating func read(
        _ words: ArraySlice<String>, _ environment: [String: String]
    ) throws(ArgumentError) -> Bool {
        var lexer = WordLexer(words, arguments: arguments.map(\.outline))
        var options: [(index: Int, name: String, value: String?)] = []
        var plain: [String] = []
        while let token = try lexer.next() {
            switch token {
            case .help: return false
            case .word(let word): plain.append(word)
            case .option(let index, let name, let value): options.append((index, name, value))
            }
        }
        for (index, name, value) in options {
            let info = arguments[index].outline
            if info.formerNames.contains(name) { note(.renamed(from: "--" + name, to: "--" + info.name)) }
            let spelling = name == "no-" + info.name ? name : info.name
            try store(index, value, .option("--" + spelling))
        }
        try assign(plain)
        try readEnvironment(environment)
        try checkRequired()
        return true
    }

    private mutating func store(_ index: Int, _ word: String?, _ source: ArgumentSource) throws(ArgumentError) {
        let occurrence = Occurrence(word: word, source: source, isFirst: !isGiven[index])
        isGiven[index] = true
        try arguments[index].store(occurrence, &root)
    }

    private mutating func note(_ note: ArgumentNote) {
        if !notes.contains(note) { notes.append(note) }
    }

    /// Deals the plain words out in order; a repeated positional leaves enough for the required ones after it.
    private mutating func assign(_ words: [String]) throws(ArgumentError) {
        var rest = words[...]
        let positionals = arguments.indices.filter { arguments[$0].outline.kind == .positional }
        for (place, index) in positionals.enumerated() {
            let info = arguments[index].outline
            let reserved = positionals[(place + 1)...].count { arguments[$0].outline.isRequired }
            var share = max(rest.count - reserved, info.isRequired ? 1 : 0)
            if !info.isRepeating { share = min(share, 1) }
            for _ in 0..<share {
                guard let word = rest.popFirst() else { break }
                try store(index, word, .positional(info.name))
            }
        }
        if let extra = rest.first { throw .unexpectedArgument(extra) }
    }

    /// For what the command line left open, the first variable that is set and not empty counts.
    private mutating func readEnvironment(_ environment: [String: String]) throws(ArgumentError) {
        for index in arguments.indices where !isGiven[index] {
            for variable in arguments[index].outline.environment {
                guard let value = environment[variable], !value.isEmpty else { continue }
                try store(index, value, .environment(variable))
                break
            }
        }
    }

    private func checkRequired() throws(ArgumentError) {
        for index in arguments.indices where !isGiven[index] {
            let info = arguments[index].outline
            guard info.isRequired else { continue }
            if info.kind == .positional { throw .missingArgument(info.name) }
            throw .missingOption("--" + info.name)
        }
    }
}
