/// What the process tells its caller at the end; README's table and `wfctl help exit-codes` are made from it.
///
/// Thrown as an error it ends a command without a further message: the command has said what there is to say.
package enum ExitStatus: Int32, CaseIterable, Error, Sendable {
    case success = 0
    case failure = 1
    case usage = 2
    case runFailed = 3
    case denied = 4
    case notFound = 5
    case conflict = 6
    case unreachable = 7
    case stillRunning = 8
    case timedOut = 124
    case interrupted = 130
    case unread = 141

    package var meaning: String {
        switch self {
        case .success: "done; the run succeeded"
        case .failure: "any other error"
        case .usage: "wrong usage, or an invalid manifest"
        case .runFailed: "the run ended Failed or Error"
        case .denied: "authentication or permission refused"
        case .notFound: "not found"
        case .conflict: "conflict, or it exists already"
        case .unreachable: "the server cannot be reached, or answered 429 or 5xx"
        case .stillRunning: "still running (one-shot checks)"
        case .timedOut: "--timeout passed"
        case .interrupted: "interrupted"
        case .unread: "nobody reads the output any more, and whether all went well is not known"
        }
    }

    /// Which of two statuses a command over several names ends with.
    ///
    /// A fault of the tool outranks the truth about a run, and a failed run outranks an unfinished one.
    package func worst(_ other: ExitStatus) -> ExitStatus { rank >= other.rank ? self : other }

    private var rank: Int {
        switch self {
        case .success: 0
        case .stillRunning: 1
        case .runFailed: 2
        case .notFound: 3
        case .conflict: 4
        case .timedOut: 5
        case .unread: 6
        case .failure: 7
        case .unreachable: 8
        case .denied: 9
        case .usage: 10
        case .interrupted: 11
        }
    }
}
