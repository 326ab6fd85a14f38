/// Why bytes are no gzip file, or none that is taken.
package enum GzipError: Error, Equatable, Sendable {
    case notGzip
    /// The bytes stop before their end.
    case cutOff
    case corrupt
    case tooLarge(limit: Int)

    /// The same about several things that are packed together.
    var text: String {
        switch self {
        case .notGzip: "they are no gzip"
        case .cutOff: "they stop in the middle"
        case .corrupt: "their bytes are not what was packed"
        case .tooLarge(let limit): "they are larger than \(limit) bytes"
        }
    }
}
