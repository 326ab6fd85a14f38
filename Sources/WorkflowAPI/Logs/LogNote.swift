/// What happens while a log is read, and what its lines do not show.
package enum LogNote: Sendable, Equatable {
    /// The log broke off and is taken up again.
    case resumed(after: BackendError)
    /// No line has come yet, and the log is asked for again.
    case repeated(after: BackendError)
    /// A pod's log does not go on where it ended: the pod was started again, or what lay between was thrown away.
    case gap(pod: String)
    /// The log of a pod that is gone was found where it is kept.
    case archived(pod: String)
}
