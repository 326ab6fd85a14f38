/// The three bytes `EF BB BF` that some editors put before UTF-8 text.
enum ByteOrderMark {
    /// How many bytes to skip at a place, by default the start of a text: three or none.
    static func length(_ text: borrowing Span<UInt8>, at offset: Int = 0) -> Int {
        guard text.count >= offset + 3, text[offset] == 0xEF, text[offset + 1] == 0xBB, text[offset + 2] == 0xBF else {
            return 0
        }
        return 3
    }
}
