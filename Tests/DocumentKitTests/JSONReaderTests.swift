import Testing

@testable import DocumentKit

@Suite struct JSONReaderTests {
    @Test(arguments: [
        #"{"b":1.0,"a":[12345678901234567890,1e400,-0],"c":{}}"#,
        #"["",true,false,null,[],[[]],"é€😀"]"#,
        "0", #""x""#,
    ])
    func writesBackWhatItRead(text: String) throws {
        let document = try JSONReader.read(Array(text.utf8))
        #expect(JSONWriter.text(document.root, style: .compact) == text)
        #expect(JSONWriter.text(document.root.tree, style: .compact) == text)
        #expect(document.root.tree.document().root.tree == document.root.tree)
    }

    @Test func readsTheSameListAtEverySplitPoint() throws {
        let text = Array(#"{"a":{"items":[1]},"items" : [ {"x":"}]\\"} , [1,[2]],"s\"",12 ,null],"z":1}"#.utf8)
        for split in 0...text.count {
            var reader = JSONListReader()
            var items: [String] = []
            let keep = { (item: DocumentValue) in items.append(JSONWriter.text(item, style: .compact)) }
            try reader.append(Array(text[..<split]), each: keep)
            try reader.append(Array(text[split...]), each: keep)
            let envelope = try reader.finish()
            #expect(items == [#"{"x":"}]\\"}"#, "[1,[2]]", #""s\"""#, "12", "null"])
            #expect(JSONWriter.text(envelope.root, style: .compact) == #"{"a":{"items":[1]},"items":[],"z":1}"#)
        }
    }
}
