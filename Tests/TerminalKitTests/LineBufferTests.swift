import Testing

@testable import TerminalKit

@Suite struct LineBufferTests {
    @Test func padsWithBlanksAlsoAfterTextWasThere() throws {
        let output = Output.memory()
        var buffer = LineBuffer()
        buffer.append("xxxxxxxx".utf8.span)
        try buffer.write(to: output)
        buffer.append(blanks: 3)
        buffer.append("a".utf8.span)
        buffer.append(blanks: 2)
        buffer.append(UInt8(ascii: "b"))
        try buffer.write(to: output)
        #expect(output.text == "xxxxxxxx   a  b")
    }

    @Test func growsForTextLongerThanItself() throws {
        let output = Output.memory()
        var buffer = LineBuffer()
        let text = String(repeating: "t", count: 3 * Output.capacity)
        #expect(!buffer.isFull)
        buffer.append(text.utf8.span)
        buffer.append(blanks: 2 * Output.capacity)
        buffer.append(UInt8(ascii: "|"))
        #expect(buffer.isFull)
        try buffer.write(to: output)
        #expect(output.text == text + String(repeating: " ", count: 2 * Output.capacity) + "|")
        #expect(buffer.count == 0)
    }
}
