extension DocumentValue {
    /// A string's text, escapes decoded; nil for other kinds.
    package var string: String? {
        let entry = entry
        return entry.isString ? document.text(of: entry) : nil
    }

    /// Whether it is a string with this text; makes none.
    package func isText(_ text: String) -> Bool {
        let entry = entry
        return entry.isString && document.hasText(entry, text.utf8.span)
    }

    /// A string's decoded bytes, without making a `String`.
    package var utf8: [UInt8]? {
        let entry = entry
        switch entry.kind {
        case .quoted, .text: return Array(document.bytes[entry.range])
        case .escaped: return document.decoded(entry)
        default: return nil
        }
    }

    /// A number without fraction or exponent that fits.
    package var int: Int? { entry.kind == .number ? document.text(of: entry).flatMap { Int($0) } : nil }

    package var bool: Bool? {
        switch entry.kind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    /// How the source spells a number or a boolean: `0644` where the document has 420; nil where it stands behind a tag,
    /// an anchor or an alias.
    package var bareSpelling: String? {
        guard entry.kind == .number || bool != nil else { return nil }
        let word = document.bytes[offset...].prefix { $0.isLetter || $0.isDigit || "+-._".utf8.contains($0) }
        return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
    }

    /// A string, a number (as it was written) or a boolean as text; nil for other kinds.
    package var scalarText: String? { document.text(of: entry) }
}

extension Document {
    /// The text of a string, a number or a boolean; nil for other kinds.
    func text(of entry: TapeEntry) -> String? {
        switch entry.kind {
        case .quoted, .text, .number, .true, .false: String(decoding: bytes[entry.range], as: UTF8.self)
        case .escaped: String(decoding: decoded(entry), as: UTF8.self)
        case .null, .array, .object: nil
        }
    }

    /// The decoded bytes of a string entry.
    func decoded(_ entry: TapeEntry) -> [UInt8] {
        guard entry.kind == .escaped else { return Array(bytes[entry.range]) }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(entry.extent)
        JSONEscape.decode(bytes.span, entry.range, into: &decoded)
        return decoded
    }
}
