package import WorkflowModel

/// What whoever follows a run hears before its end.
package enum RunNews: Sendable {
    /// A state of the run, each as it is learned; one may come twice.
    case state(Workflow)
    /// Nothing can be heard of the run for now; asking goes on, after a pause that is told where the server asked for it.
    case trouble(BackendError, pause: Duration?)
    /// After `trouble`: the server answers again.
    case recovered
    /// The server refuses a watch; the run is looked at again and again instead.
    case polls(BackendError)
}

/// How following a run came to its end. None but `over` says anything about the run's success.
package enum RunEnding: Sendable {
    case over(Workflow)
    /// It was deleted before it was over.
    case deleted
    /// It was deleted, and another run has its name now.
    case replaced
    /// Nobody can tell: refused, never found, or out of reach for longer than patience lasts.
    case failed(BackendError)
}
