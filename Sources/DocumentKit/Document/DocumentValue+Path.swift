extension DocumentValue {
    /// The way from the root to the value, for messages: `spec.templates[0].name`, `labels["a/b"]`; empty for the root.
    package var path: String { document.path(to: index) }
}

extension Document {
    func path(to target: Int) -> String {
        var path = ""
        // What stands behind the root is in no value.
        guard target < entry(0).span else { return path }
        var index = 0
        while index < target {
            let isObject = entry(index).kind == .object
            var child = index + 1
            var position = 0
            // The child whose entries reach over the target.
            while true {
                let value = isObject ? child + 1 : child
                let next = value + entry(value).span
                if target < next {
                    path += isObject ? step(to: child, isFirst: path.isEmpty) : "[\(position)]"
                    index = value
                    break
                }
                child = next
                position += 1
            }
        }
        return path
    }

    private func step(to key: Int, isFirst: Bool) -> String {
        let bytes = decoded(entry(key))
        guard !bytes.isEmpty, bytes.allSatisfy({ $0.isLetter || $0.isDigit || $0 == .minus || $0 == 0x5F }) else {
            var quoted: [UInt8] = []
            JSONEscape.appendQuoted(bytes.span, to: &quoted)
            return "[\(String(decoding: quoted, as: UTF8.self))]"
        }
        return (isFirst ? "" : ".") + String(decoding: bytes, as: UTF8.self)
    }
}
