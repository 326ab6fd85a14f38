import TestSupport
import Testing

@testable import WorkflowAPI

@Suite struct RetryPolicyTests {
    static func policy(_ retries: Int, random: UInt64 = .max) -> RetryPolicy {
        RetryPolicy(retries: retries) { random }
    }

    @Test func doublesItsSpanUpToTheCap() {
        let delays = Array(Self.policy(10)).map { ($0 / .milliseconds(1)).rounded() }
        #expect(delays == [100, 200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000, 10_000])
    }

    @Test(arguments: [(0, 0), (1, 50), (2, 100)] as [(UInt64, Double)])
    func drawsFromTheWholeSpan(_ halves: UInt64, _ milliseconds: Double) {
        let random = halves == 2 ? UInt64.max : halves << 63
        let delay = Self.policy(1, random: random).map { ($0 / .milliseconds(1)).rounded() }
        #expect(delay == [milliseconds])
    }

    @Test(arguments: [0, 1, 7]) func triesNoMoreOftenThanItMay(_ retries: Int) {
        #expect(Array(Self.policy(retries)).count == retries)
    }

    @Test func neverGrowsOverItsCapHoweverOftenItIsAsked() {
        var delays = Self.policy(.max).makeIterator()
        for _ in 0..<500 { _ = delays.next() }
        #expect(delays.next() ?? .zero <= .seconds(10))
    }

    @Test func endsWithTheTimeBeforeItEndsWithTheTries() {
        let time = TestTime(draw: { _ in .max })
        var budget = RetryBudget(Self.policy(100), within: .seconds(2), time: time.timeAndChance)
        var slept = Duration.zero
        while let pause = budget.pause(after: .passing()) {
            slept += pause
            time.pass(pause)
        }
        // 100, 200, 400 and 800 ms; the next 1600 would not fit.
        #expect(budget.tries == 5)
        #expect(slept < .seconds(1.5))
        #expect(budget.remaining > .milliseconds(400))
    }

    @Test(
        arguments: [
            (Transience.lasting, nil), (.doubtful, 0.1), (.passing(), 0.1), (.passing(after: .seconds(3)), 3),
            (.passing(after: .seconds(29)), 29), (.passing(after: .seconds(30)), nil),
            (.passing(after: .seconds(315_360_000)), nil),
        ] as [(Transience, Double?)])
    func pausesAsLongAsTheServerAsksUnlessThatIsTooLong(_ transience: Transience, _ seconds: Double?) {
        let time = TestTime()
        var budget = RetryBudget(Self.policy(3), within: .seconds(30), time: time.timeAndChance)
        let pause = budget.pause(after: transience)
        #expect(pause.map { ($0 / .milliseconds(1)).rounded() / 1_000 } == seconds)
        #expect(budget.tries == (seconds == nil ? 1 : 2))
    }

    @Test func asksADoubtfulServerOnceMore() {
        var budget = RetryBudget(Self.policy(9), within: .seconds(30), time: TestTime().timeAndChance)
        #expect(budget.pause(after: .doubtful) != nil)
        #expect(budget.pause(after: .doubtful) == nil)
    }
}
