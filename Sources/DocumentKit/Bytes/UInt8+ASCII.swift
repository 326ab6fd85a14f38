/// The bytes that shape JSON, by name.
extension UInt8 {
    static var quote: UInt8 { 0x22 }
    static var backslash: UInt8 { 0x5C }
    static var comma: UInt8 { 0x2C }
    static var colon: UInt8 { 0x3A }
    static var minus: UInt8 { 0x2D }
    static var openBrace: UInt8 { 0x7B }
    static var closeBrace: UInt8 { 0x7D }
    static var openBracket: UInt8 { 0x5B }
    static var closeBracket: UInt8 { 0x5D }
    static var newline: UInt8 { 0x0A }
    static var delete: UInt8 { 0x7F }

    /// Space, tab, newline or carriage return: what may stand between the tokens of JSON.
    @inline(__always)
    var isSpace: Bool {
        self <= 0x20 && (self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09)
    }

    var isDigit: Bool { self &- 0x30 < 10 }

    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// Printable ASCII that may stand in a JSON string as it is.
    var isPlain: Bool { self >= 0x20 && self < .delete && self != .quote && self != .backslash }
}
