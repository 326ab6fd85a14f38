import Testing

@testable import DocumentKit

@Suite struct DocumentValueTests {
    private let root: DocumentValue

    init() throws {
        let text = #"""
            {
              "metadata": {"name": "wf", "labels": {"a/b": "1"}, "name\u0032": "escaped", "": "empty"},
              "spec": {"priority": 5, "suspend": true, "big": 12345678901234567890, "fraction": 1.0, "nothing": null},
              "items": ["x", [1, 2], {"y": 3}],
              "twice": 1, "twice": 2
            }
            """#
        root = try JSONReader.read(Array(text.utf8)).root
    }

    @Test func findsMembersByKeyAndPath() {
        #expect(root["metadata"]?["name"]?.string == "wf")
        #expect(root["metadata"]?["name2"]?.string == "escaped")
        #expect(root["metadata"]?[""]?.string == "empty")
        #expect(root[path: "metadata", "labels", "a/b"]?.string == "1")
        #expect(root["twice"]?.int == 2)
        #expect(root["items"]?[1]?[0]?.int == 1)
        #expect(root["items"]?[2]?["y"]?.int == 3)
        #expect(root["metadata"]?["nam"] == nil)
        #expect(root[path: "metadata", "name", "x"] == nil)
        #expect(root[path: "nothing", "there"] == nil)
    }

    @Test(arguments: ["", "a", "seven77", "eight888", "nineteen letters 19", "sixteen letters!"])
    func tellsKeysApartAtEveryLength(_ key: String) throws {
        let others = key.utf8.indices.map { place in
            var other = Array(key.utf8)
            other[key.utf8.distance(from: key.utf8.startIndex, to: place)] ^= 1
            return String(decoding: other, as: UTF8.self)
        }
        let members = (others + [key + "x"]).map { "\"\($0)\":1," }.joined()
        let object = try JSONReader.read(Array("{\(members)\"\(key)\":2}".utf8)).root
        #expect(object[key]?.int == 2)
        #expect(others.allSatisfy { object[$0]?.int == 1 })
        let without = try JSONReader.read(Array("{\(members)\"last\":2}".utf8)).root
        #expect(without[key] == nil)
    }

    @Test(arguments: [
        ("plain", #""text""#, "text"), ("escaped", #""a\u003cb\n""#, "a<b\n"), ("wide", #""é日""#, "é日"),
        ("number", "1.50", "1.50"), ("true", "true", "true"), ("empty", #""""#, ""), ("null", "null", nil),
        ("array", "[1]", nil), ("object", #"{"a":1}"#, nil),
    ])
    func lendsTheTextOfScalarMembers(_ key: String, _ json: String, _ expected: String?) throws {
        let object = try JSONReader.read(Array(#"{"before":[1,2],"\#(key)":\#(json)}"#.utf8)).root
        var lent: [UInt8]?
        let isThere = object.lendText(of: key) { text in
            lent = text.indices.map { text[$0] }
        }
        #expect(isThere == (expected != nil))
        #expect(lent == expected.map { Array($0.utf8) })
        #expect(object.text(of: key) == expected)
        #expect(!object.lendText(of: "nowhere") { _ in Issue.record("there is nothing to lend") })
        #expect(object["before"]?.text(of: key) == nil)
    }

    @Test func aWrongTypeGivesNilOrNothing() {
        let name = root["metadata"]?["name"]
        #expect(name?["x"] == nil)
        #expect(name?[0] == nil)
        #expect(name?.int == nil)
        #expect(name?.bool == nil)
        #expect(name?.count == 0)
        #expect(name.map { Array($0.elements).isEmpty && Array($0.members).isEmpty } == true)
        #expect(root["items"]?[3] == nil)
        #expect(root["items"]?[-1] == nil)
        #expect(root["items"]?["x"] == nil)
        #expect(root["items"]?.string == nil)
        #expect(root["items"].map { Array($0.members).isEmpty } == true)
        #expect(Array(root.elements).isEmpty)
        #expect(root[0] == nil)
        #expect(root.scalarText == nil)
    }

    @Test func readsScalars() {
        let spec = root["spec"]
        #expect(spec?["priority"]?.int == 5)
        #expect(spec?["priority"]?.string == nil)
        #expect(spec?["priority"]?.scalarText == "5")
        #expect(spec?["suspend"]?.bool == true)
        #expect(spec?["suspend"]?.scalarText == "true")
        #expect(spec?["big"]?.int == nil)
        #expect(spec?["big"]?.scalarText == "12345678901234567890")
        #expect(spec?["fraction"]?.int == nil)
        #expect(spec?["fraction"]?.scalarText == "1.0")
        #expect(spec?["nothing"]?.isNull == true)
        #expect(spec?["nothing"]?.scalarText == nil)
        #expect(spec?["nothing"]?.kind == .null)
    }

    @Test func walksInOrderAndKeepsDuplicates() {
        #expect(root.members.map(\.key) == ["metadata", "spec", "items", "twice", "twice"])
        #expect(root.members.map(\.value.kind) == [.object, .object, .array, .number, .number])
        #expect(root["items"]?.elements.map(\.kind) == [.string, .array, .object])
        #expect(root.count == 5)
        #expect(root["items"]?.count == 3)
        #expect(root["metadata"]?.members.map(\.key) == ["name", "labels", "name2", ""])
    }

    @Test func knowsWhereItStands() {
        #expect(root.position == SourcePosition(line: 1, column: 1, offset: 0))
        #expect(root["metadata"]?["name"]?.position.description == "2:24")
        #expect(root["spec"]?["priority"]?.position.description == "3:24")
        #expect(root["items"]?[2]?.position.description == "4:26")
    }

    @Test func makesErrorsAboutItself() {
        #expect(
            root["spec"]?["big"]?.error("too large")
                == DocumentError(
                    message: "too large", position: SourcePosition(line: 3, column: 51, offset: 144),
                    sourceLine:
                        #"  "spec": {"priority": 5, "suspend": true, "big": 12345678901234567890, "fraction": 1.0, "nothing": null},"#,
                    sourceLineColumn: 51))
    }

    @Test func knowsItsPath() {
        #expect(root.path == "")
        #expect(root["items"]?[1]?[0]?.path == "items[1][0]")
        #expect(root["metadata"]?["labels"]?["a/b"]?.path == #"metadata.labels["a/b"]"#)
        #expect(root["metadata"]?[""]?.path == #"metadata[""]"#)
    }

    @Test func comparesKeysByteByByte() throws {
        let text = Array("{\"e\u{301}\":1,\"\u{E9}\":2}".utf8)
        let value = try JSONReader.read(text).root
        #expect(value["e\u{301}"]?.int == 1)
        #expect(value["\u{E9}"]?.int == 2)
        #expect(value.tree["e\u{301}"]?.int == 1)
        #expect(value.document.root.duplicateKeys() == [])
    }

    @Test(arguments: [
        (#"{"a":[1,"\u0041"]}"#, #" { "a" : [ 1 , "A" ] } "#, true),
        (#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#, false),
        ("1.0", "1", false), ("[[],1]", "[[1]]", false), ("[1,[]]", "[1,{}]", false), ("true", "false", false),
        (#""1""#, "1", false), (#""\n""#, #""\u000a""#, true), (#""a""#, #""\u0062""#, false),
    ])
    func equalityLooksThroughSpacingAndEscapesOnly(left: String, right: String, areEqual: Bool) throws {
        let (left, right) = try (JSONReader.read(Array(left.utf8)), JSONReader.read(Array(right.utf8)))
        #expect((left == right) == areEqual)
        #expect((left.root.tree == right.root.tree) == areEqual)
        #expect((left.root.tree.document() == right) == areEqual)
    }
}
