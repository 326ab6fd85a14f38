import TerminalKit

extension String {
    /// As one word for a shell: plain where that is safe, else in single quotes; what a terminal would act on as `$'\x1b'`.
    var shellWord: String {
        if !isEmpty, unicodeScalars.allSatisfy(Self.isPlain), !hasPrefix("=") { return self }
        if sanitized() == self { return "'" + replacing("'", with: #"'\''"#) + "'" }
        let bytes = utf8.map { byte in
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\\"): "\\" + String(UnicodeScalar(byte))
            case 0x20..<0x7F: String(UnicodeScalar(byte))
            default: #"\x"# + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return "$'" + bytes.joined() + "'"
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "@", "%", "+", "=", ":", ",", ".", "/", "-": true
        default: false
        }
    }
}
