extension Table {
    /// A column: its header, and how its cells stand in it.
    package struct Column: Sendable, Equatable, ExpressibleByStringLiteral {
        package enum Alignment: Sendable {
            case left, right
        }

        package var header: String
        package var alignment: Alignment
        /// The least width, padded to and not cut below.
        package var minimumWidth: Int
        /// Whether cells may be cut so that the lines fit a terminal.
        package var isFlexible: Bool

        package init(
            _ header: String, alignment: Alignment = .left, minimumWidth: Int = 0, isFlexible: Bool = false
        ) {
            self.header = header
            self.alignment = alignment
            self.minimumWidth = minimumWidth
            self.isFlexible = isFlexible
        }

        package init(stringLiteral header: String) {
            self.init(header)
        }
    }
}
