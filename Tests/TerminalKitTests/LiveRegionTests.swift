import TestSupport
import Testing

@testable import TerminalKit

/// Live regions as somebody sees them: on a modelled screen.
@Suite struct LiveRegionTests {
    private let channel = ScriptedChannel()

    /// stdout and stderr on one terminal.
    private var terminal: Terminal {
        let screen = Screen()
        let out = Output(channel: channel.channel, flushesLines: true, screen: screen)
        let err = Output(channel: channel.channel, flushesLines: true, screen: screen, after: out)
        return Terminal(out: out, err: err, outIsTerminal: true, errIsTerminal: true, width: 20, height: 6)
    }

    private func seen(columns: Int = 20, rows: Int = 6) -> ScreenModel {
        var model = ScreenModel(columns: columns, rows: rows)
        let isKnown = model.take(channel.text)
        #expect(isKnown, "\(channel.text.debugDescription)")
        return model
    }

    @Test func linesThatStayAreNotWrittenAgain() {
        let update = FrameUpdate(from: ["one", "two", "three"], to: ["one", "zwei", "three"])
        #expect(update.text == "\u{1B}[?2026h\r\u{1B}[3A\r\nzwei\u{1B}[K\r\n\r\n\u{1B}[?2026l")
        #expect(FrameUpdate(from: ["one"], to: ["one"]).text == "")
    }

    @Test(arguments: 0..<60 as Range<UInt64>) func theLastFrameStandsBelowEverythingThatWasSaid(_ seed: UInt64) throws {
        var random = SystemLikeGenerator(state: seed)
        let terminal = terminal
        let region = LiveRegion(on: terminal)
        var notes: [String] = []
        var frame: [String] = []
        for round in 0..<40 {
            if random.next() % 4 == 0 {
                notes.append("note \(round)")
                try (random.next() % 2 == 0 ? terminal.err : terminal.out).write("note \(round)\n")
            } else {
                frame = (0..<Int(random.next() % 6)).map { "line \($0) is \(random.next() % 3)" }
                try region.show(frame)
            }
        }
        try region.close()
        try terminal.out.write("end\n")
        #expect(seen().text == notes + frame + ["end"])
    }

    @Test func cutsWhatHasNoRoom() throws {
        let region = LiveRegion(on: terminal)
        try region.show((0..<9).map { "\u{1B}[31mline \($0)\u{1B}[0m and so on and on" })
        #expect(seen().text == (0..<5).map { "line \($0) and so on a…" })
    }

    @Test(arguments: [
        ("plain", 5, "plain"), ("plain", 4, "pla…"), ("\u{1B}[31mred\u{1B}[0m", 3, "\u{1B}[31mred\u{1B}[0m"),
        ("\u{1B}[31mred\u{1B}[0m", 2, "\u{1B}[31mr…\u{1B}[0m"), ("a\u{1B}[31mb\u{1B}[0mc", 2, "a\u{1B}[31m…\u{1B}[0m"),
        ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("", 3, ""),
    ])
    func coloursTakeNoRoom(_ line: String, _ width: Int, _ expected: String) {
        #expect(line.clipped(to: width) == expected)
    }

    @Test func anUnfinishedLineIsLeftAlone() throws {
        let terminal = terminal
        let region = LiveRegion(on: terminal)
        try terminal.out.write("half")
        try terminal.out.flush()
        try region.show(["frame"])
        #expect(seen().text == ["half", "frame"])
    }

    @Test func takesTheProgressLineAway() throws {
        let terminal = terminal
        ProgressLine(on: terminal).show("waiting")
        try LiveRegion(on: terminal).show(["frame"])
        ProgressLine(on: terminal).show("waiting")
        #expect(seen().text == ["frame"])
    }

    @Test func drawsAnewInAnotherSize() throws {
        let screen = Screen()
        let (small, large) = (Terminal.Size(columns: 9, rows: 3), Terminal.Size(columns: 19, rows: 5))
        try screen.show(frame: ["a", "b", "c"], in: large, on: channel.channel)
        try screen.show(frame: ["a", "b"], in: small, on: channel.channel)
        #expect(seen().text == ["a", "b"])
        let erased = "\r\u{1B}[3A" + String(repeating: "\u{1B}[K\r\n", count: 3) + "\u{1B}[J\r\u{1B}[3A"
        #expect(channel.text.hasSuffix(erased + "\u{1B}[?2026h\ra\u{1B}[K\r\nb\u{1B}[K\r\n\u{1B}[?2026l"))
    }

    /// Some terminals keep as history what is cleared from the first place of the screen on.
    @Test func neverClearsTheScreenFromWhereAFrameBegins() throws {
        let screen = Screen()
        let size = Terminal.Size(columns: 9, rows: 3)
        for frame in [["a", "b"], [], ["a", "b"]] { try screen.show(frame: frame, in: size, on: channel.channel) }
        try screen.write("a note\n".utf8.span, to: channel.channel)
        try screen.show(frame: ["c"], in: Terminal.Size(columns: 5, rows: 2), on: channel.channel)
        #expect(!channel.text.contains("A\u{1B}[J") && !channel.text.contains("\r\u{1B}[J"))
        #expect(seen().text == ["a note", "c"])
    }

    @Test func aFullScreenIsLeftWithItsLastFrameAndWhatWasSaidMeanwhile() throws {
        let terminal = terminal
        try terminal.out.write("before\n")
        let region = LiveRegion(on: terminal, fillsScreen: true)
        try region.show(["one"])
        try terminal.err.write("note\n")
        try region.show(["two", "three"])
        let model = seen()
        #expect(model.isAlternate && model.hidesCursor)
        #expect(model.text == ["two", "three"])
        try region.close()
        let after = seen()
        #expect(!after.isAlternate && !after.hidesCursor)
        #expect(after.text == ["before", "two", "three", "note"])
    }

    /// The same numbers in every run.
    private struct SystemLikeGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }
}
