extension Table {
    /// The text of a cell and its style.
    package struct Cell: Sendable, Equatable, ExpressibleByStringInterpolation {
        package var text: String
        package var style: Style

        package init(_ text: String, _ style: Style = .plain) {
            self.text = text
            self.style = style
        }

        package init(stringLiteral text: String) {
            self.init(text)
        }
    }
}
