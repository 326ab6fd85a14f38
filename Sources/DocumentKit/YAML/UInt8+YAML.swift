/// The bytes that shape YAML, by name.
extension UInt8 {
    static var space: UInt8 { 0x20 }
    static var tab: UInt8 { 0x09 }
    static var carriageReturn: UInt8 { 0x0D }
    static var hash: UInt8 { 0x23 }
    static var question: UInt8 { 0x3F }
    static var apostrophe: UInt8 { 0x27 }
    static var ampersand: UInt8 { 0x26 }
    static var asterisk: UInt8 { 0x2A }
    static var exclamation: UInt8 { 0x21 }
    static var percent: UInt8 { 0x25 }
    static var pipe: UInt8 { 0x7C }
    static var greater: UInt8 { 0x3E }
    static var dot: UInt8 { 0x2E }

    /// Space or tab.
    @inline(__always)
    var isBlank: Bool { self == .space || self == .tab }

    /// Newline or carriage return.
    @inline(__always)
    var isBreak: Bool { self == .newline || self == .carriageReturn }

    @inline(__always)
    var isBlankOrBreak: Bool { isBlank || isBreak }

    /// `,`, `[`, `]`, `{` or `}`: what ends a plain scalar inside a flow collection.
    @inline(__always)
    var isFlowIndicator: Bool {
        self == .comma || self == .openBracket || self == .closeBracket || self == .openBrace || self == .closeBrace
    }
}
