/// Why bytes could not leave the process.
package enum OutputError: Error, Equatable {
    /// The reader went away (`EPIPE`): the quiet end of `wfctl list | head`.
    case closed
    /// Any other refusal: a full disk, a descriptor that is not open.
    case failed(errno: Int32, message: String)
}
