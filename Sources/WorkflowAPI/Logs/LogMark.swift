/// What happens between the lines of a log.
package enum LogMark: Sendable, Equatable {
    /// All lines that have arrived are handed over; more have to be waited for.
    case pause
    /// The lines that follow are those of another instance of their container.
    case restart(LogRestart)
}
