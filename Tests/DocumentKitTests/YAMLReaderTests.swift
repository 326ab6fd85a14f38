import Testing

@testable import DocumentKit

@Suite struct YAMLReaderTests {
    private func json(_ yaml: String) throws -> String {
        try YAMLReader.readAll(Array(yaml.utf8)).map { JSONWriter.text($0.root, style: .compact) }.joined(
            separator: "\n")
    }

    @Test(arguments: [
        ("~", "null"), ("null", "null"), ("NULL", "null"), ("nULL", "\"nULL\""), ("", "null"),
        ("true", "true"), ("True", "true"), ("FALSE", "false"), ("tRue", "\"tRue\""),
        ("yes", "\"yes\""), ("No", "\"No\""), ("on", "\"on\""), ("off", "\"off\""), ("y", "\"y\""),
        ("12", "12"), ("-12", "-12"), ("+12", "12"), ("0", "0"), ("-0", "-0"),
        ("12345678901234567890", "12345678901234567890"),
        ("0644", "420"), ("-0644", "-420"), ("0o17", "15"), ("0x1F", "31"),
        ("0xffffffffffffffff", "18446744073709551615"),
        ("0x10000000000000000", "\"0x10000000000000000\""), ("08", "8"), ("0x", "\"0x\""), ("00", "0"),
        ("0b11", "\"0b11\""),
        ("1.50", "1.50"), (".5", "0.5"), ("-.5", "-0.5"), ("1.", "1.0"), ("+1.5", "1.5"), ("01.5", "1.5"),
        ("1e3", "1e3"),
        ("1.e3", "1.0e3"), ("1e", "\"1e\""), (".", "\".\""), ("-", "\"-\""), ("1.2.3", "\"1.2.3\""),
        ("1_000", "\"1_000\""),
        (".inf", "\".inf\""), ("-.INF", "\"-.INF\""), (".nan", "\".nan\""), ("12:30:45", "\"12:30:45\""),
        ("2001-12-14", "\"2001-12-14\""), ("!!str 12", "\"12\""), ("!!int '12'", "12"), ("!!float 1", "1"),
        ("!!null ''", "null"), ("! 12", "\"12\""), ("!own 12", "\"12\""), ("!!binary aGk=", "\"aGk=\""),
    ])
    func resolvesScalarsByTheCoreSchema(_ yaml: String, _ expected: String) throws {
        #expect(try json("- \(yaml == "-" ? "'-'" : yaml)") == "[\(expected)]")
    }

    @Test func keepsTheOrderAndTheDuplicatesOfKeys() throws {
        let document = try YAMLReader.read(Array("b: 1\na: 2\nb: 3\n".utf8))
        #expect(JSONWriter.text(document.root, style: .compact) == #"{"b":1,"a":2,"b":3}"#)
        #expect(document.root["b"]?.int == 3)
        #expect(document.root.duplicateKeys().map { "\($0.key) \($0.first) \($0.second)" } == ["b 1:1 3:1"])
    }

    @Test func readsKeysThatAreNoTextAsText() throws {
        #expect(
            try json("1: a\ntrue: b\n1.0: c\n0x10: d\n\"\": e\n")
                == #"{"1":"a","true":"b","1.0":"c","0x10":"d","":"e"}"#)
    }

    @Test func knowsWhereEveryValueStands() throws {
        let yaml =
            "spec:\n  args: [a, 'b']\n  n: 0644\n  empty:\n  text: >\n    folded\n    lines\n  ref: &x\n    k: v\n  again: *x\n"
        let spec = try #require(try YAMLReader.read(Array(yaml.utf8)).root["spec"])
        func place(_ value: DocumentValue?) -> String? { value.map { "\($0.position)" } }
        #expect(place(spec) == "2:3")
        #expect(place(spec["args"]) == "2:9")
        #expect(place(spec["args"]?[1]) == "2:13")
        #expect(place(spec["n"]) == "3:6")
        #expect(place(spec["empty"]) == "4:9")
        #expect(place(spec["text"]) == "5:9")
        #expect(place(spec["ref"]) == "8:8")
        #expect(place(spec["again"]) == "10:10")
        #expect(place(spec["again"]?["k"]) == "9:8")
        #expect(spec["again"]?["k"]?.path == "spec.again.k")
    }

    @Test func knowsWhereMergedAndRepeatedValuesStand() throws {
        let yaml = """
            base: &base
              mode: 0x10
              name: !own "b"
            a:
              own: 0x11
              <<: *base
              last: 0x12
            b: [*base, ~]
            """
        let root = try YAMLReader.read(Array(yaml.utf8)).root
        func place(_ value: DocumentValue?) -> String? { value.map { "\($0.position)" } }
        #expect(place(root["a"]?["own"]) == "5:8")
        #expect(place(root["a"]?["mode"]) == "2:9")
        #expect(place(root["a"]?["name"]) == "3:9")
        #expect(place(root["a"]?["last"]) == "7:9")
        #expect(place(root["b"]?[0]) == "8:5")
        #expect(place(root["b"]?[0]?["mode"]) == "2:9")
        #expect(place(root["b"]?[0]?["name"]) == "3:9")
        #expect(place(root["b"]?[1]) == "8:12")
    }

    @Test func mergesAsKubernetesToolsDo() throws {
        let bases = "one: &one {a: 1, b: 1}\ntwo: &two {b: 2, c: 2}\n"
        func merged(_ members: String) throws -> String {
            let root = try YAMLReader.read(Array((bases + "m:\n" + members).utf8)).root
            return JSONWriter.text(try #require(root["m"]), style: .compact)
        }
        #expect(try merged("  <<: *one\n  c: 3\n") == #"{"a":1,"b":1,"c":3}"#)
        #expect(try merged("  b: 3\n  <<: *one\n") == #"{"b":3,"a":1}"#)
        #expect(try merged("  <<: *one\n  a: 3\n") == #"{"b":1,"a":3}"#)
        #expect(try merged("  <<: [*two, *one]\n") == #"{"b":2,"c":2,"a":1}"#)
        #expect(try merged("  <<: {x: 1}\n  y: 2\n") == #"{"x":1,"y":2}"#)
        #expect(try merged("  \"<<\": 1\n") == #"{"<<":1}"#)
    }

    @Test func readsSeveralDocuments() throws {
        #expect(try json("# nothing\n") == "")
        #expect(try json("a: 1\n---\nb: 2\n...\n# end\n---\n") == "{\"a\":1}\n{\"b\":2}\nnull")
        #expect(try json("\u{FEFF}a: 1\r\nb:\r\n- c\r\n") == #"{"a":1,"b":["c"]}"#)
        #expect(throws: DocumentError.self) { try YAMLReader.read(Array("a\n---\nb\n".utf8)) }
    }

    @Test func readsJSON() throws {
        let text = #"{"a":[1,2.50,{"b":null}],"c":"\u00e9\ud83d\ude00\/\n","d":{}}"#
        let document = try YAMLReader.read(Array(text.utf8))
        #expect(document.root.tree == (try JSONReader.read(Array(text.utf8))).root.tree)
    }

    @Test func sharesTheTextOfAliasesAndLimitsThem() throws {
        var yaml = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        for (name, before) in zip("bcdefghij", "abcdefghi") {
            yaml += "\(name): &\(name) [" + Array(repeating: "*\(before)", count: 10).joined(separator: ", ") + "]\n"
        }
        let error = #expect(throws: DocumentError.self) { try YAMLReader.read(Array(yaml.utf8)) }
        #expect(error?.message == "aliases repeat more than 1000000 values")
        #expect(error?.position.line == 6)
    }

    @Test(arguments: ["[", "{a: ", "- ", "a: {b: ["])
    func refusesTooManyLevelsWithAPlace(_ level: String) throws {
        let error = #expect(throws: DocumentError.self) {
            try YAMLReader.read(Array(String(repeating: level, count: 100_000).utf8))
        }
        #expect(error?.message == "more than 1000 levels of nesting")
    }
}
