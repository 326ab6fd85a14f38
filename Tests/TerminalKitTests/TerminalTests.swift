import Testing

@testable import TerminalKit

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct TerminalTests {
    @Test(
        arguments: [
            ([:], nil, 80),
            ([:], 132, 132),
            (["COLUMNS": "100"], 132, 100),
            (["COLUMNS": "100"], nil, 100),
            (["COLUMNS": ""], 132, 132),
            (["COLUMNS": "0"], 132, 132),
            (["COLUMNS": "-5"], nil, 80),
            (["COLUMNS": "wide"], nil, 80),
            (["COLUMNS": "99999999999"], nil, 65_535),
            (["COLUMNS": "99999999999999999999999"], nil, 80),
        ] as [([String: String], Int?, Int)])
    func takesItsWidthFromTheEnvironmentFirst(environment: [String: String], measured: Int?, expected: Int) {
        #expect(Terminal.width(environment: environment, measured: measured) == expected)
    }

    @Test func findsATerminalAndItsWidth() throws {
        let pseudo = try PseudoTerminal(columns: 101)
        let terminal = Terminal.on(
            input: pseudo.program, out: pseudo.program, err: pseudo.program, environment: ["TERM": "xterm"])
        #expect(terminal.outIsTerminal && terminal.errIsTerminal && terminal.inIsTerminal)
        #expect(terminal.width == 101)
        #expect(terminal.usesColor && terminal.usesColorOnErr)
        #expect(terminal.out.flushesLines && terminal.err.flushesLines)
    }

    @Test func judgesEachDescriptorByItself() throws {
        let pseudo = try PseudoTerminal(columns: 66)
        let null = open("/dev/null", O_RDWR)
        defer { close(null) }
        let terminal = Terminal.on(input: null, out: null, err: pseudo.program, environment: [:])
        #expect(!terminal.outIsTerminal && terminal.errIsTerminal && !terminal.inIsTerminal)
        #expect(terminal.width == 66)
        #expect(!terminal.usesColor && terminal.usesColorOnErr)
        #expect(!terminal.out.flushesLines && terminal.err.flushesLines)
    }

    @Test func keepsTheOrderOfOutputAndErrorsInOnePlace() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { ends.forEach { close($0) } }
        let terminal = Terminal.on(input: ends[0], out: ends[1], err: ends[1], environment: [:])
        try terminal.out.write("data\n")
        try terminal.err.write("note\n")
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(ends[0], &bytes, bytes.count)
        #expect(String(decoding: bytes[..<count], as: UTF8.self) == "data\nnote\n")
    }

    @Test(arguments: [
        ("y\n", true), ("yes\n", true), ("Y\n", true), (" YES \n", true),
        ("\n", false), ("n\n", false), ("yep\n", false), ("\u{4}", false),
    ])
    func asksOnATerminal(typed: String, expected: Bool) throws {
        let pseudo = try PseudoTerminal(columns: 80)
        let terminal = Terminal.on(
            input: pseudo.program, out: pseudo.program, err: pseudo.program, environment: [:])
        pseudo.type(typed)
        #expect(terminal.ask("delete 3 workflows?") == expected)
        let question = "delete 3 workflows? [y/N] "
        #expect(pseudo.screen(until: question).contains(question))
    }

    @Test func readsNoFurtherThanTheAnswer() throws {
        let pseudo = try PseudoTerminal(columns: 80)
        let terminal = Terminal.on(
            input: pseudo.program, out: pseudo.program, err: pseudo.program, environment: [:])
        pseudo.type("y\nn\n")
        #expect(terminal.ask("first?") == true)
        #expect(terminal.ask("second?") == false)
    }

    @Test func asksNobodyWhereInputIsNoTerminal() throws {
        let null = open("/dev/null", O_RDWR)
        defer { close(null) }
        let err = Output.memory()
        #expect(Terminal(err: err, inIsTerminal: false, inputDescriptor: null).ask("sure?") == nil)
        #expect(err.text == "")
    }

    @Test func doesNotAskWhereTheQuestionCannotBeSeen() {
        let err = Output(channel: ScriptedChannel([-Int(EPIPE)]).channel)
        #expect(Terminal(err: err, inIsTerminal: true, inputDescriptor: -1).ask("sure?") == nil)
    }
}
