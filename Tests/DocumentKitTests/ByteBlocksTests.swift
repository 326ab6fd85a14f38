import Testing

@testable import DocumentKit

@Suite struct ByteBlocksTests {
    /// Every byte at every place of a block, among bytes that are easily mistaken for marks.
    private static let blocks: [[UInt8]] = {
        var blocks: [[UInt8]] = []
        for byte in UInt8.min...UInt8.max {
            for filler: UInt8 in [0x61, byte ^ 1, byte ^ 0x80, byte &+ 1] {
                var block = [UInt8](repeating: filler, count: 64)
                block[Int(byte) % 64] = byte
                blocks.append(block)
            }
        }
        return blocks
    }()

    private func expect<Blocks: ByteBlocks>(_ type: Blocks.Type) {
        for block in Self.blocks {
            let plain = block.prefix(Blocks.width).prefix(while: \.isPlain).count
            #expect(Blocks.plainPrefix(block.span, at: 0) == plain, "\(block)")
            let bits = { (isSet: (UInt8) -> Bool) in
                block.enumerated().reduce(UInt64(0)) { isSet($1.element) ? $0 | 1 << UInt64($1.offset) : $0 }
            }
            let marks = JSONMarks(
                quotes: bits { $0 == .quote }, backslashes: bits { $0 == .backslash },
                opens: bits { $0 == .openBrace || $0 == .openBracket },
                closes: bits { $0 == .closeBrace || $0 == .closeBracket })
            #expect(Blocks.marks(block.span, at: 0) == marks, "\(block)")
        }
    }

    @Test func wordsAgreeWithBytes() {
        expect(WordBlocks.self)
    }

    @Test func nativeBlocksAgreeWithBytes() {
        expect(NativeBlocks.self)
    }

    @Test func bothFindTheEndOfAnItemWhereverItIsCut() {
        let item = Array((#"{"a":["\\","\"]}\\\"{"# + String(repeating: #"\\"#, count: 40) + #""],"b":{}}"#).utf8)
        let text = item + Array(",{".utf8) + [UInt8](repeating: 0x20, count: 70)
        for split in 0...item.count {
            #expect(ends(WordBlocks.self, text, split) == item.count, "split at \(split)")
            #expect(ends(NativeBlocks.self, text, split) == item.count, "split at \(split)")
        }
    }

    private func ends<Blocks: ByteBlocks>(_: Blocks.Type, _ text: [UInt8], _ split: Int) -> Int? {
        var boundary = JSONItemBoundary<Blocks>(first: text[0])
        let head = Array(text[..<split])
        let first = boundary.end(head.span, from: 0)
        if first.isComplete { return first.offset }
        let second = boundary.end(text.span, from: split)
        return second.isComplete ? second.offset : nil
    }
}
