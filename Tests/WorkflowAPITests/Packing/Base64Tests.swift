import Testing

@testable import WorkflowAPI

@Suite struct Base64Tests {
    /// The examples of RFC 4648.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func goesBothWays(_ text: String, _ encoded: String) {
        #expect(Base64.encoded(Array(text.utf8)) == encoded)
        #expect(Base64.decoded(encoded) == Array(text.utf8))
    }

    @Test func everyByteSurvives() {
        for count in 0..<70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 200) }
            #expect(Base64.decoded(Base64.encoded(bytes)) == bytes)
        }
    }

    @Test func takesTheAlphabetOfURLsWhereTold() {
        #expect(Base64.decoded(url: "-_-_") == Base64.decoded("+/+/"))
        #expect(Base64.decoded(url: "Zg") == Array("f".utf8) && Base64.decoded(url: "Zm8") == Array("fo".utf8))
        #expect(Base64.decoded(url: "Z") == nil && Base64.decoded(url: "Zm9v*") == nil)
    }

    @Test func passesOverLineBreaks() { #expect(Base64.decoded("Zm9v\r\n YmFy\n") == Array("foobar".utf8)) }

    @Test(arguments: ["Z", "Zg", "Zg=", "Zg===", "Zm9v=", "Z=g=", "Zm9-", "Zm9v*", "é"])
    func refusesAllElse(_ text: String) { #expect(Base64.decoded(text) == nil) }
}
