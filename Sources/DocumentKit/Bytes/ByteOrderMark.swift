/// The three bytes `EF BB BF` that some editors put before UTF-8 text.
enum ByteOrderMark {
    /// How many bytes to skip at the start of a text: three or none.
    static func length(_ text: borrowing Span<UInt8>) -> Int {
        guard text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF else { return 0 }
        return 3
    }
}
