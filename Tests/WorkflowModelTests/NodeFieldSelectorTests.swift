import Testing
import WorkflowModel

@Suite("Selectors of nodes")
struct NodeFieldSelectorTests {
    @Test(
        "are read",
        arguments: [
            ("", []), (" , ,", []),
            ("phase=Failed", [.init(.phase, "Failed")]), ("phase==Failed", [.init(.phase, "Failed")]),
            ("phase!=Failed", [.init(.phase, isEqual: false, "Failed")]), ("phase=", [.init(.phase, "")]),
            (" displayName = a b , id!=x ", [.init(.displayName, "a b"), .init(.id, isEqual: false, "x")]),
            (
                "templateRef.name=n,templateRef.template=t",
                [.init(.referenceName, "n"), .init(.referenceTemplate, "t")]
            ),
            ("inputs.parameters.a.b-c.value=1", [.init(.input("a.b-c"), "1")]),
            (#"name=a\,b\=c\\d"#, [.init(.name, #"a,b=c\d"#)]),
            ("name=fan(0:a!b)", [.init(.name, "fan(0:a!b)")]),
        ] as [(String, [NodeFieldSelector.Term])])
    func reads(text: String, terms: [NodeFieldSelector.Term]) throws {
        #expect(try NodeFieldSelector(text).terms == terms)
    }

    @Test(
        "that are none say what is wrong",
        arguments: [
            ("phase", .malformed(term: "phase")), ("phase!Failed", .malformed(term: "phase!Failed")),
            ("phase=a,b", .malformed(term: "b")), ("name=a=b", .malformed(term: "name=a=b")),
            (#"name=a\n"#, .malformed(term: #"name=a\n"#)), (#"name=a\"#, .malformed(term: #"name=a\"#)),
            ("=x", .unknownKey("")), ("Phase=x", .unknownKey("Phase")),
            ("inputs.parameters.value=x", .unknownKey("inputs.parameters.value")),
            ("inputs.parameters..value=x", .unknownKey("inputs.parameters..value")),
        ] as [(String, NodeFieldSelectorError)])
    func refuses(text: String, expected: NodeFieldSelectorError) {
        #expect(throws: expected) { try NodeFieldSelector(text) }
    }

    @Test("the errors name the keys there are")
    func messages() {
        #expect(
            NodeFieldSelectorError.unknownKey("x").message
                == "unknown node field 'x'; known are displayName, templateName, phase, name, id, templateRef.name, "
                + "templateRef.template, inputs.parameters.NAME.value")
        #expect(
            NodeFieldSelectorError.malformed(term: "x").message == "expected 'key=value' or 'key!=value', found 'x'")
    }

    @Test(
        "match when every term holds; a field that is not there is empty",
        arguments: [
            ("", true), ("phase=Failed", true), ("phase=Failed,displayName!=build", false), ("templateName=u", true),
            ("templateRef.name=lib,templateRef.template=u", true), ("inputs.parameters.n.value=3", true),
            ("inputs.parameters.none.value=", true), ("inputs.parameters.empty.value!=x", true),
            ("id=w-1,name=w.build", true),
            ("name=", false),
        ])
    func matches(text: String, expected: Bool) throws {
        let build = try node(
            #"""
            {"id": "w-1", "name": "w.build", "displayName": "build", "phase": "Failed", "templateName": "t",
             "templateRef": {"name": "lib", "template": "u"},
             "inputs": {"parameters": [{"name": "n", "value": 3}, {"name": "empty"}, 7]}}
            """#)
        #expect(try NodeFieldSelector(text).matches(build) == expected)
    }

    @Test("a phase word stands for its selector")
    func phase() throws {
        #expect(try NodeFieldSelector.phase("Failed") == NodeFieldSelector("phase=Failed"))
    }
}
