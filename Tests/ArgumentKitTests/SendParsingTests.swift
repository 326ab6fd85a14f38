import ArgumentKit
import Testing

/// Positionals and repeatable options, on `tool send FILE... BOX` and `tool shelf drop [SHELF] [REASON]`.
@Suite struct SendParsingTests {
    @Test(arguments: [
        (["box"], SendCommand(target: "box")),
        (["a", "box"], SendCommand(files: ["a"], target: "box")),
        (["a", "b", "box"], SendCommand(files: ["a", "b"], target: "box")),
        (["a", "-a", "b", "box"], SendCommand(previous: true, files: ["a", "b"], target: "box")),
        (["-", "box"], SendCommand(files: ["-"], target: "box")),
        (["--", "-a", "--priority"], SendCommand(files: ["-a"], target: "--priority")),
        (["a", "--", "--", "box"], SendCommand(files: ["a", "--"], target: "box")),
        (["", "box"], SendCommand(files: [""], target: "box")),
    ])
    func dealsOutPositionals(_ words: [String], _ expected: SendCommand) throws {
        #expect(try SendCommand.parse(words) == .value(expected))
    }

    @Test(arguments: [
        (["-p", "a=1,b=2", "x"], ["a=1,b=2"]),
        (["-pa=1", "x", "--parameter=b=,=2"], ["a=1", "b=,=2"]),
        (["-p=a=1", "x"], ["a=1"]),
        (["-p", "", "x"], [""]),
        (["-p", "-1", "x"], ["-1"]),
    ])
    func neverSplitsParameters(_ words: [String], _ expected: [String]) throws {
        #expect(try SendCommand.parse(words) == .value(SendCommand(parameters: expected, target: "x")))
    }

    @Test(arguments: [
        ([], ShelfDropCommand()),
        (["3"], ShelfDropCommand(shelf: 3)),
        (["3", "heavy"], ShelfDropCommand(shelf: 3, reason: "heavy")),
    ])
    func optionalPositionalsMayBeMissing(_ words: [String], _ expected: ShelfDropCommand) throws {
        #expect(try ShelfDropCommand.parse(words + ["--limit", "1"]) == .value(expected))
    }

    @Test func refusesWhatIsMissingWrongOrTooMuch() {
        #expect(throws: ArgumentError.missingArgument("box")) { try SendCommand.parse([]) }
        #expect(throws: ArgumentError.missingArgument("box")) { try SendCommand.parse(["-a"]) }
        #expect(throws: ArgumentError.missingOption("--limit")) { try ShelfDropCommand.parse(["3"]) }
        #expect(throws: ArgumentError.unexpectedArgument("now")) {
            try ShelfDropCommand.parse(["3", "heavy", "now", "--limit", "1"])
        }
        #expect(
            throws: ArgumentError.invalidValue("x", for: .positional("shelf"), reason: "expected a whole number")
        ) { try ShelfDropCommand.parse(["x"]) }
        #expect(
            throws: ArgumentError.invalidValue("-1", for: .option("--priority"), reason: "must be at least 0")
        ) { try SendCommand.parse(["x", "--priority", "-1"]) }
    }

    @Test func readsTheLargestNumberAnOpenRangeHolds() throws {
        let words = ["x", "--priority", "\(Int.max)"]
        #expect(try SendCommand.parse(words) == .value(SendCommand(priority: .max, target: "x")))
    }

    @Test func aRepeatableOptionReplacesItsDefault() throws {
        struct Kinds: ArgumentGroup {
            var kinds = ["all"]
            static var arguments: [Argument<Self>] {
                option(\.kinds, "kind", value: "kind", commaSeparated: true, env: "KINDS", help: "Kinds to look at")
            }
        }
        #expect(Kinds.arguments.map(\.info.defaultValue) == ["all"])
        #expect(try Kinds.parse([]) == .value(Kinds()))
        #expect(try Kinds.parse(["--kind", "a,b", "--kind", "c"]) == .value(Kinds(kinds: ["a", "b", "c"])))
        #expect(try Kinds.parse([], environment: ["KINDS": "d,e"]) == .value(Kinds(kinds: ["d", "e"])))
    }
}
