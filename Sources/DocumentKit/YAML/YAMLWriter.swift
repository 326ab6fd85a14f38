/// Writes documents as YAML in block style, straight from the tape, as kubectl prints them:
/// ```
/// metadata:
///   labels: {}
///   name: hello
/// args:
/// - echo
/// - "1"            quoted, since it would be a number
/// script: |-       text of several lines
///   echo one
///   echo two
/// ```
/// Two spaces a level, sequences in the column of their key, a newline at the end. What is read back is the same document.
package struct YAMLWriter: Sendable {
    /// Whether the value is written as an element of a sequence, behind `- `.
    private let isElement: Bool

    package init(isElement: Bool = false) {
        self.isElement = isElement
    }

    package func write(_ value: DocumentValue, to output: inout some ByteOutput) throws {
        var layout = YAMLLayout(value, isElement: isElement)
        while !layout.isDone {
            layout.fill()
            try output.write(layout.text.span)
            layout.text.removeAll(keepingCapacity: true)
        }
    }

    package static func text(_ value: DocumentValue) -> String {
        var bytes: [UInt8] = []
        try? YAMLWriter().write(value, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
