import Testing

@testable import ArgumentKit

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("lsit", "list"), ("lst", "list"), ("LIST", "list"), ("listt", "list"), ("temp", "template"),
        ("delte", "delete"), ("dleete", "delete"), ("sbumit", "submit"), ("watc", "watch"), ("sumbit", "submit"),
    ])
    func findsWhatWasMeant(_ word: String, _ expected: String) {
        #expect(nearest(to: word, in: ["list", "template", "delete", "submit", "watch"]) == expected)
    }

    @Test(arguments: ["", "x", "tisl", "elephant", "lists of things", "l"])
    func staysSilentWhereNothingIsNear(_ word: String) {
        #expect(nearest(to: word, in: ["list", "template", "delete"]) == nil)
    }

    @Test func theFirstOfTheNearestWins() {
        #expect(nearest(to: "cat", in: ["bat", "car", "hat"]) == "bat")
        #expect(nearest(to: "crate", in: ["create-it", "crates", "crane"]) == "crates")
        #expect(nearest(to: "depend", in: ["dependencies", "depends"]) == "depends")
        #expect(nearest(to: "volume", in: ["volumeDevices", "volumeMounts"]) == "volumeMounts")
    }

    @Test(arguments: [
        ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "xbc", 1),
        ("kitten", "sitting", 3), ("ca", "abc", 3),
    ])
    func countsSteps(_ a: String, _ b: String, _ distance: Int) {
        #expect(editDistance(Array(a.utf8), Array(b.utf8)) == distance)
        #expect(editDistance(Array(b.utf8), Array(a.utf8)) == distance)
    }
}
