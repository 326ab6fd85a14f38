/// Why bytes could not leave the process.
package enum OutputError: Error, Equatable {
    /// The reader went away (`EPIPE`): the quiet end of `wfctl list | head`.
    case closed
    /// Any other refusal: a full disk, a descriptor that is not open.
    case failed(errno: Int32, message: String)

    /// Does what is done for a reader alone: when there is none any more, that is no failure of the rest.
    package static func passingOverClosed(_ tell: () throws -> Void) throws {
        do { try tell() } catch OutputError.closed {}
    }
}
