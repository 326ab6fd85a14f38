/// Certificates or a key in PEM, where they are: in a file, or in memory so that no file has to be made.
package enum PEM: Sendable, Equatable {
    case file(String)
    case text([UInt8])
}

/// A key may be in it: descriptions say where it is and no more.
extension PEM: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String {
        switch self {
        case .file(let path): path
        case .text(let bytes): "\(bytes.count) bytes"
        }
    }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
