import Testing

@testable import LocalEngine

@Suite struct CallScheduleTests {
    @Test func stepsStartGroupAfterGroup() {
        var schedule = StepsSchedule(sizes: [2, 1])
        #expect(schedule.begin() == [0, 1])
        #expect(schedule.finish(1, succeeded: true) == [])
        #expect(!schedule.isFinished)
        #expect(schedule.finish(0, succeeded: true) == [2])
        #expect(!schedule.isFinished)
        #expect(schedule.finish(2, succeeded: true) == [])
        #expect(schedule.isFinished)
    }

    @Test func aFailedStepLetsItsGroupEndAndNothingElseStart() {
        var schedule = StepsSchedule(sizes: [2, 1])
        _ = schedule.begin()
        #expect(schedule.finish(0, succeeded: false) == [])
        #expect(!schedule.isFinished)
        #expect(schedule.finish(1, succeeded: true) == [])
        #expect(schedule.isFinished)
    }

    /// a → b → d, a → c → d
    private static let diamond = [[], [0], [0], [1, 2]]

    @Test func tasksStartOnceAllBeforeThemSucceeded() {
        var schedule = DAGSchedule(dependencies: Self.diamond, failFast: true)
        #expect(schedule.begin() == [0])
        #expect(schedule.finish(0, succeeded: true) == [1, 2])
        #expect(schedule.finish(2, succeeded: true) == [])
        #expect(schedule.finish(1, succeeded: true) == [3])
        #expect(!schedule.isFinished)
        #expect(schedule.finish(3, succeeded: true) == [])
        #expect(schedule.isFinished)
        #expect(schedule.omitted.isEmpty)
    }

    @Test func aDependencyNamedTwiceCountsOnce() {
        var schedule = DAGSchedule(dependencies: [[], [0, 0]], failFast: true)
        #expect(schedule.begin() == [0])
        #expect(schedule.finish(0, succeeded: true) == [1])
    }

    @Test func aFailureOmitsWhatDependsOnItAtOnce() {
        var schedule = DAGSchedule(dependencies: Self.diamond, failFast: false)
        _ = schedule.begin()
        _ = schedule.finish(0, succeeded: true)
        #expect(schedule.finish(1, succeeded: false) == [])
        #expect(schedule.omitted.map(\.call) == [3])
        #expect(!schedule.isFinished)
        #expect(schedule.finish(2, succeeded: true) == [])
        #expect(schedule.isFinished)
    }

    /// Two chains: 0 → 1 and 2 → 3.
    @Test(arguments: [(true, [], [1, 3]), (false, [3], [1])])
    func failFastKeepsOtherBranchesFromGoingOn(_ failFast: Bool, _ started: [Int], _ omitted: [Int]) {
        var schedule = DAGSchedule(dependencies: [[], [0], [], [2]], failFast: failFast)
        #expect(schedule.begin() == [0, 2])
        #expect(schedule.finish(0, succeeded: false) == [])
        #expect(schedule.finish(2, succeeded: true) == started)
        for task in started { _ = schedule.finish(task, succeeded: true) }
        #expect(schedule.isFinished)
        #expect(schedule.omitted.map(\.call) == omitted)
    }

    @Test func stoppingOmitsWhatWaits() {
        var schedule = DAGSchedule(dependencies: Self.diamond, failFast: true)
        _ = schedule.begin()
        schedule.stop()
        #expect(!schedule.isFinished)
        #expect(schedule.finish(0, succeeded: true) == [])
        #expect(schedule.isFinished)
        #expect(schedule.omitted.map(\.call) == [1, 2, 3])
    }

    @Test func aChainOfThousandsNeedsNoThousandsOfCalls() {
        let count = 20_000
        var schedule = DAGSchedule(dependencies: (0..<count).map { $0 == 0 ? [] : [$0 - 1] }, failFast: true)
        _ = schedule.begin()
        #expect(schedule.finish(0, succeeded: false) == [])
        #expect(schedule.omitted.count == count - 1)
    }
}
