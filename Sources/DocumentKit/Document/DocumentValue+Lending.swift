// For readers of many documents: these make no value on the way to a member.

extension DocumentValue {
    /// The text of an object's scalar member.
    package func text(of key: String) -> String? {
        document.member(key.utf8.span, of: index).flatMap { document.text(of: document.entry($0)) }
    }

    /// Lends the text of an object's scalar member: a string's, or a number or boolean as it was written.
    /// The bytes stay where they are unless they have escapes.
    /// - Returns: false, and `body` is not called, where there is no scalar of that name.
    @discardableResult
    package func lendText(of key: String, to body: (borrowing Span<UInt8>) throws -> Void) rethrows -> Bool {
        guard let member = document.member(key.utf8.span, of: index) else { return false }
        let entry = document.entry(member)
        if entry.isContainer || entry.isA(.null) { return false }
        if entry.isA(.escaped) {
            try body(document.decoded(entry).span)
        } else {
            try body(document.bytes.span.extracting(entry.range))
        }
        return true
    }
}
