/// How a word looks on a terminal that shows colour. It becomes bytes only through a `Painter`.
package enum Style: UInt8, CaseIterable, Sendable {
    case plain, bold, dim, red, green, yellow, blue, magenta, cyan, white

    /// The control sequence that selects the style; `plain` ends every other (ECMA-48, select graphic rendition).
    var selection: String {
        switch self {
        case .plain: "\u{1B}[0m"
        case .bold: "\u{1B}[1m"
        case .dim: "\u{1B}[2m"
        case .red: "\u{1B}[31m"
        case .green: "\u{1B}[32m"
        case .yellow: "\u{1B}[33m"
        case .blue: "\u{1B}[34m"
        case .magenta: "\u{1B}[35m"
        case .cyan: "\u{1B}[36m"
        case .white: "\u{1B}[37m"
        }
    }
}
