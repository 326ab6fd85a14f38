import Testing
import WorkflowModel

@testable import WorkflowAPI

@Suite struct LogResumptionTests {
    /// `p 2 b`: pod, second, content. A line without a second has no time.
    static func entry(_ text: String) -> LogEntry {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let time = Int64(words[1]).map { Timestamp(seconds: $0) }
        return LogEntry(pod: words[0], time: time, content: Array(words[2].utf8)[...])
    }

    /// Two pods, lines that truly repeat, several of one moment, one that is late.
    static let source = [
        "p 1 a", "q 1 a", "p 2 b", "p 2 b", "p 2 c", "q 1 a", "q 5 x", "p 3 d", "p 3 ", "q 5 x", "q 5 y", "p 4 b",
        "p 4 b", "q 6 z", "p 9 end",
    ]

    /// What a reader prints of some answers.
    static func read(_ answers: [[LogEntry]], areWhole: Bool) -> [LogEntry] {
        var log = LogResumption()
        var lines: [LogEntry] = []
        for answer in answers {
            log.begin(isWhole: areWhole || !log.hasBegun)
            lines += answer.filter { log.verdict(on: $0) != .seen }
        }
        return lines
    }

    /// A source that kept silent had old lines that a tail left out.
    @Test func oldLinesOfASourceThatIsNewStayOut() {
        var log = LogResumption()
        log.begin(isWhole: true)
        #expect(log.verdict(on: Self.entry("p 5 a")) == .new)
        log.floor = Timestamp(seconds: 10)
        log.begin(isWhole: false)
        let verdicts = ["p 5 a", "q 3 old", "p 6 b", "q 10 new", "q 9 late"].map { log.verdict(on: Self.entry($0)) }
        #expect(verdicts == [.seen, .seen, .new, .new, .seen])
        log.begin(isWhole: false)
        #expect(["q 10 new", "q 11 x"].map { log.verdict(on: Self.entry($0)) } == [.seen, .new])
    }

    /// The answer after a cut: what is not older than the time that is asked for.
    static func answer(_ source: [LogEntry], after lines: ArraySlice<LogEntry>) -> [LogEntry] {
        var log = LogResumption()
        log.begin(isWhole: true)
        for line in lines { _ = log.verdict(on: line) }
        // A pod that has not been seen yet may have begun at any time.
        let knowsAll = Set(source.map(\.source)).isSubset(of: log.sources)
        guard let time = log.latest?.values.min(), knowsAll else { return source }
        return source.filter { $0.time.map { $0 >= time } ?? true }
    }

    static func byPod(_ lines: [LogEntry]) -> [String: [LogEntry]] { Dictionary(grouping: lines, by: \.pod) }

    @Test(arguments: 0...source.count) func aLogCutAnywhereComesOutWhole(_ cut: Int) {
        let source = Self.source.map(Self.entry)
        for second in cut...source.count {
            let first = source[..<cut]
            let next = Self.answer(source, after: first)
            // The second answer is cut as well, where its own lines end.
            let answers = [Array(first), Array(next.prefix(second - cut)), source]
            #expect(Self.byPod(Self.read(answers, areWhole: true)) == Self.byPod(source))
            #expect(Self.byPod(Self.read([Array(first), next], areWhole: false)) == Self.byPod(source))
        }
    }

    @Test(arguments: 0...source.count) func linesWithoutTimesAreCounted(_ cut: Int) {
        let source = Self.source.map(Self.entry).map { LogEntry(pod: $0.pod, content: $0.content) }
        #expect(Self.byPod(Self.read([Array(source[..<cut]), source], areWhole: true)) == Self.byPod(source))
    }

    /// The two streams of a container are stamped apart.
    @Test(arguments: 0...8) func timesMayRunBackwards(_ cut: Int) {
        let source = ["p 1 x", "p 5 a", "p 4 b", "p 5 c", "p 3 b", "p 4 b", "p 6 d", "p 5 e"].map(Self.entry)
        for second in cut...source.count {
            let answers = [Array(source[..<cut]), Array(source[..<second]), source]
            #expect(Self.read(answers, areWhole: true) == source)
        }
    }

    @Test func linesOfOneMomentMayComeInAnotherOrder() {
        let (a, b, c) = (Self.entry("p 2 a"), Self.entry("p 2 b"), Self.entry("p 2 c"))
        #expect(Self.read([[a, b], [c, b, a, a]], areWhole: false) == [a, b, c, a])
    }

    @Test func manyLinesOfOneMomentAreCounted() {
        let source = (0..<10_000).map { Self.entry("p 1 \($0 % 7)") } + [Self.entry("p 2 end")]
        for cut in [1, 4_095, 4_096, 4_097, 9_999] {
            #expect(Self.read([Array(source[..<cut]), source], areWhole: false) == source)
        }
    }

    @Test func anAnswerThatBeginsTooLateIsAGap() {
        var log = LogResumption()
        log.begin(isWhole: true)
        #expect(log.verdict(on: Self.entry("p 2 b")) == .new)
        log.begin(isWhole: false)
        #expect(log.verdict(on: Self.entry("p 3 c")) == .gap)
        // Everything, and it is still not there: the line is printed, and the gap is said once.
        log.begin(isWhole: true)
        #expect(log.verdict(on: Self.entry("p 3 c")) == .gap)
        #expect(log.verdict(on: Self.entry("p 4 d")) == .new)
        log.begin(isWhole: false)
        #expect(log.verdict(on: Self.entry("p 4 d")) == .seen)
        #expect(log.verdict(on: Self.entry("p 5 e")) == .new)
    }

    @Test func knowsWhereEverySourceEnded() {
        var log = LogResumption()
        #expect(log.latest == [:])
        log.begin(isWhole: true)
        for line in ["p 2 b", "q 9 x", "p 3 c"] { _ = log.verdict(on: Self.entry(line)) }
        let seconds = log.latest?.mapValues(\.seconds)
        #expect(seconds == [LogSource(pod: "p"): 3, LogSource(pod: "q"): 9])
        _ = log.verdict(on: Self.entry("q  untimed"))
        #expect(log.latest == nil)
    }

    @Test func containersOfOnePodAreToldApart() {
        func line(_ container: String, _ second: Int64) -> LogEntry {
            LogEntry(pod: "p", container: container, time: Timestamp(seconds: second), content: [])
        }
        let source = [line("main", 1), line("wait", 1), line("wait", 9), line("main", 2), line("main", 9)]
        for cut in source.indices {
            let next = [line("wait", 1), line("main", 1), line("wait", 9), line("main", 2), line("main", 9)]
            let lines = Self.read([Array(source[..<cut]), next], areWhole: false)
            #expect(lines.count == 5 && Set(lines) == Set(source))
        }
    }
}
