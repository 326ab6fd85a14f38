/// Why bytes are no gzip file, or none that is taken.
package enum GzipError: Error, Equatable, Sendable {
    case notGzip
    /// The bytes stop before their end.
    case cutOff
    case corrupt
    case tooLarge(limit: Int)
}
