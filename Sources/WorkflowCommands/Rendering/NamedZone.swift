import Foundation
import WorkflowModel

/// The clocks of a place: `Europe/Berlin`.
enum NamedZone {
    /// Seconds east of UTC at a moment; nil for a place that this machine does not know.
    static func clock(_ name: String) -> ((Timestamp) -> Int)? {
        guard let zone = TimeZone(identifier: name) else { return nil }
        return { zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double($0.seconds))) }
    }
}
