extension Document {
    /// Reads the bytes, which hold one value from an offset on, into the tape.
    mutating func parse(
        from offset: Int, options: JSONReader.Options, blocks: (some ByteBlocks).Type
    ) throws(JSONFault) {
        // One value in twelve bytes is usual.
        if tape.isEmpty { growTape(by: min(bytes.count / 12, TapeEntry.maximumExtent)) }
        let end = try parseValue(at: offset, options: options, blocks: blocks)
        guard let rest = bytes[end...].firstIndex(where: { !$0.isSpace }) else { return }
        throw JSONFault(.expected("the end of the text"), at: rest)
    }

    /// Reads the value at an offset into the tape, whose room is used again.
    /// - Returns: the offset after the value.
    mutating func parseValue<Blocks: ByteBlocks>(
        at offset: Int, options: JSONReader.Options, blocks: Blocks.Type
    ) throws(JSONFault) -> Int {
        guard bytes.count <= TapeEntry.maximumStart else {
            throw JSONFault(.tooLarge("a text of more than 4 GiB"), at: 0)
        }
        let text = bytes
        var parser = JSONParser<Blocks>(at: offset, depthLimit: options.depthLimit)
        while true {
            var room = tape.mutableSpan
            if try parser.run(text.span, into: &room) { return parser.at }
            guard tape.count < TapeEntry.maximumExtent else {
                throw JSONFault(.tooLarge("more than \(TapeEntry.maximumExtent) values"), at: parser.at)
            }
            growTape(by: min(max(tape.count, 16), TapeEntry.maximumExtent - tape.count))
        }
    }

    private mutating func growTape(by entries: Int) {
        tape.append(contentsOf: repeatElement(0, count: entries))
    }
}
