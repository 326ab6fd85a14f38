/// A span of time in one unit, cut off: what `6d` is made of.
package struct ShortDuration: Sendable, Hashable {
    package let number: Int
    /// `s`, `m`, `h` or `d`.
    package let unit: Unicode.Scalar

    /// The sign is dropped.
    package init(seconds: Int64) {
        let seconds = Int(clamping: seconds.magnitude)
        switch seconds {
        case ..<60: (number, unit) = (seconds, "s")
        case ..<3600: (number, unit) = (seconds / 60, "m")
        case ..<86_400: (number, unit) = (seconds / 3600, "h")
        default: (number, unit) = (seconds / 86_400, "d")
        }
    }
}
