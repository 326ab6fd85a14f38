extension DocumentValue: Equatable {
    /// Same kinds, values and order, whatever the spacing and escapes; numbers are compared as they are spelled.
    package static func == (left: DocumentValue, right: DocumentValue) -> Bool {
        guard left.entry.span == right.entry.span else { return false }
        for offset in 0..<left.entry.span {
            let (leftEntry, rightEntry) = (
                left.document.entry(left.index + offset), right.document.entry(right.index + offset)
            )
            if leftEntry.isContainer {
                guard leftEntry.kind == rightEntry.kind, leftEntry.extent == rightEntry.extent else { return false }
            } else if leftEntry.isString {
                guard rightEntry.isString, left.document.hasText(leftEntry, of: right.document, rightEntry) else {
                    return false
                }
            } else {
                guard leftEntry.kind == rightEntry.kind,
                    left.document.bytes[leftEntry.range].elementsEqual(right.document.bytes[rightEntry.range])
                else { return false }
            }
        }
        return true
    }
}

extension Document: Equatable {
    package static func == (left: Document, right: Document) -> Bool { left.root == right.root }

    fileprivate func hasText(_ entry: TapeEntry, of other: Document, _ otherEntry: TapeEntry) -> Bool {
        guard otherEntry.kind != .escaped else { return hasText(entry, other.decoded(otherEntry).span) }
        return hasText(entry, other.bytes.span.extracting(otherEntry.range))
    }
}
