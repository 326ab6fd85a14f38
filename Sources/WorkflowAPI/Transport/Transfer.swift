/// A request on its way, told by the session what comes back.
///
/// The session calls in order, on its own thread: a head (the first counts), bytes, one end.
protocol Transfer: AnyObject, Sendable {
    /// Nobody wants the answer any more.
    var isOver: Bool { get }
    func receive(_ head: HTTPHead)
    func receive(_ bytes: [UInt8])
    /// The proper end of the answer, or why there is none. The error is made when it is known how far we got.
    func finish(_ error: (any Error)?)
}

/// What a transfer can do about its connection.
protocol TransferControl: Sendable {
    /// Closes it; called at most once, and never for an answer that came to its end.
    func stop()
    /// Stops reading from it, so that TCP holds the server back; called while bytes are received. The result, called
    /// from anywhere, goes on.
    func hold() -> @Sendable () -> Void
}
