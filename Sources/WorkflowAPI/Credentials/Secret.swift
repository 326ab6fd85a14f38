/// A text that must never be printed: descriptions, dumps and reflection show three asterisks.
package struct Secret: Sendable, Equatable {
    package let value: String

    package init(_ value: String) { self.value = value }

    /// What a file holds, without the end of its line.
    init(line: String) {
        // Windows ends a line with two characters, which Swift counts as one.
        let isEnded = line.last == "\n" || line.last == "\r\n"
        self.init(isEnded ? String(line.dropLast()) : line)
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "***" }
    package var debugDescription: String { "***" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
