/// The pauses before each further try of something that failed: a random part of a span that doubles, up to a cap.
///
/// The chance covers the whole span, so that clients that failed together do not come back together.
package struct RetryPolicy: Sequence, Sendable {
    package static let standardRetries = 5

    /// Tries after the first one.
    package var retries: Int
    /// The first span.
    package var shortest = Duration.milliseconds(100)
    package var longest = Duration.seconds(10)
    package var random: @Sendable () -> UInt64

    package init(retries: Int = standardRetries, random: @escaping @Sendable () -> UInt64) {
        self.retries = retries
        self.random = random
    }

    package func makeIterator() -> Iterator { Iterator(self) }

    package struct Iterator: IteratorProtocol {
        private let policy: RetryPolicy
        private var span: Duration
        private var left: Int

        init(_ policy: RetryPolicy) {
            self.policy = policy
            span = Swift.min(policy.shortest, policy.longest)
            left = policy.retries
        }

        package mutating func next() -> Duration? {
            guard left > 0 else { return nil }
            left -= 1
            defer { span = Swift.min(span * 2, policy.longest) }
            // The 53 bits that a Double holds: 0 ..< 1.
            return span * (Double(policy.random() >> 11) * 0x1p-53)
        }
    }
}
