import Testing

@testable import DocumentKit

@Suite struct DuplicateKeyTests {
    @Test func namesBothPlacesAndThePath() throws {
        let text = #"""
            {"spec": {"templates": [{"name": "a"}, {"name": "b", "x": {"name": 1},
              "\u006eame": "c"}]},
             "metadata": {"labels": {"a.b/c": {"d": 1, "d": 2, "d": 3}}},
             "spec": 1}
            """#
        let found = try JSONReader.read(Array(text.utf8)).root.duplicateKeys()
        #expect(
            found.map { "\($0.path)|\($0.key) \($0.first) \($0.second)" } == [
                "|spec 1:2 4:2",
                "spec.templates[1]|name 1:41 2:3",
                #"metadata.labels["a.b/c"]|d 3:36 3:44"#,
                #"metadata.labels["a.b/c"]|d 3:44 3:52"#,
            ])
    }

    @Test func stopsAtItsLimit() throws {
        let text = "{" + Array(repeating: #""a":1"#, count: 1_000).joined(separator: ",") + "}"
        #expect(try JSONReader.read(Array(text.utf8)).root.duplicateKeys().count == 100)
        #expect(try JSONReader.read(Array(text.utf8)).root.duplicateKeys(limit: 1).count == 1)
    }
}
