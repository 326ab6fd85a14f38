import Testing
import WorkflowModel

@testable import LocalEngine

@Suite struct ObjectNameTests {
    @Test(arguments: [
        ("a", true), ("a-b.c1", true), ("", false), (".", false), ("..", false), ("a/b", false), ("../a", false),
        ("A", false), ("-a", false), ("a-", false), ("a_b", false), ("ä", false), ("a\0", false),
        (String(repeating: "a", count: 63), true), (String(repeating: "a", count: 64), false),
    ])
    func namesAreThoseOfKubernetes(_ text: String, _ isName: Bool) {
        #expect(ObjectName.isName(text) == isName)
    }

    @Test(arguments: [("default", true), ("a.b", false), ("", false), (String(repeating: "a", count: 64), false)])
    func namespacesHaveNoDots(_ text: String, _ isNamespace: Bool) {
        #expect(ObjectName.isNamespace(text) == isNamespace)
    }

    @Test func generatesNamesAndIdsFromTheRandomSource() {
        #expect(GeneratedName.make(from: "hello-", random: { 0 }) == "hello-bbbbb")
        #expect(GeneratedName.make(from: String(repeating: "a", count: 100), random: { 0 }).utf8.count == 63)
        #expect(UUIDText.random { 0 } == "00000000-0000-4000-8000-000000000000")
        let times: [(Int64, Int32)] = [
            (0, 0), (1_767_323_045, 0), (1_767_323_045, 1_000), (1_767_323_045, 999_999_000), (1_767_323_046, 0),
        ]
        let ids = times.map { ObjectName.uid(at: Timestamp(seconds: $0, nanoseconds: $1), random: { .max }) }
        #expect(ids == ids.sorted() && Set(ids).count == ids.count)
        #expect(ids[0] == "00000000-0000-7000-bfff-ffffffffffff")
        #expect(ids[2] == "019b7ca9-8c88-7004-bfff-ffffffffffff")
        #expect(UUIDText.random { .max } == "ffffffff-ffff-4fff-bfff-ffffffffffff")
    }
}
