import Dispatch

/// Our own clock: URLSession's timeouts only know whole seconds and silence.
package enum DeadlineClock {
    private static let queue = DispatchQueue(label: "wfctl.deadlines")
    /// Longer than any command runs, and a time that Dispatch can still count.
    private static let longest: Duration = .seconds(315_360_000)

    /// Runs `action` on a thread of its own, whatever Swift's threads are held up by.
    package static func schedule(after delay: Duration, _ action: @escaping @Sendable () -> Void) {
        let (seconds, attoseconds) = min(max(delay, .zero), longest).components
        let nanoseconds = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
        queue.asyncAfter(deadline: .now() + .nanoseconds(Int(nanoseconds)), execute: action)
    }

    /// `30 s`, `0.25 s`
    static func text(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let milliseconds = attoseconds / 1_000_000_000_000_000
        guard milliseconds > 0 else { return "\(seconds) s" }
        let digits = String(milliseconds + 1000).dropFirst()
        let significant = String(digits.reversed().drop { $0 == "0" }.reversed())
        return "\(seconds).\(significant) s"
    }
}
