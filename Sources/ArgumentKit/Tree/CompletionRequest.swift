/// A shell's question for names that only the binary knows.
///
/// The completion scripts run
///
///     wfctl __complete <topic> <word>...
///
/// where the topic is the one of `Completion.dynamic` and the words are those of the command line before the cursor,
/// without the tool's own name and without the word that is being completed:
///
///     $ wfctl get -n argo hello-<TAB>       runs    wfctl __complete workflows get -n argo
///
/// The answer is one candidate a line on stdout, optionally with a tab and a description, see `lines(_:)`; the shell
/// keeps those that begin as the word does. When anything goes wrong there is no answer: nothing on stderr, and
/// whatever happens it takes a second at most.
package struct CompletionRequest: Equatable, Sendable {
    /// The hidden command.
    static let command = "__complete"

    package var topic: String
    /// The command that is being typed: `["wfctl", "get"]`.
    package var path: [String]
    /// The positionals that are there already.
    package var positionals: [String]
    /// The options that are there already, by long name, with their values.
    var given: [Given]

    struct Given: Equatable, Sendable {
        var name: String
        var value: String?
    }

    /// The options of `Group` as far as they are on the line or in the environment. What is wrong or unknown there is
    /// passed over: half a command line is no mistake.
    package func options<Group: ArgumentGroup>(_ type: Group.Type, environment: [String: String]) -> Group {
        var group = Group()
        for argument in Group.arguments where argument.outline.kind != .positional && argument.outline.refusal == nil {
            let occurrences = given.filter { $0.name == argument.outline.name }
            for (place, one) in occurrences.enumerated() {
                let source = ArgumentSource.option("--" + one.name)
                try? argument.store(Occurrence(word: one.value, source: source, isFirst: place == 0), &group)
            }
            if occurrences.isEmpty,
                let variable = argument.outline.environment.first(where: { environment[$0] ?? "" != "" })
            {
                try? argument.store(Occurrence(word: environment[variable], source: .environment(variable)), &group)
            }
        }
        return group
    }

    /// Candidates as the scripts read them. A name with a character that means something to a shell is left out: it
    /// came from a server and would stand on the user's command line.
    package static func lines(_ candidates: [(name: String, description: String)]) -> String {
        var text = ""
        for candidate in candidates where isPlain(candidate.name) {
            text += candidate.name
            let words = candidate.description.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : String($0) }
            if !words.isEmpty { text += "\t" + words.joined() }
            text += "\n"
        }
        return text
    }

    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix("-")
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "-._/@:+%,=".utf8.contains(byte)
                }
            }
    }
}

extension CommandNode {
    /// Reads half a command line as far as it makes sense.
    func completionRequest(_ words: ArraySlice<String>) -> CompletionRequest {
        var request = CompletionRequest(topic: words.first ?? "", path: [header.name], positionals: [], given: [])
        var node = self
        var known = node.options
        var lexer = WordLexer(words.dropFirst(), arguments: known)
        while true {
            do {
                guard let token = try lexer.next() else { return request }
                switch token {
                case .help: continue
                case .option(let index, _, let value):
                    request.given.append(.init(name: known[index].name, value: value))
                case .word(let word):
                    guard let next = node.child(word) else {
                        request.positionals.append(word)
                        continue
                    }
                    node = next
                    request.path.append(next.header.name)
                    if case .leaf(let leaf) = next.role { known = leaf.arguments() }
                    lexer = WordLexer(lexer.rest, arguments: known)
                }
            } catch {
                continue
            }
        }
    }

    private var options: [ArgumentInfo] {
        switch role {
        case .leaf(let leaf): leaf.arguments()
        case .branch(let branch): branch.globals()
        case .refused: []
        }
    }
}
