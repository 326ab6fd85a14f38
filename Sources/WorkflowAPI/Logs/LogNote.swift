package import WorkflowModel

/// What happens while a log is read, and what its lines do not show.
package enum LogNote: Sendable, Equatable {
    /// The log broke off and is taken up again.
    case resumed(after: BackendError)
    /// No line has come yet, and the log is asked for again.
    case repeated(after: BackendError)
    /// The server asked to be left alone, and is for that long.
    case held(after: BackendError, for: Duration)
    /// A source does not go on where it ended: its pod is another one, or what lay between was thrown away.
    case gap(LogSource)
    case restarted(LogRestart)
    /// The server has no log yet of a run that goes on, and is asked again and again.
    case awaited(after: BackendError)
    /// The run may not be looked at, only its log read: nobody can tell whether that ends before the run does.
    case unseen(BackendError)
    /// The log of a pod that is gone was found where it is kept.
    /// Its lines have no times, which counts where they were asked for.
    case archived(pod: String, lacksTimes: Bool = false)
}
