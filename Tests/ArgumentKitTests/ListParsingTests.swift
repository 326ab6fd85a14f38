import Testing

@testable import ArgumentKit

/// Flags and options, on `tool list`.
@Suite struct ListParsingTests {
    @Test(arguments: [
        ([], ListCommand()),
        (["-A"], ListCommand(allNamespaces: true)),
        (["-A", "--all-namespaces=false"], ListCommand()),
        (["--all-namespaces=F"], ListCommand()),
        (["-A=true"], ListCommand(allNamespaces: true)),
        (["-A=0"], ListCommand()),
        (["-Avv"], ListCommand(allNamespaces: true, verbosity: 2)),
        (["-v", "--verbose", "-v=false", "-v"], ListCommand(verbosity: 1)),
        (["--color"], ListCommand(color: true)),
        (["--no-color"], ListCommand(color: false)),
        (["--no-color", "--color"], ListCommand(color: true)),
        (["--no-color=false"], ListCommand(color: true)),
        (["--no-color=true"], ListCommand(color: false)),
        (["--no-secure"], ListCommand(connection: .init(secure: false))),
        (["--secure=false"], ListCommand(connection: .init(secure: false))),
        (["-e=f"], ListCommand(connection: .init(secure: false))),
        (["--internals"], ListCommand(internals: true)),
    ])
    func readsFlags(_ words: [String], _ expected: ListCommand) throws {
        #expect(try ListCommand.parse(words) == .value(expected))
    }

    @Test(arguments: [
        (["-o", "json"], ListCommand(format: .json)),
        (["-ojson"], ListCommand(format: .json)),
        (["-o=json"], ListCommand(format: .json)),
        (["--output", "json"], ListCommand(format: .json)),
        (["--output=json"], ListCommand(format: .json)),
        (["--output=json", "-o", "wide"], ListCommand(format: .wide)),
        (["-Ao", "json"], ListCommand(allNamespaces: true, format: .json)),
        (["-Aojson"], ListCommand(allNamespaces: true, format: .json)),
        (["-n", "argo"], ListCommand(connection: .init(namespace: "argo"))),
        (["-nargo"], ListCommand(connection: .init(namespace: "argo"))),
        (["-n=argo"], ListCommand(connection: .init(namespace: "argo"))),
        (["-n=a=b"], ListCommand(connection: .init(namespace: "a=b"))),
        (["--namespace="], ListCommand(connection: .init(namespace: ""))),
        (["-n", ""], ListCommand(connection: .init(namespace: ""))),
        (["-n", "-A"], ListCommand(connection: .init(namespace: "-A"))),
        (["-n", "--"], ListCommand(connection: .init(namespace: "--"))),
        (["--namespace=a=b"], ListCommand(connection: .init(namespace: "a=b"))),
        (["--limit", "0"], ListCommand(limit: 0)),
        (["--limit=100"], ListCommand(limit: 100)),
        (["--max", "7"], ListCommand(limit: 7)),
        (["--fmt", "wide"], ListCommand(format: .wide)),
        (["--"], ListCommand()),
    ])
    func readsOptions(_ words: [String], _ expected: ListCommand) throws {
        #expect(try ListCommand.parse(words) == .value(expected))
    }

    @Test(arguments: [
        (["--status", "Failed,Done"], [Phase.failed, .done]),
        (["--status=Failed", "--status", "Done,Running"], [.failed, .done, .running]),
        (["--status", ""], []),
        (["--status", "Failed", "--status="], [.failed]),
    ])
    func splitsCommaLists(_ words: [String], _ expected: [Phase]) throws {
        #expect(try ListCommand.parse(words) == .value(ListCommand(phases: expected)))
    }

    @Test(arguments: [
        (["--statsu", "x"], "unknown option '--statsu'; did you mean '--status'?"),
        (["--stat", "x"], "unknown option '--stat'; did you mean '--status'?"),
        (["--no-colour"], "unknown option '--no-colour'; did you mean '--no-color'?"),
        (["--elephant"], "unknown option '--elephant'"),
        (["--internal"], "unknown option '--internal'"),
        (["--kubeconfg"], "unknown option '--kubeconfg'"),
        (["--no-output"], "unknown option '--no-output'"),
        (["--=x"], "unknown option '--'"),
        (["---"], "unknown option '---'"),
        (["-x"], "unknown option '-x'"),
        (["-=x"], "unknown option '-='"),
        (["-Ax"], "unknown option '-x'"),
        (["-\u{301}"], "unknown option '-\u{301}'"),
        (["--\u{301}=x"], "unknown option '--\u{301}'"),
        (["-Xstatus"], "unknown option '-X'; did you mean '--status'?"),
        (["--status"], "option '--status' needs a value"),
        (["-An"], "option '--namespace' needs a value"),
        (
            ["--status", "Faild"],
            "invalid value 'Faild' for '--status': expected Running, Failed or Done; did you mean 'Failed'?"
        ),
        (
            ["--status", "failed"],
            "invalid value 'failed' for '--status': expected Running, Failed or Done; did you mean 'Failed'?"
        ),
        (["--status", "Sad"], "invalid value 'Sad' for '--status': expected Running, Failed or Done"),
        (["--status", "Done,,Done"], "invalid value 'Done,,Done' for '--status': an item of the list is empty"),
        (["--status", ","], "invalid value ',' for '--status': an item of the list is empty"),
        (["--limit", "-1"], "invalid value '-1' for '--limit': must be between 0 and 100"),
        (["--limit", "101"], "invalid value '101' for '--limit': must be between 0 and 100"),
        (["--limit", "ten"], "invalid value 'ten' for '--limit': expected a whole number"),
        (
            ["--limit", "99999999999999999999"],
            "invalid value '99999999999999999999' for '--limit': expected a whole number"
        ),
        (["--limit="], "invalid value '' for '--limit': expected a whole number"),
        (["--max", "101"], "invalid value '101' for '--limit': must be between 0 and 100"),
        (
            ["-A=yes"],
            "invalid value 'yes' for '--all-namespaces': "
                + "expected true or false (or 1, t, T, TRUE, True, 0, f, F, FALSE, False)"
        ),
        (
            ["--no-color=never"],
            "invalid value 'never' for '--no-color': "
                + "expected true or false (or 1, t, T, TRUE, True, 0, f, F, FALSE, False)"
        ),
        (["--kubeconfig", "x"], "option '--kubeconfig' is not supported: the tool reads no kubeconfig"),
        (["--kubeconfig=x"], "option '--kubeconfig' is not supported: the tool reads no kubeconfig"),
        (["--as-root"], "option '--as-root' is not supported: there is no root"),
        (["stray"], "unexpected argument 'stray'"),
        (["-"], "unexpected argument '-'"),
        ([""], "unexpected argument ''"),
        (["--", "-A"], "unexpected argument '-A'"),
    ])
    func refuses(_ words: [String], _ message: String) {
        #expect(performing: { try ListCommand.parse(words) }, throws: { "\($0)" == message })
    }

    @Test func neverShowsASecret() {
        let words = ["-H", "Authorization Bearer abc"]
        #expect(throws: ArgumentError.invalidValue(nil, for: .option("--header"), reason: "expected 'Name: value'")) {
            try ListCommand.parse(words)
        }
        #expect(
            performing: { try ListCommand.parse(words) },
            throws: { "\($0)" == "invalid value for '--header': expected 'Name: value'" })
    }

    @Test(arguments: [
        ["-h"], ["--help"], ["-Ah"], ["-A", "--help"], ["--limit", "ten", "-h"], ["--kubeconfig", "x", "-h"],
        ["stray", "-h"],
    ])
    func helpWinsOverWrongValues(_ words: [String]) throws {
        #expect(try ListCommand.parse(words) == .help)
    }

    @Test func helpIsAValueWhereAValueIsDue() throws {
        #expect(try ListCommand.parse(["-n", "-h"]) == .value(ListCommand(connection: .init(namespace: "-h"))))
    }

    @Test func formerNamesLeaveOneNoteEach() throws {
        var parser = Parser<ListCommand>()
        let isRun = try parser.read(["--fmt", "json", "--format=wide", "--fmt", "wide", "--max", "3"], [:])
        #expect(isRun)
        #expect(parser.root == ListCommand(format: .wide, limit: 3))
        #expect(parser.notes.map(\.description) == ["'--fmt' is now '--output'", "'--format' is now '--output'"])
    }

    @Test func theLastOfAThousandWins() throws {
        let words = (0..<1000).flatMap { ["-n", "n\($0)"] }
        #expect(try ListCommand.parse(words) == .value(ListCommand(connection: .init(namespace: "n999"))))
    }

    @Test func aMegabyteOfTypoIsAnswered() {
        let name = "--" + String(repeating: "x", count: 1_000_000)
        #expect(throws: ArgumentError.unknownOption(name)) { try ListCommand.parse([name]) }
    }
}
