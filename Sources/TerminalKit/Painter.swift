/// Colours words, or leaves them alone where colour is off.
package struct Painter: Sendable, Equatable {
    package var isEnabled: Bool

    package init(enabled: Bool) {
        isEnabled = enabled
    }

    /// `text` in `style`; width and padding are the caller's to compute from `text` alone.
    package func paint(_ text: String, _ style: Style) -> String {
        guard isEnabled, style != .plain, !text.isEmpty else { return text }
        return style.selection + text + Style.plain.selection
    }
}
