import WorkflowModel

/// Names of stored objects, by the rules of Kubernetes; they are names of files here, so nothing else may pass.
enum ObjectName {
    /// What messages call a good name.
    static let rule = "1 to 63 lower-case letters, digits, '-' and '.', with a letter or digit at both ends"

    /// As long as argo allows for its own kinds; names of pods and files are made from it.
    static func isName(_ text: String) -> Bool {
        isLabel(text, limit: 63, extra: [UInt8(ascii: "-"), UInt8(ascii: ".")])
    }

    /// A name without dots, 63 bytes at most.
    static func isNamespace(_ text: String) -> Bool { isLabel(text, limit: 63, extra: [UInt8(ascii: "-")]) }

    /// A UUID of version 7, whose text sorts by time down to a quarter of a microsecond.
    ///
    /// That is what tells runs of one second apart: the times in their documents are whole seconds.
    static func uid(at time: Timestamp, random: () -> UInt64) -> String {
        let nanoseconds = UInt64(time.nanoseconds)
        let milliseconds = UInt64(max(0, time.seconds)) * 1000 + nanoseconds / 1_000_000
        let fraction = nanoseconds % 1_000_000 * 4096 / 1_000_000
        return UUIDText.text(milliseconds << 16 | 0x7000 | fraction, random())
    }

    private static func isLabel(_ text: String, limit: Int, extra: [UInt8]) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, let last = bytes.last, bytes.count <= limit else { return false }
        return isAlphanumeric(first) && isAlphanumeric(last)
            && bytes.allSatisfy { isAlphanumeric($0) || extra.contains($0) }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}
