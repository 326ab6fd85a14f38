/// What a completion script knows, as rows; the three shells print the same table in their own syntax.
///
/// A place is a command's path: `wfctl/template/list`. The scripts walk from place to place over the words before the
/// cursor, step over the values of options, count the positionals, and then look up what fits.
struct CompletionTable {
    /// A word of the command line at one place, or at every place.
    enum Spot: Equatable {
        case anywhere(String)
        case at(String, String)
    }

    /// Spots that share a value.
    struct Row<Value: Equatable>: Equatable {
        var spots: [Spot]
        var value: Value
    }

    /// How a value is completed.
    struct ValueRule: Hashable {
        var completion: Completion
        var isList = false
    }

    /// The words that lead from a place to the place of a subcommand.
    struct Step {
        var spots: [Spot]
        var place: String
    }

    /// What may come next at a place.
    struct Offer {
        var place: String
        var commands: [(name: String, text: String)] = []
        var options: [String] = []
        /// By position; the last one is for every further word when `repeats`.
        var positionals: [[ValueRule]] = []
        var repeats = false
    }

    let tool: String
    private(set) var steps: [Step] = []
    private(set) var offers: [Offer] = []
    /// Spellings that take the next word as their value.
    let valued: [Spot]
    let values: [Row<ValueRule>]
    let texts: [Row<String>]

    init(_ info: CommandInfo) {
        tool = info.name
        var valued: [(Spot, Bool)] = []
        var values: [(Spot, ValueRule)] = []
        var texts: [(Spot, String)] = []
        for (path, command) in info.withHelpCommands.walk() {
            let place = path.joined(separator: "/")
            var offer = Offer(place: place)
            for child in command.visibleSubcommands {
                steps.append(Step(spots: child.names.map { .at(place, $0) }, place: "\(place)/\(child.name)"))
                offer.commands += child.names.map { ($0, child.abstract) }
            }
            for argument in command.arguments where argument.kind != .positional && argument.refusal == nil {
                for spelling in argument.allSpellings {
                    valued.append((.at(place, spelling), argument.kind == .option))
                }
                if argument.isHidden { continue }
                if let rule = argument.valueRule {
                    for spelling in argument.allSpellings { values.append((.at(place, spelling), rule)) }
                }
                offer.options += argument.spellings
                for spelling in argument.spellings { texts.append((.at(place, spelling), argument.help)) }
            }
            offer.positionals = command.positionalRules
            offer.repeats = command.positionals.contains(where: \.isRepeating)
            offers.append(offer)
        }
        self.valued = Self.factored(valued).filter(\.value).flatMap(\.spots)
        self.values = Self.factored(values)
        self.texts = Self.factored(texts)
    }

    /// Joins rows of equal value; a word that has one value everywhere gets one row for everywhere.
    private static func factored<Value: Hashable>(_ rows: [(spot: Spot, value: Value)]) -> [Row<Value>] {
        // Nothing for a word of several values.
        var onlyValues: [String: Value?] = [:]
        for (spot, value) in rows {
            if let known = onlyValues[spot.word] {
                if known != value { onlyValues[spot.word] = .some(nil) }
            } else {
                onlyValues[spot.word] = value
            }
        }
        var factored: [Row<Value>] = []
        var places: [Value: Int] = [:]
        var taken: Set<String> = []
        for (spot, value) in rows {
            let isEverywhere = onlyValues[spot.word] == .some(value)
            if isEverywhere, !taken.insert(spot.word).inserted { continue }
            let place = places[value] ?? factored.count
            if place == factored.count {
                places[value] = place
                factored.append(Row(spots: [], value: value))
            }
            factored[place].spots.append(isEverywhere ? .anywhere(spot.word) : spot)
        }
        return factored
    }
}

extension CompletionTable.Spot {
    fileprivate var word: String {
        switch self {
        case .anywhere(let word), .at(_, let word): word
        }
    }
}

extension ArgumentInfo {
    /// How its value is completed; nil where a shell has nothing to offer.
    fileprivate var valueRule: CompletionTable.ValueRule? {
        // A flag takes a value only behind '=', and then one of these.
        if kind == .flag { return isBuiltIn ? nil : .init(completion: .choices(["true", "false"])) }
        return completion == .none ? nil : .init(completion: completion, isList: isCommaSeparated)
    }
}

extension CommandInfo {
    /// What to offer at each position; from a repeated positional on, everything that may still come.
    fileprivate var positionalRules: [[CompletionTable.ValueRule]] {
        var rules: [[CompletionTable.ValueRule]] = []
        for (index, positional) in positionals.enumerated() {
            let rest = positional.isRepeating ? positionals[index...] : [positional]
            rules.append(rest.compactMap(\.valueRule))
            if positional.isRepeating { break }
        }
        return rules
    }

    /// The tree with what may follow `help`: the names of commands and topics, without arguments.
    fileprivate var withHelpCommands: CommandInfo {
        var tree = self
        let index = tree.subcommands.firstIndex { $0.name == "help" }
        var help = index.map { tree.subcommands[$0] } ?? CommandInfo(name: "help", abstract: "Show help for a command")
        help.arguments.removeAll { $0.kind == .positional }
        help.subcommands = visibleSubcommands.filter { $0.name != "help" }.map(\.namesOnly)
        help.subcommands += topics.map { CommandInfo(name: $0.name, abstract: $0.title) }
        if let index { tree.subcommands[index] = help } else { tree.subcommands.append(help) }
        return tree
    }

    private var namesOnly: CommandInfo {
        var copy = self
        copy.arguments = []
        copy.subcommands = visibleSubcommands.map(\.namesOnly)
        return copy
    }
}
