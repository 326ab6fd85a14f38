/// How a finished workflow ended.
package enum Outcome: Sendable, Equatable {
    case succeeded, failed
    /// It says that it is over, but not how.
    case unknown
}
