/// One value of a document in eight bytes.
///
/// A document is its source bytes and a tape of entries in source order; an object's members are entry pairs, key and value:
/// ```
/// {"a":[1,"x"],"b":null}         tape index  kind    start  extent
///  ^0                                 0      object      0       7   entries of the subtree, this one included
///   ^1 key                            1      quoted      2       1   bytes, without the quotes
///       ^5                            2      array       5       3
///        ^6                           3      number      6       1
///          ^8                         4      quoted      9       1
///               ^13 key               5      quoted     14       1
///                   ^17               6      null       17       4
/// ```
/// Bits: `start:32 | extent:28 | kind:4`. While a container is still open its extent holds the tape index of its parent.
/// A start is a place in the document's bytes, which need not be the source text itself: text that had to be made
/// (a decoded scalar, a value built in memory) may stand behind the source.
struct TapeEntry: Equatable {
    static let maximumStart = 1 << 32 - 1
    static let maximumExtent = 1 << 28 - 1

    enum Kind: UInt8 {
        case null, `false`, `true`, number
        /// Printable ASCII that stands between quotes in the bytes: value and JSON text are the same.
        case quoted
        /// The bytes are the value, whatever they are; as JSON they may need escapes.
        case text
        /// The bytes are the inside of a JSON string with escapes.
        case escaped
        case array, object
    }

    let bits: UInt64

    init(bits: UInt64) {
        self.bits = bits
    }

    init(_ kind: Kind, start: Int, extent: Int) {
        bits =
            UInt64(truncatingIfNeeded: start) &<< 32 | UInt64(truncatingIfNeeded: extent) &<< 4 | UInt64(kind.rawValue)
    }

    var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: bits & 0xF)) ?? .null }
    var start: Int { Int(truncatingIfNeeded: bits &>> 32) }
    var extent: Int { Int(truncatingIfNeeded: (bits &>> 4) & 0xFFF_FFFF) }
    var isContainer: Bool { bits & 0xF >= UInt64(Kind.array.rawValue) }
    var isString: Bool { kind == .quoted || kind == .text || kind == .escaped }
    /// Faster than to compare `kind`, which has to be looked up first.
    func isA(_ kind: Kind) -> Bool { bits & 0xF == UInt64(kind.rawValue) }
    /// Tape entries from this value to the next sibling.
    var span: Int { isContainer ? extent : 1 }
    /// Where the value's text starts: a string starts with its quote, if it has one.
    func origin(in bytes: [UInt8]) -> Int {
        guard isString, start > 0 else { return start }
        let before = bytes[start - 1]
        return before == .quote || before == .apostrophe ? start - 1 : start
    }

    /// The value's bytes; of scalars only.
    var range: Range<Int> { start..<start &+ extent }
}
