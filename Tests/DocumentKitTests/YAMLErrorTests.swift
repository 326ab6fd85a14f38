import Testing

@testable import DocumentKit

/// What is said of texts that are not YAML, and where.
@Suite struct YAMLErrorTests {
    @Test(arguments: [
        ("a: b: c", "1:5", "a mapping cannot start on this line; quote the text if the ':' belongs to it"),
        ("a: b\n  c: d", "2:4", "a mapping cannot start here; quote the text if the ':' belongs to it"),
        ("a: 1\n b: 2", "2:3", "a mapping cannot start here; quote the text if the ':' belongs to it"),
        ("a:\n  b: 1\n c: 2", "3:2", "this line fits no level above it: 1 space before it"),
        ("a:\n    b: 1\n  c: 2", "3:3", "this line fits no level above it: 2 spaces before it"),
        ("a: 1\nb", "2:1", "expected ': ' and a value after this key"),
        ("a:\n\tb: 1", "2:1", "a tab cannot indent; use spaces"),
        ("a:\n  b: 1\n\tc: 2", "3:1", "a tab cannot indent; use spaces"),
        ("-\t- a", "1:2", "a tab cannot indent; use spaces"),
        ("a: - b", "1:4", "a sequence cannot start on this line; start it on the next one"),
        ("- a\nb", "2:1", "expected '- ' as before the other entries of this sequence"),
        ("a: 1\n- b", "2:1", "expected a key, found '- ' in the column of the keys"),
        ("a: [1, 2", "1:4", "this '[' is never closed"),
        ("a: {b: [1}", "1:10", "expected ',' or ']', found '}'"),
        ("a: {b: 1]", "1:9", "expected ',' or '}', found ']'"),
        ("[a,, b]", "1:4", "expected an entry before this ','"),
        ("[a] b", "1:5", "expected the end of the line, found 'b'"),
        ("'a' b", "1:5", "expected the end of the line, found 'b'"),
        ("a: 'b", "1:4", "this quote is never closed"),
        ("a: \"b\n---\n\"", "2:1", "a document ends here, inside a quoted text"),
        ("a: \"b\nc\"", "2:1", "this line is not indented, but the bracket or quote it stands in is"),
        (#"a: "\d""#, "1:5", #"a '\' in double quotes cannot be followed by 'd'; write it as \\ or use single quotes"#),
        (#"a: "\u12""#, "1:9", #"expected 4 hexadecimal digits after '\u'"#),
        (#"a: "\ud800""#, "1:5", "this escape is half of a character; the other half is missing"),
        (#"a: "\ud83d\u0041""#, "1:5", "this escape is half of a character; the other half is missing"),
        (#"a: "b\udc00""#, "1:6", "this escape is half of a character; the other half is missing"),
        (#"a: "\U00110000""#, "1:5", "this escape names no Unicode scalar"),
        ("a: @b", "1:4", "a plain text cannot start with '@'; quote it"),
        ("a: %b", "1:4", "a plain text cannot start with '%'; quote it"),
        ("a: |x\n  b", "1:5", "expected the end of the line after '|' or '>', found 'x'"),
        ("a: |\n   \n  b", "2:3", "this empty line has more spaces than the text below it"),
        ("a: *b", "1:4", "no anchor '&b' stands before this alias"),
        ("a: &a [*a]", "1:8", "an alias cannot stand inside what it names"),
        ("a: & b", "1:4", "an anchor needs a name"),
        ("a: &x &y b", "1:7", "a node has one anchor, this is the second"),
        ("a: !!int b", "1:4", "this is not what its tag '!!int' says"),
        ("a: !!str [b]", "1:4", "this is not what its tag '!!str' says"),
        ("a: !e!x b", "1:4", "no %TAG directive of this document names the handle '!e!'"),
        ("%YAML 1.2\na: b", "2:1", "expected '---' after a directive"),
        ("%YAML 2.0\n---\n", "1:1", "expected '%YAML 1.2'"),
        ("[a, b]: c", "1:1", "a key must be a text, not a list or a mapping"),
        ("? [a]\n: b", "1:3", "a key must be a text, not a list or a mapping"),
        (": a", "1:1", "a key must be a text; an empty one is written as \"\""),
        ("a: 1\n<<: 2", "2:1", "'<<' takes a mapping or a list of mappings; quote it if it is a key"),
        ("a: &a [1]\nc:\n  <<: *a", "3:3", "'<<' takes a mapping or a list of mappings; quote it if it is a key"),
        ("value: {{inputs.x}}", "1:8", "'{{' starts a mapping in YAML; put the whole value in quotes: \"{{…}}\""),
        ("- {{a}}-{{b}}", "1:3", "'{{' starts a mapping in YAML; put the whole value in quotes: \"{{…}}\""),
        ("args: [--a={{a}}, b]", "1:12", "'{{' starts a mapping in YAML; put the whole value in quotes: \"{{…}}\""),
        ("{a: b {{a}}}", "1:7", "'{{' starts a mapping in YAML; put the whole value in quotes: \"{{…}}\""),
        ("args: [{{a}}]", "1:8", "'{{' starts a mapping in YAML; put the whole value in quotes: \"{{…}}\""),
        ("a: b\u{1}", "1:5", "control character U+0001; write it as an escape in double quotes"),
        ("a: b#c\nd: 'e'#f", "2:7", "a comment needs a space before its '#'"),
        ("a\n...\nb: c\n... d", "4:5", "expected the end of the line, found 'd'"),
        ("[a]\nb", "2:1", "expected the end of the document or '---', found 'b'"),
    ])
    func saysWhatIsWrongAndWhere(_ yaml: String, _ place: String, _ message: String) throws {
        let error = try #require(throws: DocumentError.self) { try YAMLReader.readAll(Array(yaml.utf8)) }
        #expect("\(error.position): \(error.message)" == "\(place): \(message)")
    }

    @Test func showsTheLineEvenOfMadeText() throws {
        let document = try YAMLReader.read(Array("a: >\n  b\n  c\nd: 0x10".utf8))
        let error = try #require(document.root["d"]).error("no")
        #expect(error.sourceLine == "d: 0x10" && error.sourceLineColumn == 4)
    }

    @Test func refusesWhatIsNotUTF8() throws {
        let error = try #require(throws: DocumentError.self) {
            try YAMLReader.readAll(Array("a: ".utf8) + [0xC0, 0x80])
        }
        #expect("\(error)" == "1:4: the text is not UTF-8: byte 0xC0")
    }
}
