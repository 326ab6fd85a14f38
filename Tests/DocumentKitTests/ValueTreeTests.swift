import Testing

@testable import DocumentKit

@Suite struct ValueTreeTests {
    private func text(_ tree: ValueTree) -> String { JSONWriter.text(tree, style: .compact) }

    @Test func isSpelledWithLiterals() {
        let name = "wf"
        let tree: ValueTree = [
            "metadata": ["name": "\(name)-1", "labels": [:]], "n": 3, "on": true, "off": nil, "list": [1, "two", []],
        ]
        #expect(
            text(tree) == #"{"metadata":{"name":"wf-1","labels":{}},"n":3,"on":true,"off":null,"list":[1,"two",[]]}"#)
    }

    /// Few members and many: what a later one replaces is not there to be merged with.
    @Test(arguments: [0, 20]) func ofAKeyThatStandsTwiceTheLastOneCounts(_ others: Int) throws {
        let more = (0..<others).map { #""n\#($0)":\#($0),"# }.joined()
        let source = #"{"a":{"x":1},\#(more)"b":[{"y":1,"y":2}],"a":{"z":2},"c":3}"#
        let tree = ValueTree(try JSONReader.read(Array(source.utf8)).root, repeatedKeys: .lastCounts)
        #expect(text(tree) == #"{\#(more)"b":[{"y":2}],"a":{"z":2},"c":3}"#)
    }

    @Test func settingReplacesInPlaceAddsAtTheEndAndRemoves() {
        var tree: ValueTree = ["a": 1, "b": 2, "c": 3]
        tree["b"] = "new"
        tree["d"] = [4]
        tree["a"] = ValueTree?.none
        #expect(text(tree) == #"{"b":"new","c":3,"d":[4]}"#)
        tree["d"]?[1] = 5
        tree["d"]?[0] = ValueTree?.none
        tree["d"]?[7] = 1
        tree["b"]?["inside"] = 1
        #expect(text(tree) == #"{"b":{"inside":1},"c":3,"d":[5]}"#)
        tree["c"]?["x"] = ValueTree?.none
        #expect(tree["c"]?.int == 3)
    }

    @Test func settingAPathMakesTheObjectsOnTheWay() {
        var tree: ValueTree = ["metadata": ["name": "wf"]]
        tree[path: "metadata", "labels", "a"] = "1"
        tree[path: "spec", "x"] = ValueTree?.none
        #expect(text(tree) == #"{"metadata":{"name":"wf","labels":{"a":"1"}}}"#)
        #expect(tree[path: "metadata", "labels", "a"]?.string == "1")
        tree[path: "metadata", "labels", "a"] = ValueTree?.none
        #expect(text(tree) == #"{"metadata":{"name":"wf","labels":{}}}"#)
    }

    @Test func theLastOfTwoEqualKeysIsReadAndReplacedAndAllAreRemoved() throws {
        var tree = try JSONReader.read(Array(#"{"a":1,"b":2,"a":3}"#.utf8)).root.tree
        #expect(tree["a"]?.int == 3)
        tree["a"] = 4
        #expect(text(tree) == #"{"a":1,"b":2,"a":4}"#)
        tree["a"] = ValueTree?.none
        #expect(text(tree) == #"{"b":2}"#)
    }

    @Test func readsScalarsAsADocumentDoes() {
        #expect(ValueTree.number("12345678901234567890").int == nil)
        #expect(ValueTree.number("7").int == 7)
        #expect(ValueTree.number("1.0").scalarText == "1.0")
        #expect(ValueTree.bool(true).scalarText == "true")
        #expect(ValueTree.string("x").scalarText == "x")
        #expect(ValueTree.null.scalarText == nil)
        #expect((["a": 1] as ValueTree).members.map(\.key) == ["a"])
        #expect(([1, 2] as ValueTree).elements == [1, 2])
        #expect(ValueTree.string("x").elements == [])
    }

    @Test func aNumberThatIsNoneIsWrittenAsAString() throws {
        #expect(
            text([.number("1e5"), .number("NaN"), .number(""), .number("1,2"), .number(7)])
                == #"[1e5,"NaN","","1,2",7]"#)
    }

    @Test func aDeepTreeIsWrittenAndComparedWithoutRecursion() {
        var tree: ValueTree = []
        var other: ValueTree = []
        for level in 1..<1_000 {
            tree = level.isMultiple(of: 2) ? [tree] : ["k": tree]
            other = level.isMultiple(of: 2) ? [other] : ["k": other]
        }
        #expect(tree == other)
        #expect(ValueTree(tree.document().root) == tree)
        #expect(tree != [tree])
    }
}
