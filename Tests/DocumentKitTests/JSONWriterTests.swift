import Testing

@testable import DocumentKit

@Suite struct JSONWriterTests {
    @Test func indentsByTwoAndKeepsEmptyContainersOnOneLine() throws {
        let text = #" { "a" : [ 1 , { "b" : [ ] , "c" : { } } ] , "d" : "x" , "e" : null } "#
        let pretty = """
            {
              "a": [
                1,
                {
                  "b": [],
                  "c": {}
                }
              ],
              "d": "x",
              "e": null
            }
            """
        let compact = #"{"a":[1,{"b":[],"c":{}}],"d":"x","e":null}"#
        let value = try JSONReader.read(Array(text.utf8)).root
        #expect(JSONWriter.text(value, style: .pretty) == pretty)
        #expect(JSONWriter.text(value, style: .compact) == compact)
        #expect(JSONWriter.text(value.tree, style: .pretty) == pretty)
        #expect(JSONWriter.text(value.tree, style: .compact) == compact)
        #expect(JSONWriter.text(try #require(value["a"]?[1]), style: .compact) == #"{"b":[],"c":{}}"#)
        #expect(JSONWriter.text(try #require(value["d"]), style: .pretty) == #""x""#)
    }

    @Test(arguments: [
        (#""\u003ca\u003e \u0026 \/""#, #""<a> & /""#),
        (#""\u00e9\ud83d\ude00\ud800""#, "\"é😀\u{FFFD}\""),
        (#""\u0022\u005c\u000a\u0008\u001b\u007f""#, #""\"\\\n\b\u001b\u007f""#),
        (#""\"\\\b\f\n\r\t""#, #""\"\\\b\f\n\r\t""#),
        ("\"\u{7F}\u{9B}é\"", #""\u007f\u009bé""#),
        ("\"a\u{202E}b\u{2066}c—\"", #""a\u202eb\u2066c—""#),
        (#"{"\u003c":1,"\"":2}"#, #"{"<":1,"\"":2}"#),
    ])
    func escapesOnlyWhatMustBeAndWhatATerminalWouldObey(pair: (text: String, written: String)) throws {
        let value = try JSONReader.read(Array(pair.text.utf8)).root
        #expect(JSONWriter.text(value, style: .compact) == pair.written)
        #expect(JSONWriter.text(value.tree, style: .compact) == pair.written)
        #expect(try JSONReader.read(Array(pair.written.utf8)).root == value)
    }

    @Test func indentsFromTheLevelsAroundTheValue() throws {
        var output: [UInt8] = []
        let value = try JSONReader.read(Array(#"{"a":[1]}"#.utf8)).root
        try JSONWriter(style: .pretty, depth: 1).write(value, to: &output)
        #expect(String(decoding: output, as: UTF8.self) == "{\n    \"a\": [\n      1\n    ]\n  }")
    }

    @Test func writesTextsLongerThanItsBuffer() throws {
        let strings = [
            String(repeating: "x", count: 300_000), String(repeating: "\\n", count: 100_000),
            String(repeating: "\u{7F}", count: 50_000), "é", "",
        ]
        let text = "{" + strings.map { "\"\($0)\":[\"\($0)\",1]" }.joined(separator: ",") + "}"
        let written = text.replacing("\u{7F}", with: #"\u007f"#)
        let value = try JSONReader.read(Array(text.utf8)).root
        #expect(JSONWriter.text(value, style: .compact) == written)
        #expect(JSONWriter.text(value.tree, style: .compact) == written)
        let pretty = JSONWriter.text(value, style: .pretty)
        #expect(try JSONReader.read(Array(pretty.utf8)).root == value)
    }

    @Test func writesTheSameThroughABufferOfAnySize() throws {
        let text = #"{"a":[1,{"b\n":"\u003c\u007f","c":[[[]]]},"0123456789abcdef0"],"é":{"d":null,"e":[true,{}]}}"#
        let value = try JSONReader.read(Array(text.utf8)).root
        for style in [JSONWriter.Style.pretty, .compact] {
            let expected = Array(JSONWriter.text(value, style: style).utf8)
            for size in 0...expected.count + 40 {
                var layout = JSONLayout(value, style: style, depth: 0)
                var buffer = [UInt8](repeating: 0, count: size)
                var written: [UInt8] = []
                while !layout.isDone {
                    let count = layout.fill(&buffer, from: value.document)
                    written += buffer[..<count]
                }
                #expect(written == expected, "a buffer of \(size)")
            }
        }
    }

    @Test func handsOverPortionsNotTheWholeText() throws {
        struct Portions: ByteOutput {
            var sizes: [Int] = []
            mutating func write(_ bytes: borrowing Span<UInt8>) { sizes.append(bytes.count) }
        }
        let text = "[" + Array(repeating: #""0123456789""#, count: 100_000).joined(separator: ",") + "]"
        var output = Portions()
        try JSONWriter(style: .compact).write(try JSONReader.read(Array(text.utf8)).root, to: &output)
        #expect(output.sizes.reduce(0, +) == text.utf8.count)
        #expect(output.sizes.allSatisfy { $0 <= 1 << 16 })
        #expect(output.sizes.dropLast().allSatisfy { $0 > 1 << 15 })
    }

    @Test func stopsWhenTheOutputDoes() throws {
        struct Closed: Error {}
        struct Pipe: ByteOutput {
            func write(_ bytes: borrowing Span<UInt8>) throws { throw Closed() }
        }
        var pipe = Pipe()
        let value = try JSONReader.read(Array("[1]".utf8)).root
        #expect(throws: Closed.self) { try JSONWriter(style: .pretty).write(value, to: &pipe) }
    }
}
