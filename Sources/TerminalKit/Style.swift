/// How a word looks on a terminal that shows colour. It becomes bytes only through a `Painter`.
package enum Style: UInt8, CaseIterable, Sendable {
    case plain, bold, dim, red, green, yellow, blue, magenta, cyan, white

    /// The number between `ESC [` and `m` (ECMA-48, select graphic rendition).
    var code: UInt8 {
        switch self {
        case .plain: 0
        case .bold: 1
        case .dim: 2
        case .red: 31
        case .green: 32
        case .yellow: 33
        case .blue: 34
        case .magenta: 35
        case .cyan: 36
        case .white: 37
        }
    }
}
