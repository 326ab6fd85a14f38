/// Writes documents as JSON, straight from the tape into an output: no `String` and no buffer per value.
/// Strings get the fewest escapes that are right and safe on a terminal; Go's `\u003c` comes back as `<`.
package struct JSONWriter: Sendable {
    package enum Style: Sendable {
        /// Two spaces a level, `"key": value`, `[]` and `{}` when empty, no newline at the end.
        case pretty
        /// No space at all.
        case compact
    }

    private let style: Style
    private let depth: Int

    /// - Parameter depth: the levels that stand around the value already; its first line is never indented.
    package init(style: Style, depth: Int = 0) {
        self.style = style
        self.depth = depth
    }

    package func write(_ value: DocumentValue, to output: inout some ByteOutput) throws {
        var layout = JSONLayout(value, style: style, depth: depth)
        var buffer = [UInt8](repeating: 0, count: min(1 << 16, 256 + value.entry.extent * 32))
        while !layout.isDone {
            let count = layout.fill(&buffer, from: value.document)
            try output.write(buffer.span.extracting(first: count))
        }
    }

    package func write(_ tree: ValueTree, to output: inout some ByteOutput) throws {
        try write(tree.document().root, to: &output)
    }

    package static func text(_ value: DocumentValue, style: Style) -> String {
        var bytes: [UInt8] = []
        try? JSONWriter(style: style).write(value, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    package static func text(_ tree: ValueTree, style: Style) -> String {
        text(tree.document().root, style: style)
    }
}
