import Testing

@testable import DocumentKit

@Suite struct JSONReaderTests {
    @Test(
        arguments: [
            #"{"b":1.0,"a":[12345678901234567890,1e400,-0,1E+2],"c":{}}"#,
            #"["",true,false,null,[],[[]],{"":""},"é€😀"]"#,
            "0", #""x""#, "null", "-0.0e-0", #"{"a":1,"a":2}"#,
            #"["a string of more than sixteen bytes","0123456789abcde","0123456789abcdef","0123456789abcdefg"]"#,
        ], BlockPath.allCases)
    func keepsOrderNumbersAndDuplicatesAsTheyAreWritten(text: String, path: BlockPath) throws {
        let document = try path.read(Array(text.utf8))
        #expect(JSONWriter.text(document.root, style: .compact) == text)
        #expect(JSONWriter.text(document.root.tree, style: .compact) == text)
        #expect(document.root.tree.document() == document)
        #expect(document.root.tree.document().root.tree == document.root.tree)
    }

    @Test(
        arguments: [
            (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"),
            (#"\u0041\u00e9\u20AC\ud83d\uDE00"#, "Aé€😀"),
            (#"\u003ca\u0026b\u003e"#, "<a&b>"),
            (#"\ud83d"#, "\u{FFFD}"), (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"), (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"),
            (#"\ud83dx\ude00"#, "\u{FFFD}x\u{FFFD}"), (#"\u0000"#, "\u{0}"),
            ("\u{7F}\u{85}é", "\u{7F}\u{85}é"),
        ], BlockPath.allCases)
    func decodesEscapes(pair: (written: String, value: String), path: BlockPath) throws {
        // Every place in a block: escapes may start in one and end in the next.
        for indent in 0..<20 {
            let padding = String(repeating: "-", count: indent)
            let value = try path.read(Array("\"\(padding)\(pair.written)\(padding)\"".utf8)).root
            #expect(value.string == padding + pair.value + padding)
            #expect(value.utf8 == Array((padding + pair.value + padding).utf8))
        }
    }

    @Test(arguments: BlockPath.allCases)
    func refusesNestingAboveTheLimitWithAPlace(path: BlockPath) throws {
        let deepest = String(repeating: "[", count: 1_000) + String(repeating: "]", count: 1_000)
        let document = try path.read(Array(deepest.utf8))
        #expect(JSONWriter.text(document.root.tree, style: .compact) == deepest)
        #expect(document.root.tree == document.root.tree)
        #expect(JSONWriter.text(document.root, style: .pretty).count == 999 * 1_000 + 998 * 999 + 2 * 999 + 2_000)

        for text in [
            String(repeating: "[", count: 1_000_000), String(repeating: "[", count: 1_001) + "]",
            String(repeating: #"{"a":"#, count: 1_000) + "[",
        ] {
            let error = #expect(throws: DocumentError.self) { try path.read(Array(text.utf8)) }
            #expect(error?.message == "more than 1000 levels of nesting")
            #expect(error?.position.line == 1)
            #expect(error?.position.offset == (text.hasPrefix("{") ? 5_000 : 1_000))
        }
        #expect(throws: DocumentError.self) { try path.read(Array("[[1]]".utf8), options: .init(depthLimit: 1)) }
    }

    @Test func skipsAByteOrderMarkAndCountsColumnsWithoutIt() throws {
        let document = try JSONReader.read([0xEF, 0xBB, 0xBF] + Array(#"{"a":1}"#.utf8))
        #expect(document.root["a"]?.position == SourcePosition(line: 1, column: 6, offset: 8))
        #expect(throws: DocumentError.self) { try JSONReader.read([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x31]) }
    }

    @Test(
        arguments: [
            ("", []), (" \n", []), ("---\n", []), ("1", ["1"]), ("1 2\n3", ["1", "2", "3"]),
            ("{}{}[]", ["{}", "{}", "[]"]), ("---\n{}\n---\n[]\n---\n", ["{}", "[]"]),
            ("{}\n--- \r\n---\n1", ["{}", "1"]), ("\u{FEFF}---\n\"---\"", [#""---""#]), ("-1\n-2", ["-1", "-2"]),
        ] as [(String, [String])])
    func readsSeveralValuesInOneText(text: String, expected: [String]) throws {
        let documents = try JSONReader.readAll(Array(text.utf8))
        #expect(documents.map { JSONWriter.text($0.root, style: .compact) } == expected)
    }

    @Test func placesOfLaterValuesCountFromTheStartOfTheText() throws {
        let documents = try JSONReader.readAll(Array("{}\n---\n  [true]".utf8))
        #expect(documents[1].root[0]?.position == SourcePosition(line: 3, column: 4, offset: 10))
        let error = #expect(throws: DocumentError.self) { try JSONReader.readAll(Array("{}\n--\n".utf8)) }
        #expect(error?.description == "2:2: expected a digit, found '-'")
        #expect(throws: DocumentError.self) { try JSONReader.readAll(Array("{} ---\n{}".utf8)) }
        #expect(throws: DocumentError.self) { try JSONReader.readAll(Array("{}\n---{}".utf8)) }
    }

    @Test func growsItsTapeForDenseTexts() throws {
        let text = "[" + String(repeating: "0,", count: 99_999) + "0]"
        for path in BlockPath.allCases {
            let document = try path.read(Array(text.utf8))
            #expect(document.root.count == 100_000)
            #expect(JSONWriter.text(document.root, style: .compact) == text)
        }
        #expect(try JSONReader.readAll(Array(String(repeating: "[0] ", count: 5_000).utf8)).count == 5_000)
    }
}
