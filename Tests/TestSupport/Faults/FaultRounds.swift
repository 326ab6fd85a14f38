import Foundation

/// How much a test that goes through a `FaultProxy` does: little in a run of all tests, much in `Tests/Benchmarks/faults`.
package enum FaultRounds {
    private static let isFull = ProcessInfo.processInfo.environment["WFCTL_FAULTS"] == "full"

    package static func count(_ few: Int, full many: Int) -> Int { isFull ? many : few }

    /// Says what was counted, where a person has asked for it.
    package static func report(_ line: String) {
        if isFull { print("figures: \(line)") }
    }
}
